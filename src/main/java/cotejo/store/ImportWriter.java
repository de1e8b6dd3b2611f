package cotejo.store;

import cotejo.model.Change;
import cotejo.model.DatasetUse;
import cotejo.model.Experiment;
import cotejo.model.Lifecycle;
import cotejo.model.LoggedModel;
import cotejo.model.RegisteredModel;
import cotejo.model.Run;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes what an import brings of one source. Used by one thread; the database works on another meanwhile.
///
/// Runs become visible in commits a fraction of a second apart, each whole or not at all. What was committed survives a
/// kill of the program; closing without [#commit] drops the rest.
public final class ImportWriter implements AutoCloseable {

    private static final long COMMIT_NANOS = 300_000_000L;
    private static final int BATCH_BYTES = 1 << 20;
    private static final int BATCH_RUNS = 250;

    private record RunRow(long key, boolean isNew, Run run, int artifacts, byte[] facts, byte[] memory) {
    }

    private record PointRow(long slot, byte[] data) {
    }

    private final Database database;
    private final long sourceKey;
    private final Lane lane;
    private final CompletableFuture<KnownSource> loading;
    private final Datasets datasets;
    private final ModelRows models;
    private final RunPages<RunMemory> memory;

    private List<RunRow> runRows = new ArrayList<>();
    private List<PointRow> pointRows = new ArrayList<>();
    private List<long[]> goneSlots = new ArrayList<>();
    private Map<Long, byte[]> memories = new HashMap<>();
    private final Set<Long> changed = new HashSet<>();
    private final List<Change> otherChanges = new ArrayList<>();
    private int batchBytes;
    private CompletableFuture<Boolean> writing = CompletableFuture.completedFuture(true);
    private long committedAt = System.nanoTime();
    private final Map<Long, Run> drafts = new HashMap<>();
    private final Map<Long, Integer> draftArtifacts = new HashMap<>();

    private ImportWriter(Database database, long sourceKey) {
        this.database = database;
        this.sourceKey = sourceKey;
        this.lane = database.importLane();
        this.datasets = new Datasets(database);
        this.models = new ModelRows(sourceKey);
        this.memory = new RunPages<>(lane, "memory", RunMemory::decode);
        this.loading = lane.start(this::load);
    }

    /// Begins to write a source that has been registered. What is known of it is read meanwhile; where that fails, what
    /// is called next tells.
    public static ImportWriter begin(Database database, long sourceKey) {
        return new ImportWriter(database, sourceKey);
    }

    private KnownSource load(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        KnownSource source = KnownSource.load(connection, sourceKey);
        source.firstRun().ifPresent(memory::begin);
        return source;
    }

    private KnownSource loaded() {
        return lane.await(loading);
    }

    /// Adds or updates an experiment and returns its key.
    public long experiment(Experiment told) {
        @Nullable Experiment known = loaded().experiments().get(told.id());
        Experiment wanted = new Experiment(known == null ? 0 : known.key(), sourceKey, told.id(), told.name(),
                told.lifecycle(), told.artifactLocation(), told.created(), told.updated(), told.tags());
        if (wanted.equals(known)) {
            return wanted.key();
        }
        flush();
        long key = lane.run(connection -> ExperimentRows.put(connection, wanted));
        loaded().experiments().put(told.id(), new Experiment(key, sourceKey, told.id(), told.name(), told.lifecycle(),
                told.artifactLocation(), told.created(), told.updated(), told.tags()));
        otherChanges.add(new Change.Experiments());
        return key;
    }

    /// The key of an experiment that was told before; one with this id and no name is made if there was none.
    private long experimentKey(String id) {
        @Nullable Experiment known = loaded().experiments().get(id);
        return known != null ? known.key()
                : experiment(new Experiment(0, sourceKey, id, id, Lifecycle.ACTIVE, "", 0, 0, Map.of()));
    }

    /// Whether the person deleted this run for good; it is left out of imports from then on.
    public boolean forgotten(String runId) {
        return loaded().forgotten().contains(runId);
    }

    /// What [RunDraft#done] was asked to remember of the run; null for a new one.
    public byte @Nullable [] remembered(String runId) {
        @Nullable Long key = loaded().runKeys().get(runId);
        if (key == null) {
            return null;
        }
        @Nullable RunMemory known = memory.of(key, this::flush);
        return known == null ? null : known.importers();
    }

