package cotejo.store;

import cotejo.model.Change;
import cotejo.model.StoredFile;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Files the workspace keeps itself, so that they cannot be lost with the folder they came from: each content once,
/// under its SHA-256, for whoever refers to it. Taken in with an [Intake]; what nobody refers to any more goes with
/// [#collect]. The source is only ever read.
public final class ContentStore {

    private static final String UNUSED = """
            delete from content c where not exists (select 1 from run_file f where f.sha256 = c.sha256)
            and not exists (select 1 from registry_file f where f.sha256 = c.sha256)
            and not exists (select 1 from run_attachment f where f.sha256 = c.sha256)
            and not exists (select 1 from logged_model_file f where f.sha256 = c.sha256)""";

    /// How a kept content is.
    public enum State {
        INTACT,
        /// The file is not there any more.
        MISSING,
        /// The file is there, and holds something else.
        CHANGED
    }

    /// What clearing away freed.
    public record Collected(int files, long bytes) {
    }

    private final Database database;
    private final ContentFiles files;

    public ContentStore(Database database) {
        this.database = database;
        this.files = database.files();
    }

    /// Begins to take files in. Close it once they are referred to.
    public Intake intake() {
        return new Intake();
    }

    /// Files on their way in: safe from [#collect] until this is closed. One thread uses it.
    public final class Intake implements AutoCloseable {

        private final List<String> mine = new ArrayList<>();
        private long bytes;

        private Intake() {
        }

        /// Copies a file into the workspace, or finds that its content is there already.
        ///
        /// @param path     the place it will have below what it belongs to, parts joined by `/`
        /// @param progress told bytes done so far by this intake; the total is not known
        /// @throws IOException when it cannot be read or kept; the message names it
        public StoredFile take(String path, Path file, Progress progress, Cancel cancel) throws IOException {
            try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
                return take(path, copy -> copy.of(in), progress, cancel);
            }
        }

        /// Copies what a stream still holds into the workspace; for files inside archives.
        public StoredFile take(String path, InputStream in, Progress progress, Cancel cancel) throws IOException {
            return take(path, copy -> copy.of(in), progress, cancel);
        }

        private StoredFile take(String path, ContentFiles.From from, Progress progress, Cancel cancel)
                throws IOException {
            try {
                ContentFiles.Taken taken = files.take(from, this::pin, n -> {
                    bytes += n;
                    progress.report(path, bytes, -1);
                }, cancel);
                return new StoredFile(path, taken.sha256(), taken.bytes());
            } catch (IOException failure) {
                if (Trouble.full(failure, database.folder().path())) {
                    throw new IOException(Texts.get("store.full.copy", path, database.folder().path()), failure);
                }
                throw failure;
            }
        }

        /// Holds contents that are there already, so that what lets go of them can be taken back.
        public void hold(List<StoredFile> there) {
            there.forEach(file -> pin(file.sha256()));
        }

        private void pin(String sha256) {
            mine.add(sha256);
            files.pin(sha256);
        }

