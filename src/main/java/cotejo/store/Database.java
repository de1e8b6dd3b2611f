package cotejo.store;

import cotejo.model.Problem;
import cotejo.model.RunFrame;
import cotejo.text.Texts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The workspace's H2 database: opens it, brings its schema up to date, owns every thread that touches it.
///
/// `WRITE_DELAY=0` so that what was said to be done survives a kill of the program (measured: H2's default loses up to
/// a second of commits). Nothing outside this room sees a connection.
public final class Database implements AutoCloseable {

    private static final int READERS = 2;

    private final WorkspaceFolder folder;
    private final WorkspaceFolder.Lock lock;
    private final String url;
    private final Lane writer;
    private final List<Lane> readers;
    private final AtomicInteger turn = new AtomicInteger();
    private final KeyTable keys;
    private final ChangeFeed changes = new ChangeFeed();
    private final ContentFiles files;
    private final AtomicLong runKeys;
    private final Optional<FrameFile.Key> state;
    private final SchemaLook.Finding finding;
    /// How many transactions have begun; counted on the thread that writes, so that one seen there is one that is over.
    private final AtomicLong writes = new AtomicLong();
    private final AtomicInteger importing = new AtomicInteger();
    private volatile @Nullable Kept kept;

    /// The runs as they were after so many transactions.
    private record Kept(RunFrame frame, long writes) {
    }

    private Database(WorkspaceFolder folder, WorkspaceFolder.Lock lock, String url, Lane writer, List<Lane> readers,
            Optional<FrameFile.Key> state, SchemaLook.Finding finding) {
        this.state = state;
        this.finding = finding;
        this.folder = folder;
        this.lock = lock;
        this.url = url;
        this.writer = writer;
        this.readers = readers;
        this.keys = new KeyTable(writer);
        this.files = new ContentFiles(folder);
        this.runKeys = new AtomicLong(writer.run(Database::greatestRunKey));
    }

