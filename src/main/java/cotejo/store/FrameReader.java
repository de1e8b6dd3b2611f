package cotejo.store;

import cotejo.model.DatasetRef;
import cotejo.model.DatasetUse;
import cotejo.model.Lifecycle;
import cotejo.model.MetricColumn;
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

/// Reads runs and their packed facts into a frame, with the person's edits laid over.
final class FrameReader {

    private final Connection connection;
    private final KeyTable keys;
    private final Map<Long, DatasetRef> datasets;
    private final Map<Long, List<RunEdit>> edits;
    private final RunFrame.Builder builder;
    private final Map<Integer, TextColumn.Builder> params = new HashMap<>();
    private final Map<Integer, TextColumn.Builder> tags = new HashMap<>();
    private final Map<Integer, MetricColumn.Builder> metrics = new HashMap<>();

    FrameReader(Connection connection, KeyTable keys, Map<Long, DatasetRef> datasets, RunFrame.Builder builder)
            throws SQLException {
        this.connection = connection;
        this.keys = keys;
        this.datasets = datasets;
        this.edits = EditStore.all(connection);
        this.builder = builder;
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
        int row = builder.begin(edited(run, laidOver));
        PackedFacts facts = data.length == 0 ? new PackedFacts() : PackedFacts.read(data);
        for (RunEdit edit : laidOver) {
            if (edit.field().startsWith(RunEdit.TAG)) {
                int key = keys.id(edit.field().substring(RunEdit.TAG.length()));
                String value = edit.value();
                if (value == null) {
                    facts.tags.remove(key);
                } else {
                    facts.tags.put(key, value);
                }
            }
        }
        facts.params.forEach((key, value) -> params.computeIfAbsent(key, k -> builder.param(keys.name(k)))
                .add(row, value));
        facts.tags.forEach((key, value) -> tags.computeIfAbsent(key, k -> builder.tag(keys.name(k))).add(row, value));
        facts.metrics.forEach((key, header) -> metrics.computeIfAbsent(key, k -> builder.metric(keys.name(k)))
                .add(row, header.summary()));
        if (!facts.uses.isEmpty()) {
            List<DatasetUse> uses = new ArrayList<>();
            facts.uses.forEach(use -> {
                DatasetRef dataset = datasets.get(use.dataset());
                if (dataset != null) {
                    uses.add(new DatasetUse(dataset, use.context()));
                }
            });
            builder.datasets(List.copyOf(uses));
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
