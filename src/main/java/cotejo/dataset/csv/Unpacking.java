package cotejo.dataset.csv;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Texts that are packed whole.
final class Unpacking {

    private static final int HEAD = 256 << 10;

    private Unpacking() {
    }

    /// How a file with this beginning is unpacked; null when it is not packed.
    static SpooledBytes.@Nullable Opening of(byte[] head) {
        if (head.length > 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            return raw -> new GZIPInputStream(new BufferedInputStream(raw, 1 << 16), 1 << 16);
        }
        if (head.length > 4 && (head[0] & 0xff) == 0x28 && (head[1] & 0xff) == 0xb5 && (head[2] & 0xff) == 0x2f
                && (head[3] & 0xff) == 0xfd) {
            return raw -> new ZstdInputStreamNoFinalizer(new BufferedInputStream(raw, 1 << 16)).setContinuous(false);
        }
        return null;
    }

    /// The beginning of the text itself.
    static byte[] head(Path file, byte[] head) throws IOException {
        SpooledBytes.Opening opening = of(head);
        if (opening == null) {
            return head;
        }
        try (InputStream in = opening.open(Files.newInputStream(file))) {
            return in.readNBytes(HEAD);
        } catch (EOFException cutOff) {
            return beginning(opening, head);
        } catch (IOException noArchive) {
            return new byte[]{0, 0, 0, 0};
        }
    }

    private static byte[] beginning(SpooledBytes.Opening opening, byte[] head) {
        byte[] some = new byte[HEAD];
        int got = 0;
        try (InputStream in = opening.open(new ByteArrayInputStream(head))) {
            for (int b = in.read(); b >= 0 && got < some.length; b = in.read()) {
                some[got++] = (byte) b;
            }
        } catch (IOException end) {
            return Arrays.copyOf(some, got);
        }
        return Arrays.copyOf(some, got);
    }
}
