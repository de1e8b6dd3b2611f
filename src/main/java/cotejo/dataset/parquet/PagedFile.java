package cotejo.dataset.parquet;

import cotejo.dataset.UnreadableData;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/// A file that is read by the piece, from any thread, with every byte counted.
final class PagedFile implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final long size;
    private final AtomicLong read = new AtomicLong();

    PagedFile(Path path) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
        this.size = channel.size();
    }

    Path path() {
        return path;
    }

    long size() {
        return size;
    }

    long bytesRead() {
        return read.get();
    }

    /// Reads exactly that many bytes.
    byte[] read(long at, int length) throws IOException {
        byte[] bytes = new byte[length];
        read(at, bytes, length);
        return bytes;
    }

    void read(long at, byte[] into, int length) throws IOException {
        if (at < 0 || length < 0 || at > size - length) {
            throw new UnreadableData(Texts.get("dataset.parquet.outside", path, Long.toString(at)));
        }
        ByteBuffer buffer = ByteBuffer.wrap(into, 0, length);
        while (buffer.hasRemaining()) {
            int got = channel.read(buffer, at + buffer.position());
            if (got < 0) {
                throw new UnreadableData(Texts.get("dataset.shrunk", path));
            }
        }
        read.addAndGet(length);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            org.slf4j.LoggerFactory.getLogger(PagedFile.class).debug("close of {}", path, ignored);
        }
    }
}
