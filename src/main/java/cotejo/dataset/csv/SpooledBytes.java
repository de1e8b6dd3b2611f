package cotejo.dataset.csv;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdIOException;
import cotejo.dataset.UnreadableData;
import cotejo.text.Texts;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// A text that is unpacked, or rewritten as UTF-8, into a file of our own in the background, which goes away when it is
/// closed. Reading may begin at once and waits for what is not there yet.
final class SpooledBytes implements TextBytes {

    private static final long RATIO_FROM = 256L << 20;
    private static final long ROOM_LEFT = 2L << 30;

    /// Opens what is to be spooled.
    @FunctionalInterface
    interface Opening {
        InputStream open(InputStream raw) throws IOException;
    }

    private final Path file;
    private final Path spool;
    private final FileChannel channel;
    private final long fileBytes;
    private long written;
    private final AtomicLong taken = new AtomicLong();
    private volatile boolean closed;
    private boolean complete;
    private @Nullable IOException failure;

    /// @param charset what to rewrite from, null to take bytes as they are
    SpooledBytes(Path file, Opening opening, @Nullable Charset charset) throws IOException {
        this.file = file;
        this.fileBytes = Files.size(file);
        this.spool = Files.createTempFile("cotejo-", ".spool");
        this.channel = FileChannel.open(spool, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        Thread.ofVirtual().name("cotejo-spool").start(Texts.carry(() -> fill(opening, charset)));
    }

    private void fill(Opening opening, @Nullable Charset charset) {
        try (InputStream raw = new Counted(Files.newInputStream(file)); InputStream in = opening.open(raw)) {
            if (charset == null) {
                byte[] buffer = new byte[1 << 18];
                for (int got = in.read(buffer); got >= 0 && !closed; got = in.read(buffer)) {
                    put(buffer, got);
                }
            } else {
                rewrite(in, charset);
            }
            done(null);
        } catch (IOException broken) {
            done(broken instanceof UnreadableData ? broken : new UnreadableData(Texts.get("dataset.csv.unpack", file,
                    why(broken)), broken));
        } catch (RuntimeException broken) {
            done(new UnreadableData(Texts.get("dataset.csv.unpack", file, Texts.get("dataset.other.nonsense")),
                    broken));
        } catch (OutOfMemoryError broken) {
            done(new UnreadableData(Texts.get("dataset.csv.unpack", file, Texts.get("dataset.other.memory")), broken));
        }
    }

    /// What is wrong with the archive in our words, what is wrong with the disk in those of the system.
    private static String why(IOException broken) {
        boolean cut = broken instanceof EOFException || broken instanceof ZstdIOException zstd
                && zstd.getErrorCode() == Zstd.errSrcSizeWrong();
        return cut ? Texts.get("dataset.other.short")
                : broken instanceof ZipException || broken instanceof ZstdIOException
                ? Texts.get("dataset.other.nonsense") : String.valueOf(broken.getMessage());
    }

    private void rewrite(InputStream in, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
        char[] chars = new char[1 << 16];
        for (int got = reader.read(chars); got >= 0 && !closed; got = reader.read(chars)) {
            if (got > 0 && Character.isHighSurrogate(chars[got - 1])) {
                int low = reader.read();
                String text = new String(chars, 0, got) + (low < 0 ? "" : String.valueOf((char) low));
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                put(bytes, bytes.length);
            } else {
                byte[] bytes = new String(chars, 0, got).getBytes(StandardCharsets.UTF_8);
                put(bytes, bytes.length);
            }
        }
    }

    private void put(byte[] bytes, int length) throws IOException {
        long at = size();
        if (at > RATIO_FROM && at / Math.max(1, taken.get()) > 1000) {
            throw new UnreadableData(Texts.get("dataset.csv.bomb", file, Long.toString(taken.get()),
                    Long.toString(at)));
        }
        if ((at >>> 28) != ((at + length) >>> 28) && Files.getFileStore(spool).getUsableSpace() < ROOM_LEFT) {
            throw new UnreadableData(Texts.get("dataset.csv.room", file));
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer, at + buffer.position());
        }
        synchronized (this) {
            written += length;
            notifyAll();
        }
    }

    private synchronized void done(@Nullable IOException why) {
        failure = why;
        complete = true;
        notifyAll();
    }

    @Override
    public int read(long at, byte[] into, int offset, int length) throws IOException {
        long there;
        synchronized (this) {
            while (written <= at && !complete && !closed) {
                try {
                    wait(50);
                } catch (InterruptedException woken) {
                    throw new IOException(woken);
                }
            }
            there = written;
            if (there <= at) {
                if (failure != null) {
                    throw failure;
                }
                return -1;
            }
        }
        return channel.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, there - at)), at);
    }

    @Override
    public synchronized long size() {
        return written;
    }

    @Override
    public long bytesRead() {
        return taken.get();
    }

    @Override
    public long fileBytes() {
        return fileBytes;
    }

    @Override
    public void close() {
        closed = true;
        try {
            channel.close();
        } catch (IOException ignored) {
            org.slf4j.LoggerFactory.getLogger(SpooledBytes.class).debug("close", ignored);
        }
    }

    /// Counts what is taken from the file.
    private final class Counted extends java.io.FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int got = super.read();
            taken.addAndGet(got < 0 ? 0 : 1);
            return got;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            taken.addAndGet(Math.max(0, got));
            return got;
        }
    }
}
