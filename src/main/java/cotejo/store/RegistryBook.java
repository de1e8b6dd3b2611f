package cotejo.store;

import cotejo.model.Change;
import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.model.RegistryEvent;
import cotejo.model.StageRequest;
import cotejo.model.StoredFile;
import cotejo.model.Usage;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The registry as it is stored: models as they stand, their history, and one way to change them, all or nothing.
public final class RegistryBook {

    /// A version's facts as JSON, and what was entered by hand.
    public record Facts(String json, Map<String, String> byHand) {
    }

    /// All models, as they were after so many changes.
    private record Cached(long changes, List<ModelCard> models) {
    }

    private static final Logger LOG = LoggerFactory.getLogger(RegistryBook.class);

    private final Database database;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Cached cached;

    public RegistryBook(Database database) {
        this.database = database;
    }

    /// All models by name, those in the trash included. They are read again only after something changed; who asks
    /// while they are being read waits for that.
    public List<ModelCard> all() {
        Optional<List<ModelCard>> known = known();
        if (known.isPresent()) {
            return known.get();
        }
        reading.lock();
        try {
            return known().orElseGet(() -> {
                long changes = database.changes().ofModels();
                List<ModelCard> models = CardReader.all(database);
                cached = new Cached(changes, models);
                return models;
            });
        } finally {
            reading.unlock();
        }
    }

    private Optional<List<ModelCard>> known() {
        Cached known = cached;
        return known != null && known.changes() == database.changes().ofModels() ? Optional.of(known.models())
                : Optional.empty();
    }

    public Optional<ModelCard> one(ModelId id) {
        return database.read(connection -> Optional.ofNullable(CardReader.one(connection, id)));
    }

    /// Changes the registry in one transaction, on the writing thread: all or nothing, and one after the other.
    ///
    /// @return what was appended to the history
    public List<RegistryEvent> change(Consumer<RegistryPen> work) {
        Cached before = cached;
        AtomicReference<@Nullable Set<ModelId>> touched = new AtomicReference<>();
        List<RegistryEvent> written = transaction(work, touched);
        database.changes().tell(List.of(new Change.Models()));
        Set<ModelId> changed = touched.get();
        if (before != null && changed != null && database.changes().ofModels() == before.changes() + 1) {
            cached = new Cached(before.changes() + 1, patched(before.models(), changed));
        }
        return written;
    }

    /// Makes the first change as quick as those after it: has it read and compared what it will, on the threads it will
    /// be on. Writes nothing.
    public void prepare() {
        List<ModelCard> models = all();
        Optional<ModelId> any = models.stream().map(ModelCard::id).findFirst();
        any.ifPresent(this::gates);
        database.atRest(connection -> {
            RegistryPen pen = new RegistryPen(connection);
            pen.prepare();
            return any.flatMap(pen::card);
        });
        boolean same = any.map(id -> patched(models, Set.of(id))).filter(models::equals).isPresent();
        LOG.debug("Changes of models are ready; those read twice are the same: {}", same);
    }

    /// The models, with those that changed read again: one of thousands is a moment, all of them are not.
    private List<ModelCard> patched(List<ModelCard> models, Set<ModelId> changed) {
        List<ModelCard> patched = new ArrayList<>(models);
        patched.removeIf(model -> changed.contains(model.id()));
        changed.forEach(id -> one(id).ifPresent(patched::add));
        patched.sort((a, b) -> CardReader.BY_NAME.compare(a.id(), b.id()));
        return List.copyOf(patched);
    }

    /// Whoever works refuses by throwing: that takes the transaction back, and is no trouble of the workspace.
    private List<RegistryEvent> transaction(Consumer<RegistryPen> work,
            AtomicReference<@Nullable Set<ModelId>> touched) {
        AtomicReference<@Nullable RuntimeException> refusal = new AtomicReference<>();
        try {
            return database.write(connection -> {
                RegistryPen pen = new RegistryPen(connection);
                try {
                    work.accept(pen);
                } catch (RuntimeException thrown) {
                    refusal.set(thrown);
                    throw thrown;
                }
                touched.set(pen.touched());
                return pen.written();
            });
        } catch (StoreException told) {
            RuntimeException thrown = refusal.get();
            throw thrown == null ? told : thrown;
        }
    }

