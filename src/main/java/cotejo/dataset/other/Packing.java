package cotejo.dataset.other;

import com.github.luben.zstd.ZstdInputStream;
import cotejo.text.Texts;
import io.airlift.compress.snappy.SnappyDecompressor;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/// Unpacks single blocks, and never to more than a limit.
final class Packing {

    /// No block is larger, packed or unpacked.
    static final int BLOCK = 64 << 20;
    private static final int XZ_KILOBYTES = 64 << 10;

    private Packing() {
    }

    /// Whether a codec of Avro is known by this name.
    static boolean known(String codec) {
        return switch (codec) {
            case "null", "deflate", "snappy", "zstandard", "bzip2", "xz" -> true;
            default -> false;
        };
    }

    /// A block of Avro as it was before it was packed.
    static byte[] unpack(String codec, byte[] block) throws IOException {
        return switch (codec) {
            case "null" -> block;
            case "deflate" -> deflate(block);
            case "snappy" -> snappy(block);
            case "zstandard" -> all(() -> new ZstdInputStream(new ByteArrayInputStream(block)));
            case "bzip2" -> all(() -> new BZip2CompressorInputStream(new ByteArrayInputStream(block)));
            case "xz" -> all(() -> new XZInputStream(new ByteArrayInputStream(block), XZ_KILOBYTES));
            default -> throw new IOException(Texts.get("dataset.other.codec", codec));
        };
    }

    private static byte[] deflate(byte[] block) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            return all(() -> new InflaterInputStream(new ByteArrayInputStream(block), inflater, 8192));
        } finally {
            inflater.end();
        }
    }

    /// Snappy with the CRC-32 of what was packed behind it, big-endian.
    private static byte[] snappy(byte[] block) throws IOException {
        if (block.length < 5) {
            throw new IOException(Texts.get("dataset.other.short"));
        }
        int packed = block.length - 4;
        int told = SnappyDecompressor.getUncompressedLength(block, 0);
        if (told < 0 || told > BLOCK) {
            throw new IOException(Texts.get("dataset.other.large"));
        }
        byte[] into = new byte[told];
        int got = new SnappyDecompressor().decompress(block, 0, packed, into, 0, told);
        CRC32 sum = new CRC32();
        sum.update(into, 0, got);
        if ((int) sum.getValue() != ByteBuffer.wrap(block, packed, 4).getInt()) {
            throw new IOException(Texts.get("dataset.other.checksum"));
        }
        return got == told ? into : Arrays.copyOf(into, got);
    }

    /// Begins to unpack.
    interface Opening {
        InputStream open() throws IOException;
    }

    private static byte[] all(Opening opening) throws IOException {
        byte[] bytes = read(opening, BLOCK + 1);
        if (bytes.length > BLOCK) {
            throw new IOException(Texts.get("dataset.other.large"));
        }
        return bytes;
    }

    /// Reads up to so many bytes of what lies packed in memory; what is wrong with them is said in our words.
    static byte[] read(Opening opening, int most) throws IOException {
        try (InputStream in = opening.open()) {
            return in.readNBytes(most);
        } catch (EOFException torn) {
            throw new IOException(Texts.get("dataset.other.short"), torn);
        } catch (IOException torn) {
            throw new IOException(Texts.get("dataset.other.nonsense"), torn);
        }
    }
}
