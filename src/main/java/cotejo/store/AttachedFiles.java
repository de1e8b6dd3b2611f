package cotejo.store;

import cotejo.model.Change;
import cotejo.model.StoredFile;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Set;

/// Which files the person attached to which run. Their content is in the [ContentStore]; they stand apart from the
/// copies of the source's own artifacts, so that no import can take their place.
public final class AttachedFiles {

    private final Database database;

    public AttachedFiles(Database database) {
        this.database = database;
    }

    /// The files attached to a run, by path.
    public List<StoredFile> of(long runKey) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select f.path, f.sha256, c.bytes from run_attachment f join content c on c.sha256 = f.sha256
                    where f.run_key=? order by f.path""")) {
                select.setLong(1, runKey);
                return ContentStore.list(select);
            }
        });
    }

    /// Attaches files whose content was taken in, all or none.
    public void add(long runKey, List<StoredFile> files) {
        database.write(connection -> {
            ContentStore.put(connection, files);
            return ContentStore.refer(connection, "merge into run_attachment key (run_key, path) values (?, ?, ?)",
                    runKey, files);
        });
        database.changes().tell(List.of(new Change.Runs(Set.of(runKey))));
    }

    /// Takes files away from a run again; what nobody else refers to goes with the next [ContentStore#collect].
    public void remove(long runKey, List<StoredFile> files) {
        database.write(connection -> ContentStore.forget(connection,
                "delete from run_attachment where run_key=? and path=?", runKey,
                files.stream().map(StoredFile::path).toList()));
        database.changes().tell(List.of(new Change.Runs(Set.of(runKey))));
    }
}
