package cotejo.preview;

import java.util.Optional;

/// The kinds of pictures that are shown, told by their first bytes.
enum PictureFormat {
    PNG("PNG", 4),
    JPEG("JPEG", 4),
    GIF("GIF", 4),
    BMP("BMP", 4),
    TIFF("TIFF", 4),
    /// Unpacked as a whole, four bytes a pixel, however small it is wanted.
    WEBP("WebP", 1),
    ICO("ICO", 4);

    /// The most pixels of a picture that is read row by row.
    private static final long MOST_PIXELS = 100_000_000;
    /// Bytes of a picture while it is unpacked.
    static final long MOST_BYTES = 256L << 20;

    private final String title;
    private final int rows;

    PictureFormat(String title, int rows) {
        this.title = title;
        this.rows = rows;
    }

    String title() {
        return title;
    }

    /// The most pixels that are decoded.
    long mostPixels() {
        return rows > 1 ? MOST_PIXELS : MOST_BYTES / 4;
    }

    /// What bytes are, whatever they are called.
    static Optional<PictureFormat> of(byte[] head, long size) {
        if (at(head, 0, 0x89, 'P', 'N', 'G')) {
            return Optional.of(PNG);
        }
        if (at(head, 0, 0xff, 0xd8, 0xff)) {
            return Optional.of(JPEG);
        }
        if (at(head, 0, 'G', 'I', 'F', '8')) {
            return Optional.of(GIF);
        }
        if (at(head, 0, 'R', 'I', 'F', 'F') && at(head, 8, 'W', 'E', 'B', 'P')) {
            return Optional.of(WEBP);
        }
        if (at(head, 0, 'I', 'I', 42, 0) || at(head, 0, 'M', 'M', 0, 42)
                || at(head, 0, 'I', 'I', 43, 0, 8, 0, 0, 0) || at(head, 0, 'M', 'M', 0, 43, 0, 8, 0, 0)) {
            return Optional.of(TIFF);
        }
        if (isBmp(head)) {
            return Optional.of(BMP);
        }
        return IconFile.is(head, size) ? Optional.of(ICO) : Optional.empty();
    }

    /// Two letters are too few to tell by: behind them stand two empty numbers, and the length of a known header.
    private static boolean isBmp(byte[] head) {
        if (!at(head, 0, 'B', 'M') || head.length < 26 || !at(head, 15, 0, 0, 0)) {
            return false;
        }
        int header = head[14] & 0xff;
        return header == 12 || header == 40 || header == 52 || header == 56 || header == 64 || header == 108
                || header == 124;
    }

    static boolean at(byte[] bytes, int offset, int... wanted) {
        if (bytes.length < offset + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[offset + i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
