package cotejo.dataset.parquet;

import com.github.luben.zstd.Zstd;
import cotejo.text.Texts;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;
import org.brotli.dec.BrotliInputStream;

/// Decompresses single pages into a size that is known before. What would be longer or shorter is an error.
final class Codecs {

    private Codecs() {
    }

    static void decompress(CompressionCodec codec, byte[] from, int at, int length, byte[] into, int size)
            throws IOException {
        if (codec == CompressionCodec.LZO) {
            throw new IOException(Texts.get("dataset.parquet.lzo"));
        }
        try {
            unpack(codec, from, at, length, into, size);
        } catch (Damage said) {
            throw said;
        } catch (IOException | RuntimeException torn) {
            throw new IOException(Texts.get("dataset.parquet.damage.unpack"), torn);
        }
    }

    private static void unpack(CompressionCodec codec, byte[] from, int at, int length, byte[] into, int size)
            throws IOException {
        int got = switch (codec) {
            case UNCOMPRESSED -> copy(from, at, length, into, size);
            case SNAPPY -> snappy(from, at, length, into, size);
            case GZIP -> stream(new GZIPInputStream(new ByteArrayInputStream(from, at, length)), into, size);
            case BROTLI -> stream(new BrotliInputStream(new ByteArrayInputStream(from, at, length)), into, size);
            case ZSTD -> (int) zstd(from, at, length, into, size);
            case LZ4_RAW -> new Lz4Decompressor().decompress(from, at, length, into, 0, size);
            case LZ4 -> lz4(from, at, length, into, size);
            case LZO -> -1;
        };
        if (got != size) {
            throw Damage.of("dataset.parquet.damage.unpacked", got, size);
        }
    }

    private static int copy(byte[] from, int at, int length, byte[] into, int size) {
        System.arraycopy(from, at, into, 0, Math.min(length, size));
        return length;
    }

    private static int snappy(byte[] from, int at, int length, byte[] into, int size) throws IOException {
        int told = SnappyDecompressor.getUncompressedLength(from, at);
        if (told != size) {
            throw Damage.of("dataset.parquet.damage.unpacked", told, size);
        }
        return new SnappyDecompressor().decompress(from, at, length, into, 0, size);
    }

    private static long zstd(byte[] from, int at, int length, byte[] into, int size) throws IOException {
        long got = Zstd.decompressByteArray(into, 0, size, from, at, length);
        if (Zstd.isError(got)) {
            throw new IOException(Zstd.getErrorName(got));
        }
        return got;
    }

    /// The old LZ4: frames of Hadoop's (both lengths big-endian before each block), or a bare block by other writers.
    private static int lz4(byte[] from, int at, int length, byte[] into, int size) {
        int framed = hadoopFrames(from, at, length, into, size);
        return framed >= 0 ? framed : new Lz4Decompressor().decompress(from, at, length, into, 0, size);
    }

    private static int hadoopFrames(byte[] from, int at, int length, byte[] into, int size) {
        ByteBuffer in = ByteBuffer.wrap(from, at, length);
        int done = 0;
        while (in.remaining() >= 8) {
            int plain = in.getInt();
            int packed = in.getInt();
            if (plain < 0 || packed < 0 || plain > size - done || packed > in.remaining()) {
                return -1;
            }
            try {
                int got = new Lz4Decompressor().decompress(from, in.position(), packed, into, done, plain);
                if (got != plain) {
                    return -1;
                }
            } catch (RuntimeException noFrame) {
                return -1;
            }
            in.position(in.position() + packed);
            done += plain;
        }
        return in.hasRemaining() ? -1 : done;
    }

    private static int stream(InputStream in, byte[] into, int size) throws IOException {
        try (in) {
            int got = in.readNBytes(into, 0, size);
            return got == size && in.read() >= 0 ? size + 1 : got;
        }
    }
}
