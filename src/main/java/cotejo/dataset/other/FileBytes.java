package cotejo.dataset.other;

import cotejo.dataset.UnreadableData;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/// A file whose bytes are read at any place, each place checked against its size before anything is allocated.
final class FileBytes implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private final long size;
    private final AtomicLong read = new AtomicLong();

    FileBytes(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.size = channel.size();
    }

    /// The sentence for something broken in it.
    UnreadableData broken(String why) {
        return new UnreadableData(Texts.get("dataset.other.broken", file, why));
    }

    /// What went wrong in reading, as a sentence that names the file.
    UnreadableData broken(Throwable failed) {
        if (failed instanceof UnreadableData said) {
            return said;
        }
        String why = failed instanceof IOException && failed.getMessage() != null ? failed.getMessage()
                : failed instanceof OutOfMemoryError ? Texts.get("dataset.other.memory")
                : Texts.get("dataset.other.nonsense");
        return new UnreadableData(Texts.get("dataset.other.broken", file, why), failed);
    }

    /// Bytes in little-endian order.
    ///
    /// @throws UnreadableData when they are not all there
    ByteBuffer bytes(long at, long length) throws IOException {
        if (at < 0 || length < 0 || length > Integer.MAX_VALUE - 64 || at > size - length) {
            throw broken(Texts.get("dataset.other.short"));
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw broken(Texts.get("dataset.other.short"));
            }
        }
        read.addAndGet(length);
        return buffer.flip();
    }

    Path file() {
        return file;
    }

    long size() {
        return size;
    }

    long read() {
        return read.get();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            org.slf4j.LoggerFactory.getLogger(FileBytes.class).debug("close", ignored);
        }
    }
}