        @Override
        public void close() {
            mine.forEach(files::unpin);
            mine.clear();
        }
    }

    /// Where a content lies, for reading only. [#state] says whether it is there and whole.
    public Path path(String sha256) {
        return files.path(sha256);
    }

    /// A content under the name of a file, for readers that look at names too. Not for the FX thread.
    ///
    /// @throws IOException when the content is not there
    public Path named(StoredFile file) throws IOException {
        return files.named(file.sha256(), file.path().substring(file.path().lastIndexOf('/') + 1));
    }

    /// The SHA-256 of some bytes, as content is named.
    public static String hash(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(ContentFiles.sha256().digest(bytes));
    }

    /// The SHA-256 of a file that is not kept.
    public static String hash(Path file, Cancel cancel) throws IOException {
        return ContentFiles.hash(file, n -> { }, cancel);
    }

    /// Looks at a content: a whole reading of it.
    public State state(String sha256, Cancel cancel) throws IOException {
        return files.state(sha256, n -> { }, cancel);
    }

    /// Lets a run refer to files, beside those it refers to already; one at the same path is replaced.
    public void attachToRun(long runKey, List<StoredFile> attached) {
        database.write(connection -> {
            put(connection, attached);
            return refer(connection, "merge into run_file key (run_key, path) values (?, ?, ?)", runKey, attached);
        });
        database.changes().tell(List.of(new Change.Runs(Set.of(runKey))));
    }

    /// Takes files away from a run again; what nobody else refers to goes with the next [#collect].
    public void detachFromRun(long runKey, List<String> paths) {
        database.write(connection -> forget(connection, "delete from run_file where run_key=? and path=?", runKey,
                paths));
        database.changes().tell(List.of(new Change.Runs(Set.of(runKey))));
    }

    /// Writes which files a run refers to.
    ///
    /// @param merge takes the run's key, a path and its hash
    static int[] refer(Connection connection, String merge, long runKey, List<StoredFile> files)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(merge)) {
            for (StoredFile file : files) {
                statement.setLong(1, runKey);
                statement.setString(2, file.path());
                statement.setString(3, file.sha256());
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    /// Writes which files a run refers to no more.
    ///
    /// @param delete takes the run's key and a path
    static int[] forget(Connection connection, String delete, long runKey, List<String> paths) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
            for (String path : paths) {
                statement.setLong(1, runKey);
                statement.setString(2, path);
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    /// The files a run refers to, by path.
    public List<StoredFile> ofRun(long runKey) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select f.path, f.sha256, c.bytes from run_file f join content c on c.sha256 = f.sha256
                    where f.run_key=? order by f.path""")) {
                select.setLong(1, runKey);
                return list(select);
            }
        });
    }

    /// Lets a logged model that no run here wrote refer to files; what it referred to before, it does no more.
    public void attachToModel(long sourceKey, String modelId, List<StoredFile> attached) {
        database.write(connection -> {
            put(connection, attached);
            try (PreparedStatement delete = connection.prepareStatement(
                    "delete from logged_model_file where source_key=? and model_id=?")) {
                delete.setLong(1, sourceKey);
                delete.setString(2, modelId);
                delete.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into logged_model_file (source_key, model_id, path, sha256) values (?, ?, ?, ?)")) {
                for (StoredFile file : attached) {
                    insert.setLong(1, sourceKey);
                    insert.setString(2, modelId);
                    insert.setString(3, file.path());
                    insert.setString(4, file.sha256());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /// The files such a logged model refers to, by path.
    public List<StoredFile> ofModel(long sourceKey, String modelId) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select f.path, f.sha256, c.bytes from logged_model_file f join content c on c.sha256 = f.sha256
                    where f.source_key=? and f.model_id=? order by f.path""")) {
                select.setLong(1, sourceKey);
                select.setString(2, modelId);
                return list(select);
            }
        });
    }

    static List<StoredFile> list(PreparedStatement select) throws SQLException {
        List<StoredFile> list = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                list.add(new StoredFile(row.getString(1), row.getString(2), row.getLong(3)));
            }
        }
        return list;
    }

    /// Notes contents that somebody is about to refer to, in the transaction that does.
    static void put(Connection connection, List<StoredFile> taken) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement("""
                merge into content c using (select cast(? as varchar) sha256, cast(? as bigint) bytes,
                    cast(? as bigint) added) n on c.sha256 = n.sha256
                when not matched then insert values (n.sha256, n.bytes, n.added)""")) {
            for (StoredFile file : taken) {
                merge.setString(1, file.sha256());
                merge.setLong(2, file.bytes());
                merge.setLong(3, System.currentTimeMillis());
                merge.addBatch();
            }
            merge.executeBatch();
        }
    }

    /// Removes every content that nobody refers to and nobody is taking in. After something was deleted for good.
    public Collected collect() throws IOException {
        database.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(UNUSED)) {
                return delete.executeUpdate();
            }
        });
        Set<String> known = database.read(ContentStore::known);
        int count = 0;
        long bytes = 0;
        for (String sha256 : files.all()) {
            if (!known.contains(sha256)) {
                long freed = files.removeUnless(
                        wanted -> database.read(connection -> known(connection, wanted)), sha256);
                count += freed < 0 ? 0 : 1;
                bytes += Math.max(0, freed);
            }
        }
        return new Collected(count, bytes);
    }

    /// As [#collect], for work that is done whether or not old files can be cleared away: the next one tries again.
    void collectQuietly() {
        try {
            collect();
        } catch (IOException left) {
            org.slf4j.LoggerFactory.getLogger(ContentStore.class).warn("Could not clear away old files", left);
        }
    }

    private static boolean known(Connection connection, String sha256) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from content where sha256=?")) {
            select.setString(1, sha256);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    static Set<String> known(Connection connection) throws SQLException {
        Set<String> known = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement("select sha256 from content");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                known.add(row.getString(1));
            }
        }
        return known;
    }
}