    /// Opens the workspace in a folder, making it if it is not there.
    ///
    /// @param purpose what for, for whoever finds it taken
    /// @throws StoreException IN_USE when another program has it, UNUSABLE when it is damaged or too new
    public static Database open(WorkspaceFolder folder, String purpose) {
        if (folder.path().toString().indexOf(';') >= 0) {
            // An address of H2 ends there, and nothing escapes it.
            throw new StoreException(StoreException.Kind.UNUSABLE,
                    Texts.get("store.folder.semicolon", folder.path().toString()));
        }
        WorkspaceFolder.Lock lock = folder.lock(purpose);
        boolean opened = false;
        try {
            SchemaLook.Finding finding = SchemaLook.require(folder);
            Optional<FrameFile.Key> state = FrameFile.look(folder);
            String url = "jdbc:h2:file:" + folder.database()
                    + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=16384;LOCK_TIMEOUT=20000";
            Lane writer = new Lane("write", connect(url, folder), folder);
            List<Lane> readers = new java.util.ArrayList<>();
            try {
                Migrations.bringUpToDate(writer, folder);
                for (int i = 0; i < READERS; i++) {
                    readers.add(new Lane("read-" + i, connect(url, folder), folder));
                }
                Database database = new Database(folder, lock, url, writer, List.copyOf(readers), state,
                        finding);
                opened = true;
                return database;
            } finally {
                if (!opened) {
                    readers.forEach(Lane::close);
                    writer.close();
                }
            }
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    /// That the file was found to hold only an earlier state of the workspace when it was opened, such as after a copy
    /// that was cut short. The next who opens it is not told.
    public Optional<Problem> loss() {
        // Put into words when it is asked for: the window chooses its language after the workspace is open.
        return finding == SchemaLook.Finding.EARLIER ? Optional.of(Problem.of(folder.databaseFile(),
                Texts.get("store.folder.earlier", folder.backups().toString()))) : Optional.empty();
    }

    private static Connection connect(String url, WorkspaceFolder folder) {
        try {
            return DriverManager.getConnection(url, "cotejo", "");
        } catch (SQLException failure) {
            if (Trouble.full(failure, folder.path())) {
                throw Trouble.of(failure, folder);
            }
            boolean taken = failure.getErrorCode() == 90020;
            throw new StoreException(taken ? StoreException.Kind.IN_USE : StoreException.Kind.UNUSABLE,
                    Texts.get(taken ? "store.folder.inUse" : "store.folder.cannotOpen",
                            folder.databaseFile().toString(),
                            taken ? folder.holder() : Trouble.words(failure),
                            folder.backups().toString()),
                    failure);
        }
    }

    public WorkspaceFolder folder() {
        return folder;
    }

    /// Where changes are told after their commit.
    public ChangeFeed changes() {
        return changes;
    }

    /// The files it took in, one object for all, since it knows what is on its way.
    ContentFiles files() {
        return files;
    }

    KeyTable keys() {
        return keys;
    }

    private static long greatestRunKey(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select coalesce(max(\"key\"), 0) from run");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /// How many runs there are, in the trash or not.
    long runs() {
        return read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select count(*) from run");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /// A number for a new run. Numbers of removed runs come again only after a restart.
    long nextRunKey() {
        return runKeys.incrementAndGet();
    }

    /// Reads on one of the reading threads.
    <T> T read(Lane.Work<T> work) {
        return readers.get(Math.floorMod(turn.getAndIncrement(), readers.size())).run(work);
    }

    /// Begins to read beside what is read next. Whoever reads then may wait for it: it stands before them in any queue.
    <T> Supplier<T> beside(Lane.Work<T> work) {
        Lane lane = readers.get(Math.floorMod(turn.getAndIncrement(), readers.size()));
        CompletableFuture<T> started = lane.start(work);
        return () -> lane.await(started);
    }

    /// Writes on the writing thread, as one transaction.
    <T> T write(Lane.Work<T> work) {
        return writer.transaction(connection -> {
            writes.incrementAndGet();
            return work.on(connection);
        });
    }

    /// Does something on the writing thread that writes nothing, as a transaction.
    void atRest(Lane.Work<?> work) {
        writer.transaction(work);
    }

    /// The runs as the last window left them, if nothing has been written since.
    Optional<RunFrame> image() {
        return state.isPresent() && writes.get() == 0 && importing.get() == 0 ? FrameFile.read(folder, state.get())
                : Optional.empty();
    }

    /// Whether nothing has been written since the workspace was opened.
    boolean untouched() {
        return writes.get() == 0;
    }

    /// Leaves the runs to the next start, as they are read now; unless something is written before the end.
    void keep(Supplier<RunFrame> reading) {
        long before = writer.run(connection -> importing.get() == 0 ? writes.get() : -1);
        if (before >= 0) {
            kept = new Kept(reading.get(), before);
        }
    }

    /// A connection of its own for an import, so that a long transaction keeps nobody waiting. Close it.
    Lane importLane() {
        // In this order, so that whoever sees no import has not counted this one either.
        importing.incrementAndGet();
        writes.incrementAndGet();
        boolean connected = false;
        try {
            Lane lane = new Lane("import", connect(url, folder), folder, importing::decrementAndGet);
            connected = true;
            return lane;
        } finally {
            if (!connected) {
                importing.decrementAndGet();
            }
        }
    }

    /// Forces everything to the disk, beyond what a killed program needs: after imports and deletes.
    public void sync() {
        writer.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("checkpoint sync")) {
                return statement.execute();
            }
        });
    }

    @Override
    public void close() {
        changes.close();
        try {
            readers.forEach(Lane::close);
            writer.close();
            Kept last = kept;
            if (last != null && last.writes == writes.get() && importing.get() == 0) {
                FrameFile.write(folder, last.frame);
            } else if (writes.get() > 0) {
                FrameFile.forget(folder);
            } else {
                state.ifPresent(before -> FrameFile.renew(folder, before));
            }
        } finally {
            lock.close();
        }
    }
}
