package cotejo.dataset.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/// A file that is read as it is.
final class PlainBytes implements TextBytes {

    private final FileChannel channel;
    private final long size;
    private final AtomicLong read = new AtomicLong();

    PlainBytes(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
    }

    @Override
    public int read(long at, byte[] into, int offset, int length) throws IOException {
        int most = (int) Math.min(length, size - at);
        if (most <= 0) {
            return -1;
        }
        int got = channel.read(ByteBuffer.wrap(into, offset, most), at);
        read.addAndGet(Math.max(0, got));
        return got;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long bytesRead() {
        return read.get();
    }

    @Override
    public long fileBytes() {
        return size;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            org.slf4j.LoggerFactory.getLogger(PlainBytes.class).debug("close", ignored);
        }
    }
}