    /// The workspace's number of a model; 0 when nothing was ever written down of it.
    public long key(ModelId id) {
        return database.read(connection -> {
            try (PreparedStatement select = connection
                    .prepareStatement("select \"key\" from registry_model where origin=? and name=?")) {
                select.setString(1, id.origin());
                select.setString(2, id.name());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0L;
                }
            }
        });
    }

    /// Models by their number, those that were deleted for good included.
    public Map<Long, ModelId> keys() {
        return database.read(connection -> {
            Map<Long, ModelId> keys = new HashMap<>();
            try (PreparedStatement select = connection
                    .prepareStatement("select \"key\", origin, name from registry_model");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.put(row.getLong(1), new ModelId(row.getString(2), row.getString(3)));
                }
            }
            return keys;
        });
    }

    /// The history of a model, in the order it was written down.
    public List<RegistryEvent> history(long modelKey) {
        return database.read(connection -> {
            try (PreparedStatement select = connection
                    .prepareStatement("select * from registry_event where model_key=? order by id")) {
                select.setLong(1, modelKey);
                return RegistryRows.events(select);
            }
        });
    }

    /// The history of all models, in the order it was written down.
    public List<RegistryEvent> history() {
        return database.read(connection -> {
            try (PreparedStatement select = connection
                    .prepareStatement("select * from registry_event order by id")) {
                return RegistryRows.events(select);
            }
        });
    }

    /// How many bytes of kept files only a version, or with 0 only the model, refers to: what deleting it frees.
    public long heldAlone(ModelId id, int version) {
        long key = key(id);
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select coalesce(sum(c.bytes), 0) from content c
                    where exists (select 1 from registry_file f where f.sha256 = c.sha256 and f.model_key = ?1
                        and (?2 = 0 or f.version = ?2))
                    and not exists (select 1 from registry_file f where f.sha256 = c.sha256
                        and not (f.model_key = ?1 and (?2 = 0 or f.version = ?2)))
                    and not exists (select 1 from run_file f where f.sha256 = c.sha256)
                    and not exists (select 1 from run_attachment f where f.sha256 = c.sha256)
                    and not exists (select 1 from logged_model_file f where f.sha256 = c.sha256)""")) {
                select.setLong(1, key);
                select.setInt(2, version);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /// The files of a version that were taken in, by path.
    public List<StoredFile> files(ModelId id, int version) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select f.path, f.sha256, c.bytes from registry_file f join content c on c.sha256 = f.sha256
                    join registry_model m on m."key" = f.model_key
                    where m.origin=? and m.name=? and f.version=? order by f.path""")) {
                select.setString(1, id.origin());
                select.setString(2, id.name());
                select.setInt(3, version);
                return ContentStore.list(select);
            }
        });
    }

    /// What is known of a version; empty JSON when nothing was found out when it came.
    public Facts facts(ModelId id, int version) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select v.facts, v.passport from registry_facts v join registry_model m on m."key" = v.model_key
                    where m.origin=? and m.name=? and v.version=?""")) {
                select.setString(1, id.origin());
                select.setString(2, id.name());
                select.setInt(3, version);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? new Facts(row.getString(1), Json.texts(row.getString(2)))
                            : new Facts("", Map.of());
                }
            }
        });
    }

    /// The rules at the gate of each stage of a model, as they were written.
    public SortedMap<String, List<String>> gates(ModelId id) {
        return database.read(connection -> {
            SortedMap<String, List<String>> gates = new TreeMap<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    select g.stage, g.rules from registry_gates g join registry_model m on m."key" = g.model_key
                    where m.origin=? and m.name=?""")) {
                select.setString(1, id.origin());
                select.setString(2, id.name());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        gates.put(row.getString(1), row.getString(2).lines().toList());
                    }
                }
            }
            return gates;
        });
    }

    /// The stages in the order a person gave them; empty when nobody did.
    public List<String> stages() {
        return database.read(connection -> {
            List<String> stages = new ArrayList<>();
            try (PreparedStatement select = connection
                    .prepareStatement("select name from registry_stage order by place");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    stages.add(row.getString(1));
                }
            }
            return stages;
        });
    }

    /// All requests, oldest first.
    public List<StageRequest> requests() {
        return database.read(connection -> {
            List<StageRequest> requests = new ArrayList<>();
            try (PreparedStatement select = connection
                    .prepareStatement("select * from registry_request order by id");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    requests.add(request(row));
                }
            }
            return requests;
        });
    }

    private static StageRequest request(ResultSet row) throws SQLException {
        return new StageRequest(row.getLong(1), row.getLong(2), row.getInt(3), row.getString(4), row.getBoolean(5),
                row.getString(6), row.getLong(7), row.getString(8), StageRequest.State.valueOf(row.getString(9)),
                row.getString(10), row.getLong(11), row.getString(12));
    }

    /// Counts a use of a version on today's date.
    public void use(ModelId id, int version, Usage.Kind kind, long now) {
        String day = LocalDate.ofInstant(java.time.Instant.ofEpochMilli(now), ZoneId.systemDefault()).toString();
        database.write(connection -> {
            long key = RegistryRows.modelKey(connection, id, now);
            try (PreparedStatement merge = connection.prepareStatement("""
                    merge into registry_usage u using (select cast(? as bigint) k, cast(? as integer) v,
                        cast(? as varchar) kind, cast(? as varchar) d, cast(? as bigint) t) n
                    on u.model_key = n.k and u.version = n.v and u.kind = n.kind and u.on_day = n.d
                    when matched then update set uses = u.uses + 1, last_use = n.t
                    when not matched then insert values (n.k, n.v, n.kind, n.d, 1, n.t)""")) {
                merge.setLong(1, key);
                merge.setInt(2, version);
                merge.setString(3, kind.name());
                merge.setString(4, day);
                merge.setLong(5, now);
                return merge.executeUpdate();
            }
        });
    }

    /// How often each day a version was used: day to use.
    public SortedMap<String, List<Usage>> usage(ModelId id, int version) {
        return database.read(connection -> {
            SortedMap<String, List<Usage>> usage = new TreeMap<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    select u.on_day, u.kind, u.uses, u.last_use from registry_usage u
                    join registry_model m on m."key" = u.model_key
                    where m.origin=? and m.name=? and u.version=? order by u.on_day, u.kind""")) {
                select.setString(1, id.origin());
                select.setString(2, id.name());
                select.setInt(3, version);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        usage.computeIfAbsent(row.getString(1), any -> new ArrayList<>()).add(new Usage(
                                Usage.Kind.valueOf(row.getString(2)), row.getInt(3), row.getLong(4)));
                    }
                }
            }
            return usage;
        });
    }
}
