package cotejo.importing.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The first hundred bytes of an SQLite file (sqlite.org/fileformat2.html, section 1.3), read without SQLite.
///
/// @param pageSize  bytes a page
/// @param pages     how many pages the file should have, or 0 when the header does not know
/// @param changes   a number every transaction of a rollback-mode database raises
record SqliteHeader(int pageSize, long pages, int changes) {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 100;

    /// True when the file starts as every SQLite file starts.
    static boolean marks(Path file) throws IOException {
        return Arrays.equals(first(file, MAGIC.length), MAGIC);
    }

    /// The header of a file that [#marks]; a header that is cut off counts as zeros.
    static SqliteHeader read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(first(file, LENGTH), LENGTH));
        int raw = Short.toUnsignedInt(bytes.getShort(16));
        int changes = bytes.getInt(24);
        boolean pagesKnown = bytes.getInt(92) == changes;
        return new SqliteHeader(raw == 1 ? 65536 : raw, pagesKnown ? Integer.toUnsignedLong(bytes.getInt(28)) : 0,
                changes);
    }

    /// How many bytes the file should have at least, or 0 when the header does not know.
    long bytes() {
        return pages * pageSize;
    }

    static byte[] first(Path file, int length) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(length);
        }
    }
}
