package cotejo.store;

import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.model.RegistryEvent;
import cotejo.model.StageRequest;
import cotejo.model.StoredFile;
import cotejo.model.VersionCard;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes to the registry within one transaction of [RegistryBook#change]. It keeps no rules: those are in the room
/// `registry`. It is good for that transaction only.
public final class RegistryPen {

    /// Models are numbered from 1.
    private static final long NO_MODEL = -1;
    private static final String LAY = """
            merge into registry_version r using (select cast(? as bigint) k, cast(? as integer) v) n
            on r.model_key = n.k and r.version = n.v
            when not matched then insert values (n.k, n.v, false, null, null, '{}', 0, cast(? as bigint), 0, false,
            '', '', '', '', '', '', 0, '', '{}')""";

    private final Connection connection;
    private final List<RegistryEvent> written = new ArrayList<>();
    private final Set<ModelId> touched = new HashSet<>();
    private boolean renamed;

    RegistryPen(Connection connection) {
        this.connection = connection;
    }

    /// What was appended to the history in this transaction.
    List<RegistryEvent> written() {
        return List.copyOf(written);
    }

    /// The models that were written to; null when names changed, and so any may have.
    @Nullable Set<ModelId> touched() {
        return renamed ? null : touched;
    }

    /// Work that may fail in SQL.
    private interface Sql<T> {
        T run() throws SQLException;
    }

    private static <T> T sql(Sql<T> work) {
        try {
            return work.run();
        } catch (SQLException failure) {
            throw new StoreException(StoreException.Kind.FAILED, Trouble.words(failure), failure);
        }
    }

    private int update(String sql, @Nullable Object... values) {
        return sql(() -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                return statement.executeUpdate();
            }
        });
    }

    /// The model as it stands within the transaction.
    public Optional<ModelCard> card(ModelId id) {
        return sql(() -> Optional.ofNullable(CardReader.one(connection, id)));
    }

    /// The workspace's number of a model, given to it now if it has none. A model that was deleted for good comes back
    /// empty, and goes on counting where it was.
    public long model(ModelId id, long now) {
        touched.add(id);
        return sql(() -> RegistryRows.modelKey(connection, id, now));
    }

    /// The greatest number that was ever given here to a version of a model.
    public int lastVersion(long modelKey) {
        return sql(() -> {
            try (PreparedStatement select = connection
                    .prepareStatement("select last_version from registry_model where \"key\"=?")) {
                select.setLong(1, modelKey);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getInt(1) : 0;
                }
            }
        });
    }

    /// Has the database understand what a move will say, so that the first one need not wait for that. Nothing is
    /// written: what is carried out is about a model that cannot be, and the rest is not carried out.
    void prepare() {
        Json.text(new RegistryEvent.Detail(List.of(), List.of(), Map.of()));
        touch(NO_MODEL, 0);
        stage(NO_MODEL, 0, "", 0);
        history(NO_MODEL);
        for (String sentence : List.of(LAY, RegistryRows.APPEND)) {
            sql(() -> {
                try (PreparedStatement statement = connection.prepareStatement(sentence)) {
                    return statement.getParameterMetaData().getParameterCount();
                }
            });
        }
    }

    /// Notes that a model changed.
    public void touch(long modelKey, long now) {
        update("update registry_model set updated=?, deleted=case when purged then 0 else deleted end, purged=false "
                + "where \"key\"=?", now, modelKey);
    }

    /// Adds a version of the workspace's own, with its files.
    ///
    /// @param facts what the registry found out about it, as JSON
    public void addVersion(long modelKey, VersionCard card, List<StoredFile> files, String facts,
            Map<String, String> passport) {
        update("insert into registry_version values (?,?,true,?,?,?,?,?,0,false,?,?,?,?,?,?,?,?,?)", modelKey,
                card.version(), card.stage(), card.description(), Json.text(card.tags()), card.created(),
                card.updated(), card.user(), card.source(), card.runOrigin(), card.runId(), card.modelId(),
                card.digest(), card.bytes(), "", "{}");
        facts(modelKey, card.version(), facts, passport);
        files(modelKey, card.version(), files);
        update("update registry_model set last_version=greatest(last_version, ?) where \"key\"=?", card.version(),
                modelKey);
    }

    private void facts(long modelKey, int version, String facts, Map<String, String> passport) {
        if (!facts.isEmpty() || !passport.isEmpty()) {
            update("insert into registry_facts values (?,?,?,?)", modelKey, version, facts, Json.text(passport));
        }
    }

    /// A row for the facts of a version, so that some can be set.
    private void layFacts(long modelKey, int version) {
        update("""
                merge into registry_facts r using (select cast(? as bigint) k, cast(? as integer) v) n
                on r.model_key = n.k and r.version = n.v
                when not matched then insert values (n.k, n.v, '', '{}')""", modelKey, version);
    }

    /// Notes which files belong to a version.
    public void files(long modelKey, int version, List<StoredFile> files) {
        sql(() -> {
            ContentStore.put(connection, files);
            try (PreparedStatement insert = connection
                    .prepareStatement("merge into registry_file key (model_key, version, path) values (?,?,?,?)")) {
                for (StoredFile file : files) {
                    insert.setLong(1, modelKey);
                    insert.setInt(2, version);
                    insert.setString(3, file.path());
                    insert.setString(4, file.sha256());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /// Says that a version's files were taken in, and what was found out about them.
    public void kept(long modelKey, int version, String digest, long bytes, String facts) {
        update("update registry_version set digest=?, bytes=? where model_key=? and version=?", digest, bytes,
                modelKey, version);
        layFacts(modelKey, version);
        update("update registry_facts set facts=? where model_key=? and version=?", facts, modelKey, version);
    }

    /// A row for a version of a source, so that something can be laid over it.
    public void lay(long modelKey, int version, long now) {
        update(LAY, modelKey, version, now);
    }

    public void stage(long modelKey, int version, String stage, long now) {
        update("update registry_version set stage=?, updated=? where model_key=? and version=?", stage, now, modelKey,
                version);
    }

    public void describeVersion(long modelKey, int version, String text, long now) {
        update("update registry_version set description=?, updated=? where model_key=? and version=?", text, now,
                modelKey, version);
    }

    public void describeModel(long modelKey, String text) {
        update("update registry_model set description=? where \"key\"=?", text, modelKey);
    }

    /// Sets a tag of a version, or takes it away with null.
    public void tagVersion(long modelKey, int version, String key, @Nullable String value, long now) {
        sql(() -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select own, tags from registry_version where model_key=? and version=?")) {
                select.setLong(1, modelKey);
                select.setInt(2, version);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    String tags = Json.with(row.getString(2), key, value,
                            row.getBoolean(1) ? Json.Absent.LEFT_OUT : Json.Absent.NULL);
                    return update("update registry_version set tags=?, updated=? where model_key=? and version=?",
                            tags, now, modelKey, version);
                }
            }
        });
    }

    /// Sets a tag of a model, or takes it away with null.
    public void tagModel(long modelKey, String key, @Nullable String value) {
        sql(() -> {
            try (PreparedStatement select = connection
                    .prepareStatement("select tags from registry_model where \"key\"=?")) {
                select.setLong(1, modelKey);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return update("update registry_model set tags=? where \"key\"=?",
                            Json.with(row.getString(1), key, value, Json.Absent.NULL), modelKey);
                }
            }
        });
    }

    /// Lets an alias point to a version; to none with null.
    public void alias(long modelKey, String alias, @Nullable Integer version) {
        update("merge into registry_alias key (model_key, alias) values (?,?,?)", modelKey, alias, version);
    }

    public void passport(long modelKey, int version, Map<String, String> byHand) {
        layFacts(modelKey, version);
        update("update registry_facts set passport=? where model_key=? and version=?", Json.text(byHand), modelKey,
                version);
    }

    /// Puts a version into the trash, or takes it out with 0.
    public void deleteVersion(long modelKey, int version, long when) {
        update("update registry_version set deleted=? where model_key=? and version=?", when, modelKey, version);
    }

    public void deleteModel(long modelKey, long when) {
        update("update registry_model set deleted=? where \"key\"=?", when, modelKey);
    }

    /// Forgets a version for good; its number stays taken. What its source holds of it is not shown again.
    public void purgeVersion(long modelKey, int version) {
        update("delete from registry_file where model_key=? and version=?", modelKey, version);
        update("delete from registry_facts where model_key=? and version=?", modelKey, version);
        update("delete from registry_usage where model_key=? and version=?", modelKey, version);
        update("delete from registry_request where model_key=? and version=?", modelKey, version);
        update("""
                update registry_version set purged=true, own=false, stage=null, description=null, tags='{}', digest='',
                bytes=0, source='', run_id='', run_origin='', model_id=''
                where model_key=? and version=?""", modelKey, version);
    }

    /// Forgets a model for good, once its versions were. Its history stays.
    public void purgeModel(long modelKey, long now) {
        for (String table : List.of("registry_alias", "registry_gates", "registry_request", "registry_usage")) {
            update("delete from " + table + " where model_key=?", modelKey);
        }
        update("update registry_model set purged=true, deleted=?, description=null, tags='{}' where \"key\"=?", now,
                modelKey);
    }

    /// Gives a model of the workspace's own another name.
    public void rename(long modelKey, String name) {
        renamed = true;
        update("update registry_model set name=? where \"key\"=?", name, modelKey);
    }

    public void gates(long modelKey, String stage, List<String> rules) {
        update("delete from registry_gates where model_key=? and stage=?", modelKey, stage);
        if (!rules.isEmpty()) {
            update("insert into registry_gates values (?,?,?)", modelKey, stage, String.join("\n", rules));
        }
    }

    public void stages(List<String> ordered) {
        update("delete from registry_stage");
        for (int i = 0; i < ordered.size(); i++) {
            update("insert into registry_stage values (?,?)", ordered.get(i), i);
        }
    }

    /// The history of a model, in the order it was written down.
    public List<RegistryEvent> history(long modelKey) {
        return sql(() -> {
            try (PreparedStatement select = connection
                    .prepareStatement("select * from registry_event where model_key=? order by id")) {
                select.setLong(1, modelKey);
                return RegistryRows.events(select);
            }
        });
    }

    /// Appends to the history; the id of what is given does not count.
    public RegistryEvent append(RegistryEvent event) {
        RegistryEvent appended = sql(() -> RegistryRows.append(connection, event));
        written.add(appended);
        return appended;
    }

    /// Writes a request down.
    ///
    /// @return its number
    public long request(StageRequest request) {
        return sql(() -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into registry_request (model_key, version, to_stage, archive, who, asked, note, state,
                    decided_by, decided, answer) values (?,?,?,?,?,?,?,'PENDING','',0,'')""",
                    Statement.RETURN_GENERATED_KEYS)) {
                insert.setLong(1, request.modelKey());
                insert.setInt(2, request.version());
                insert.setString(3, request.stage());
                insert.setBoolean(4, request.archive());
                insert.setString(5, request.who());
                insert.setLong(6, request.asked());
                insert.setString(7, request.comment());
                insert.executeUpdate();
                try (ResultSet key = insert.getGeneratedKeys()) {
                    key.next();
                    return key.getLong(1);
                }
            }
        });
    }

    /// Decides a request that is still pending.
    ///
    /// @return false when somebody was faster
    public boolean decide(long request, StageRequest.State state, String who, long now, String answer) {
        return update("""
                update registry_request set state=?, decided_by=?, decided=?, answer=?
                where id=? and state='PENDING'""",
                state.name(), who, now, answer, request) == 1;
    }
}
