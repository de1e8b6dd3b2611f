package cotejo.store;

import cotejo.model.FrameImage;
import cotejo.model.RunFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The runs as they were when the window was closed or an import ended, in a file beside the database, so that the
/// next start shows them without putting them together anew. It can always be done without: it holds nothing that the
/// database does not, and counts only as long as the database is, to the byte that its writing changes, the one it was
/// made from.
///
/// The file: a mark, the edition of the image, how many scripts the schema has had, length and time of the database
/// file, the first 8 KB of it (H2 says there which version it was closed with), the image, and a CRC-32C over all.
final class FrameFile {

    /// Fewer runs are read from the database as fast.
    static final int LEAST_RUNS = 500;

    /// More runs than these are not read only to be kept.
    static final int MOST_RUNS_UNASKED = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(FrameFile.class);
    private static final long MARK = 0x4d415246_4a544f43L;
    private static final int HEAD = 8192;
    /// So much of the memory a file may take while it is read: the runs take as much again.
    private static final long SHARE = 4;
    private static final int BUFFER = 1 << 18;

    /// Stands in the head of a database that was closed to its end; the first commit takes it away.
    private static final String CLOSED = "clean:1";

    /// What tells one state of a database file from every other.
    record Key(long size, long modified, byte[] head) {

        static Key of(Path database) throws IOException {
            byte[] head;
            try (var in = Files.newInputStream(database)) {
                head = in.readNBytes(HEAD);
            }
            return new Key(Files.size(database), Files.getLastModifiedTime(database).to(TimeUnit.NANOSECONDS), head);
        }

        boolean closed() {
            return new String(head, StandardCharsets.ISO_8859_1).contains(CLOSED);
        }

        boolean same(Key other) {
            return size == other.size && modified == other.modified && Arrays.equals(head, other.head);
        }
    }

    private FrameFile() {
    }

    static Path of(WorkspaceFolder folder) {
        return folder.path().resolve("runs.image");
    }

    /// The state of the database, where there is an image that may belong to it. To be asked before H2 opens the file.
    static Optional<Key> look(WorkspaceFolder folder) {
        try {
            return Files.exists(of(folder)) ? Optional.of(Key.of(folder.databaseFile())) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// The runs, if there is a sound image of this state of the database.
    static Optional<RunFrame> read(WorkspaceFolder folder, Key state) {
        try {
            Optional<ByteBuffer> image = image(folder, state);
            return image.isPresent() ? Optional.of(FrameImage.read(image.get())) : Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            LOG.debug("The image of the runs in {} is not used", of(folder), damaged);
            return Optional.empty();
        }
    }

    /// What was written of the runs, where it belongs to this state of the database and is sound.
    private static Optional<ByteBuffer> image(WorkspaceFolder folder, Key state) throws IOException {
        long size = Files.size(of(folder));
        if (size > Runtime.getRuntime().maxMemory() / SHARE || size < HEAD) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(of(folder));
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (in.getLong() != MARK || in.getInt() != FrameImage.EDITION || in.getInt() != Migrations.SCRIPTS.size()) {
            return Optional.empty();
        }
        Key of = new Key(in.getLong(), in.getLong(), new byte[state.head.length]);
        in.get(of.head);
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, bytes.length - Long.BYTES);
        boolean sound = state.same(of) && sum.getValue() == in.getLong(bytes.length - Long.BYTES);
        return sound ? Optional.of(in.limit(bytes.length - Long.BYTES)) : Optional.empty();
    }

    /// Keeps the runs for the next start; to be called when H2 has closed the file. Failing is no harm.
    static void write(WorkspaceFolder folder, RunFrame frame) {
        write(folder, out -> FrameImage.write(frame, out));
    }

    /// Keeps an image valid over a session that has written nothing: H2 changes the file all the same.
    ///
    /// @param before the state of the database before that session
    static void renew(WorkspaceFolder folder, Key before) {
        try {
            Optional<ByteBuffer> image = image(folder, before);
            if (image.isPresent()) {
                byte[] bytes = new byte[image.get().remaining()];
                image.get().get(bytes);
                write(folder, out -> out.bytes(bytes));
            }
        } catch (IOException | RuntimeException damaged) {
            LOG.debug("The image of the runs in {} is not renewed", of(folder), damaged);
        }
    }

    private interface Content {
        void to(FrameImage.Out out) throws IOException;
    }

    private static void write(WorkspaceFolder folder, Content content) {
        Path file = of(folder);
        Path fresh = file.resolveSibling("runs.image.new");
        try {
            Key state = Key.of(folder.databaseFile());
            if (!state.closed()) {
                throw new IOException("the database is not closed");
            }
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                Writer out = new Writer(channel);
                out.longs(new long[] {MARK});
                out.ints(new int[] {FrameImage.EDITION, Migrations.SCRIPTS.size()});
                out.longs(new long[] {state.size, state.modified});
                out.bytes(state.head);
                content.to(out);
                out.end();
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException full) {
            LOG.debug("No image of the runs was kept", full);
            forget(fresh);
            forget(file);
        }
    }

    /// Takes an image away that no longer is one of its database.
    static void forget(WorkspaceFolder folder) {
        forget(of(folder));
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.debug("{} stays", file, stays);
        }
    }

    /// Gathers and sums up what is written.
    private static final class Writer implements FrameImage.Out {

        private final FileChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
        private final CRC32C sum = new CRC32C();

        Writer(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void ints(int[] values) throws IOException {
            for (int value : values) {
                room(Integer.BYTES).putInt(value);
            }
        }

        @Override
        public void longs(long[] values) throws IOException {
            for (long value : values) {
                room(Long.BYTES).putLong(value);
            }
        }

        @Override
        public void doubles(double[] values) throws IOException {
            for (double value : values) {
                room(Double.BYTES).putLong(Double.doubleToRawLongBits(value));
            }
        }

        @Override
        public void bytes(byte[] values) throws IOException {
            int at = 0;
            while (at < values.length) {
                int next = Math.min(values.length - at, room(1).remaining());
                buffer.put(values, at, next);
                at += next;
            }
        }

        void end() throws IOException {
            flush();
            long all = sum.getValue();
            buffer.putLong(all);
            flush();
        }

        private ByteBuffer room(int width) throws IOException {
            if (buffer.remaining() < width) {
                flush();
            }
            return buffer;
        }

        private void flush() throws IOException {
            buffer.flip();
            sum.update(buffer.array(), 0, buffer.limit());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            buffer.clear();
        }
    }
}