    /// A run that is there, counted; null when it was deleted for good since the import began. What was remembered by
    /// a version that did not count is remembered with the count from then on.
    ///
    /// @param remember what [#remembered] shall return next time, or null where that stays as it is
    public @Nullable StoredRun stored(String runId, byte @Nullable [] remember) {
        long key = java.util.Objects.requireNonNull(loaded().runKeys().get(runId), runId);
        @Nullable RunMemory known = memory.of(key, this::flush);
        memory.drop(key);
        @Nullable StoredRun run = known == null ? null : known.run();
        byte @Nullable [] importers = remember;
        if (run == null) {
            run = lane.run(connection -> RunRows.counted(connection, key)).orElse(null);
            importers = remember == null && known != null ? known.importers() : remember;
        }
        if (run != null && importers != null) {
            byte[] row = RunMemory.encode(run, importers);
            memories.put(key, row);
            memory.forget(key);
            batchBytes += row.length;
            if (batchBytes > BATCH_BYTES) {
                flushLater();
            }
        }
        commitInTime();
        return run;
    }

    private PackedFacts storedFacts(long key) {
        flush();
        byte[] data = lane.run(connection -> Slots.one(connection, "facts", key));
        return data.length == 0 ? new PackedFacts() : PackedFacts.read(data);
    }

    /// Begins a run anew; what was stored of it goes when the draft is done. The run's key and experiment key are set
    /// here: the experiment is named by its id.
    public RunDraft replace(Run run, String experimentId, Map<String, String> params, Map<String, String> tags,
            List<DatasetUse> uses, int artifacts) {
        @Nullable Long known = loaded().runKeys().get(run.id());
        long key = known == null ? database.nextRunKey() : known;
        PackedFacts facts = new PackedFacts();
        if (known != null) {
            facts.nextPart = 0;
            goneSlots.add(new long[] {Slots.ofPoints(key, 0), Slots.ofPoints(key + 1, 0) - 1});
            flush();
        }
        return draft(key, known == null, facts, run, experimentId, params, tags, uses, artifacts);
    }

    /// Begins to add to a run whose stored points stay.
    public RunDraft extend(Run run, String experimentId, Map<String, String> params, Map<String, String> tags,
            List<DatasetUse> uses, int artifacts) {
        @Nullable Long known = loaded().runKeys().get(run.id());
        if (known == null) {
            return replace(run, experimentId, params, tags, uses, artifacts);
        }
        PackedFacts facts = storedFacts(known);
        facts.params.clear();
        facts.tags.clear();
        facts.uses.clear();
        int tail = facts.tailPart;
        int end = facts.nextPart;
        RunDraft draft = draft(known, false, facts, run, experimentId, params, tags, uses, artifacts);
        for (int part = tail; tail >= 0 && part < end; part++) {
            resume(draft, known, part);
        }
        return draft;
    }

    private void resume(RunDraft draft, long key, int part) {
        flush();
        long slot = Slots.ofPoints(key, part);
        byte[] data = lane.run(connection -> SeriesStore.part(connection, slot));
        PointParts.read(data, (metric, bytes, from, length) -> {
            Points points = new Points(256);
            SegmentCodec.decode(bytes, from, length, points);
            draft.resume(metric, points);
            draft.facts().metrics.computeIfAbsent(metric, k -> new SeriesHeader()).noLongerIn(part);
        });
        goneSlots.add(new long[] {slot, slot});
    }

    private RunDraft draft(long key, boolean isNew, PackedFacts facts, Run run, String experimentId,
            Map<String, String> params, Map<String, String> tags, List<DatasetUse> uses, int artifacts) {
        database.keys().learn(Stream.concat(params.keySet().stream(), tags.keySet().stream()).toList());
        params.forEach((name, value) -> facts.params.put(keyId(name), value));
        tags.forEach((name, value) -> facts.tags.put(keyId(name), value));
        for (DatasetUse use : uses) {
            facts.uses.add(new PackedFacts.Use(datasets.key(use.dataset()), use.context()));
        }
        long experimentKey = experimentKey(experimentId);
        drafts.put(key, new Run(isNew ? -key : key, sourceKey, experimentKey, run.id(), run.name(), run.status(),
                run.lifecycle(), run.start(), run.end(), run.user(), run.artifactUri(), run.parentId(), false, false));
        draftArtifacts.put(key, artifacts);
        return new RunDraft(this, key, facts);
    }

    int keyId(String name) {
        return database.keys().id(name);
    }

    String keyName(int key) {
        return database.keys().name(key);
    }

    void putPoints(long runKey, int part, byte[] data) {
        pointRows.add(new PointRow(Slots.ofPoints(runKey, part), data));
        batchBytes += data.length;
        if (batchBytes > BATCH_BYTES) {
            flushLater();
        }
    }

