package cotejo.codec;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Bytes that can be read from any place: a file, or what was taken out of one. Reading beyond the end gives fewer
/// bytes, never an error.
public sealed interface Blob extends Closeable {

    /// How many bytes there are.
    long size();

    /// Reads up to `length` bytes from `at` on; how many it was, 0 at the end.
    int read(long at, byte[] to, int from, int length) throws IOException;

    /// A file, opened for reading only.
    static Blob open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new File(channel, channel.size());
    }

    /// Bytes in memory.
    static Blob of(byte[] bytes) {
        return new Memory(bytes);
    }

    /// A stretch of this, cut where this ends. Closing it closes nothing.
    default Blob part(long from, long length) {
        long start = Math.clamp(from, 0, size());
        return new Part(this, start, Math.clamp(length, 0, size() - start));
    }

    /// The bytes from `at` on, at most `most` of them.
    default byte[] bytes(long at, int most) throws IOException {
        byte[] bytes = new byte[(int) Math.clamp(size() - at, 0, most)];
        int have = 0;
        while (have < bytes.length) {
            int read = read(at + have, bytes, have, bytes.length - have);
            if (read <= 0) {
                return java.util.Arrays.copyOf(bytes, have);
            }
            have += read;
        }
        return bytes;
    }

    /// The bytes from `at` on as a stream that skips without reading.
    default InputStream stream(long at) {
        return new BlobStream(this, at);
    }

    @Override
    default void close() throws IOException {
    }

    /// A file.
    record File(FileChannel channel, long size) implements Blob {
        @Override
        public int read(long at, byte[] to, int from, int length) throws IOException {
            if (length == 0 || at < 0 || at >= size) {
                return 0;
            }
            return Math.max(0, channel.read(ByteBuffer.wrap(to, from, length), at));
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /// Bytes in memory.
    record Memory(byte[] bytes) implements Blob {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public int read(long at, byte[] to, int from, int length) {
            if (at < 0 || at >= bytes.length) {
                return 0;
            }
            int piece = (int) Math.min(length, bytes.length - at);
            System.arraycopy(bytes, (int) at, to, from, piece);
            return piece;
        }
    }

    /// A stretch of another.
    record Part(Blob whole, long start, long size) implements Blob {
        @Override
        public int read(long at, byte[] to, int from, int length) throws IOException {
            if (at < 0 || at >= size) {
                return 0;
            }
            return whole.read(start + at, to, from, (int) Math.min(length, size - at));
        }
    }
}
