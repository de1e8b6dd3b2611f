package cotejo.preview;

import cotejo.codec.Blob;
import cotejo.codec.BoundedStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.XZInputStream;

/// Single streams packed by zlib, gzip, bz2, xz, lzma or lz4. They are unpacked as they are read, never to disk, and
/// only so far.
final class Packed {

    private static final long MOST = 4L << 30;
    private static final int MEMORY_KIB = 256 << 10;

    enum Packing {
        ZLIB, GZIP, BZIP2, XZ, LZMA, LZ4
    }

    private Packed() {
    }

    static @Nullable Packing packing(Candidate c) {
        if (c.at(0, 0x1f, 0x8b)) {
            return Packing.GZIP;
        }
        if (c.begins("BZh")) {
            return Packing.BZIP2;
        }
        if (c.at(0, 0xfd, '7', 'z', 'X', 'Z', 0)) {
            return Packing.XZ;
        }
        if (c.at(0, 0x5d, 0, 0) && c.size() > 13) {
            return Packing.LZMA;
        }
        if (c.at(0, 4, 0x22, 0x4d, 0x18)) {
            return Packing.LZ4;
        }
        // A zlib header: its two bytes are a multiple of 31 (RFC 1950).
        boolean zlib = c.at(0, 0x78) && c.head().length > 2 && ((0x78 << 8) + (c.head()[1] & 0xff)) % 31 == 0;
        return zlib ? Packing.ZLIB : null;
    }

    static InputStream open(Packing packing, Candidate candidate) throws IOException {
        InputStream raw = new BufferedInputStream(candidate.blob().stream(0), 1 << 16);
        InputStream unpacked = switch (packing) {
            case ZLIB -> new InflaterInputStream(raw);
            case GZIP -> new GZIPInputStream(raw, 1 << 16);
            case BZIP2 -> new BZip2CompressorInputStream(raw, true);
            case XZ -> new XZInputStream(raw, MEMORY_KIB);
            case LZMA -> new LZMAInputStream(raw, MEMORY_KIB);
            case LZ4 -> new FramedLZ4CompressorInputStream(raw, true);
        };
        long most = Math.min(MOST, Math.max(64L << 20, 1100 * candidate.size()));
        return new BoundedStream(unpacked, most);
    }

    /// The first bytes of what is packed, as a file of their own; nothing when they cannot be unpacked.
    static Optional<Candidate> head(Candidate candidate) {
        Packing packing = packing(candidate);
        if (packing == null) {
            return Optional.empty();
        }
        try (InputStream in = open(packing, candidate)) {
            byte[] head = in.readNBytes(Candidate.HEAD);
            return Optional.of(new Candidate("", Blob.of(head), head, candidate.depth() + 1, candidate.cancel()));
        } catch (IOException | RuntimeException other) {
            return Optional.empty();
        }
    }
}
