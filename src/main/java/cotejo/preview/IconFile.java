package cotejo.preview;

import cotejo.codec.Blob;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// The pictures of an ICO file: each a PNG, or a BMP without its first header and with a mask behind it
/// (Microsoft, "Icons"). The mask is left out: what it hides is black in every such file.
final class IconFile {

    private static final int ENTRY = 16;
    private static final int BMP_HEADER = 14;
    /// Icons measure at most 256 by 256 pixels; with a mask, four bytes and a quarter each.
    private static final long LARGEST = 4L << 20;

    private IconFile() {
    }

    /// An icon of the file.
    record Entry(int width, int height, int offset, int bytes) {
    }

    static boolean is(byte[] head, long size) {
        return PictureFormat.at(head, 0, 0, 0, 1, 0) && !entries(head, size).isEmpty();
    }

    /// @return none when a single one does not lie in the file
    static List<Entry> entries(byte[] head, long size) {
        int count = head.length < 6 ? 0 : little(head, 4, 2);
        List<Entry> found = new ArrayList<>();
        for (int i = 0, at = 6; i < Math.min(count, 64); i++, at += ENTRY) {
            if (at + ENTRY > head.length) {
                return List.of();
            }
            long bytes = little(head, at + 8, 4) & 0xffff_ffffL;
            long offset = little(head, at + 12, 4) & 0xffff_ffffL;
            if (head[at + 3] != 0 || offset < 6 + (long) count * ENTRY || bytes < 40 || bytes > LARGEST
                    || offset + bytes > size) {
                return List.of();
            }
            found.add(new Entry(side(head[at]), side(head[at + 1]), (int) offset, (int) bytes));
        }
        return found;
    }

    private static int side(byte claimed) {
        return claimed == 0 ? 256 : claimed & 0xff;
    }

    static @Nullable BufferedImage read(Blob blob, Entry entry) throws IOException {
        byte[] bytes = blob.bytes(entry.offset(), entry.bytes());
        if (PictureFormat.at(bytes, 0, 0x89, 'P', 'N', 'G')) {
            return bytes.length > 24 && big(bytes, 16) <= 1024 && big(bytes, 20) <= 1024
                    ? ImageIO.read(new ByteArrayInputStream(bytes)) : null;
        }
        int header = little(bytes, 0, 4);
        int width = little(bytes, 4, 4);
        int height = little(bytes, 8, 4) / 2;
        int bits = little(bytes, 14, 2);
        int colours = little(bytes, 32, 4);
        if (header != 40 || width < 1 || width > 1024 || height < 1 || height > 1024 || colours < 0 || colours > 256) {
            return null;
        }
        int palette = bits > 8 ? 0 : 4 * (colours == 0 ? 1 << bits : colours);
        byte[] bmp = new byte[BMP_HEADER + bytes.length];
        bmp[0] = 'B';
        bmp[1] = 'M';
        put(bmp, 2, bmp.length);
        put(bmp, 10, BMP_HEADER + header + palette);
        System.arraycopy(bytes, 0, bmp, BMP_HEADER, bytes.length);
        put(bmp, BMP_HEADER + 8, height);
        // The length of what is packed; zero stands for all there is.
        put(bmp, BMP_HEADER + 20, 0);
        return ImageIO.read(new ByteArrayInputStream(bmp));
    }

    private static int little(byte[] bytes, int at, int length) {
        int value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        return value;
    }

    private static long big(byte[] bytes, int at) {
        long value = 0;
        for (int i = 0; i < 4; i++) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        return value;
    }

    private static void put(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >> 8 * i);
        }
    }
}
