package cotejo.store;

import cotejo.model.DatasetRef;
import cotejo.model.DatasetUse;
import cotejo.model.Lifecycle;
import cotejo.model.MetricColumn;
import cotejo.model.MetricSummary;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.model.TextColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Reads runs and their packed facts into a frame, with the person's edits laid over.
final class FrameReader implements PackedFacts.Visitor {

    private final Connection connection;
    private final KeyTable keys;
    private final Map<Long, DatasetRef> datasets;
    private final Map<Long, List<RunEdit>> edits;
    private final RunFrame.Builder builder;
    private final ByKey<TextColumn.Builder> params;
    private final ByKey<TextColumn.Builder> tags;
    private final ByKey<MetricColumn.Builder> metrics;
    private int row;
    private List<DatasetUse> uses = List.of();
    private Map<Integer, Optional<String>> tagEdits = Map.of();

    FrameReader(Connection connection, KeyTable keys, Map<Long, DatasetRef> datasets, RunFrame.Builder builder)
            throws SQLException {
        this.connection = connection;
        this.keys = keys;
        this.datasets = datasets;
        this.edits = EditStore.all(connection);
        this.builder = builder;
        this.params = new ByKey<>(key -> builder.param(keys.name(key)));
        this.tags = new ByKey<>(key -> builder.tag(keys.name(key)));
        this.metrics = new ByKey<>(key -> builder.metric(keys.name(key)));
    }

    /// Reads all runs: two passes in key order, side by side.
    void readAll() throws SQLException {
        try (PreparedStatement runs = connection
                .prepareStatement("select " + RunRows.COLUMNS + " from run order by \"key\"");
                PreparedStatement facts = connection.prepareStatement("select slot, data from facts order by slot");
                ResultSet run = runs.executeQuery();
                ResultSet fact = facts.executeQuery()) {
            boolean more = fact.next();
            while (run.next()) {
                long key = run.getLong(1);
                byte[] data = new byte[0];
                while (more && Slots.runOfFacts(fact.getLong(1)) <= key) {
                    if (Slots.runOfFacts(fact.getLong(1)) == key) {
                        byte[] part = fact.getBytes(2);
                        data = data.length == 0 ? part : Slots.join(data, part);
                    }
                    more = fact.next();
                }
                add(RunRows.read(run), data);
            }
        }
    }

    /// Reads some runs; those that are not there are passed over.
    void read(Iterable<Long> runKeys) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("select " + RunRows.COLUMNS + " from run where \"key\" = ?")) {
            for (long key : runKeys) {
                select.setLong(1, key);
                try (ResultSet run = select.executeQuery()) {
                    if (run.next()) {
                        add(RunRows.read(run), Slots.one(connection, "facts", key));
                    }
                }
            }
        }
    }

    private void add(Run run, byte[] data) {
        List<RunEdit> laidOver = edits.getOrDefault(run.key(), List.of());
        row = builder.begin(laidOver.isEmpty() ? run : edited(run, laidOver));
        uses = List.of();
        tagEdits = laidOver.isEmpty() ? Map.of() : tagEdits(laidOver);
        if (data.length > 0) {
            PackedFacts.visit(data, this);
        }
        tagEdits.forEach((key, value) -> value.ifPresent(text -> tags.get(key).add(row, text)));
        if (!uses.isEmpty()) {
            builder.datasets(List.copyOf(uses));
        }
    }

    private Map<Integer, Optional<String>> tagEdits(List<RunEdit> laidOver) {
        Map<Integer, Optional<String>> changed = new HashMap<>();
        for (RunEdit edit : laidOver) {
            if (edit.field().startsWith(RunEdit.TAG)) {
                changed.put(keys.id(edit.field().substring(RunEdit.TAG.length())), Optional.ofNullable(edit.value()));
            }
        }
        return changed;
    }

    @Override
    public void param(int key, String value) {
        params.get(key).add(row, value);
    }

    @Override
    public void tag(int key, String value) {
        if (tagEdits.isEmpty() || !tagEdits.containsKey(key)) {
            tags.get(key).add(row, value);
        }
    }

    @Override
    public void metric(int key, MetricSummary summary) {
        metrics.get(key).add(row, summary);
    }

    @Override
    public void use(long dataset, String context) {
        DatasetRef known = datasets.get(dataset);
        if (known != null) {
            if (uses.isEmpty()) {
                uses = new ArrayList<>();
            }
            uses.add(new DatasetUse(known, context));
        }
    }

    /// The columns being built, by key number.
    private static final class ByKey<C> {
        private final IntFunction<C> make;
        private final List<@Nullable C> columns = new ArrayList<>();

        ByKey(IntFunction<C> make) {
            this.make = make;
        }

        C get(int key) {
            while (columns.size() <= key) {
                columns.add(null);
            }
            @Nullable C known = columns.get(key);
            if (known != null) {
                return known;
            }
            C made = make.apply(key);
            columns.set(key, made);
            return made;
        }
    }

    private static Run edited(Run run, List<RunEdit> edits) {
        Run now = run;
        for (RunEdit edit : edits) {
            String value = edit.value() == null ? "" : edit.value();
            now = switch (edit.field()) {
                case RunEdit.NAME -> with(now, value, now.lifecycle(), now.experimentKey(), now.starred(),
                        now.hidden());
                case RunEdit.LIFECYCLE ->
                    with(now, now.name(), Lifecycle.parse(value), now.experimentKey(), now.starred(), now.hidden());
                case RunEdit.EXPERIMENT ->
                    with(now, now.name(), now.lifecycle(), Long.parseLong(value), now.starred(), now.hidden());
                case RunEdit.STARRED ->
                    with(now, now.name(), now.lifecycle(), now.experimentKey(), value.equals("true"), now.hidden());
                case RunEdit.HIDDEN ->
                    with(now, now.name(), now.lifecycle(), now.experimentKey(), now.starred(), value.equals("true"));
                default -> now;
            };
        }
        return now;
    }

    private static Run with(Run run, String name, Lifecycle lifecycle, long experimentKey, boolean starred,
            boolean hidden) {
        return new Run(run.key(), run.sourceKey(), experimentKey, run.id(), name, run.status(), lifecycle, run.start(),
                run.end(), run.user(), run.artifactUri(), run.parentId(), starred, hidden);
    }
}