    RunTally putRun(RunDraft draft, byte[] importers) {
        long key = draft.runKey();
        Run run = java.util.Objects.requireNonNull(drafts.remove(key));
        byte[] packed = draft.facts().write();
        RunTally tally = RunTally.of(draft.facts());
        int artifacts = java.util.Objects.requireNonNull(draftArtifacts.remove(key));
        byte[] remembered = RunMemory.encode(StoredRun.of(run, artifacts, tally), importers);
        runRows.add(new RunRow(key, run.key() < 0, run, artifacts, packed, remembered));
        loaded().runKeys().put(run.id(), key);
        changed.add(key);
        memories.remove(key);
        memory.forget(key);
        batchBytes += packed.length + remembered.length;
        if (batchBytes > BATCH_BYTES || runRows.size() >= BATCH_RUNS) {
            flushLater();
        }
        commitInTime();
        return tally;
    }

    /// Commits where that is due: rows that were written are locked until then.
    private void commitInTime() {
        if (drafts.isEmpty() && System.nanoTime() - committedAt > COMMIT_NANOS) {
            commit();
        }
    }

    /// Adds or updates a logged model.
    public void loggedModel(LoggedModel model) {
        if (lane.run(connection -> models.putLogged(connection, model))) {
            otherChanges.add(new Change.Models());
        }
    }

    /// Adds or updates a registered model with its versions.
    public void registeredModel(RegisteredModel model) {
        if (lane.run(connection -> models.putRegistered(connection, model))) {
            otherChanges.add(new Change.Models());
        }
    }

    private void flushLater() {
        lane.await(writing);
        List<RunRow> runs = runRows;
        List<PointRow> points = pointRows;
        List<long[]> gone = goneSlots;
        runRows = new ArrayList<>();
        pointRows = new ArrayList<>();
        goneSlots = new ArrayList<>();
        Map<Long, byte[]> remembered = memories;
        memories = new HashMap<>();
        batchBytes = 0;
        if (!runs.isEmpty() || !points.isEmpty() || !gone.isEmpty() || !remembered.isEmpty()) {
            writing = lane.start(connection -> write(connection, runs, points, gone, remembered));
        }
    }

    private void flush() {
        flushLater();
        lane.await(writing);
    }

    /// Makes everything that is done visible, and safe from a kill of the program.
    public void commit() {
        loaded();
        flush();
        lane.run(connection -> {
            connection.commit();
            return true;
        });
        committedAt = System.nanoTime();
        List<Change> told = new ArrayList<>(otherChanges);
        if (!changed.isEmpty()) {
            told.add(new Change.Runs(Set.copyOf(changed)));
            told.add(new Change.Points(Set.copyOf(changed)));
        }
        changed.clear();
        otherChanges.clear();
        database.changes().tell(told);
    }

    private static boolean write(Connection connection, List<RunRow> runs, List<PointRow> points, List<long[]> gone,
            Map<Long, byte[]> memories) throws SQLException {
        for (long[] range : gone) {
            EditStore.range(connection, "points", range[0], range[1]);
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into points values (?, ?)")) {
            for (PointRow row : points) {
                insert.setLong(1, row.slot());
                insert.setBytes(2, row.data());
                insert.executeUpdate();
            }
        }
        RunRows.write(connection, runs.stream().map(RunRow::run).filter(run -> run.key() < 0).toList(),
                runs.stream().map(RunRow::run).filter(run -> run.key() > 0).toList());
        try (PreparedStatement artifacts = connection
                .prepareStatement("update run set artifacts = ? where \"key\" = ? and artifacts <> ?")) {
            for (RunRow row : runs) {
                artifacts.setInt(1, row.artifacts());
                artifacts.setLong(2, row.key());
                artifacts.setInt(3, row.artifacts());
                artifacts.executeUpdate();
            }
        }
        for (RunRow row : runs) {
            if (row.isNew()) {
                Slots.put(connection, "facts", row.key(), row.facts());
                Slots.put(connection, "memory", row.key(), row.memory());
            } else if (RunRows.there(connection, row.key())) {
                Slots.replace(connection, "facts", row.key(), row.facts());
                Slots.replace(connection, "memory", row.key(), row.memory());
            }
        }
        for (Map.Entry<Long, byte[]> memory : memories.entrySet()) {
            // A run that was deleted for good meanwhile leaves nothing behind: its key may be given again.
            if (RunRows.there(connection, memory.getKey())) {
                Slots.replace(connection, "memory", memory.getKey(), memory.getValue());
            }
        }
        return true;
    }

    /// Ends the import. What was not committed is dropped.
    @Override
    public void close() {
        try {
            writing.handle((done, failure) -> true).join();
            lane.run(connection -> {
                connection.rollback();
                return true;
            });
        } finally {
            lane.close();
        }
    }
}
