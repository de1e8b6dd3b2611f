package cotejo.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All runs of a workspace, column by column: what tables, filters, sorts and groups work on. Immutable; safe to read
/// from any thread.
///
/// Rows are numbered 0 to [#size] - 1 and have no meaning beyond this frame: the next frame may number them otherwise.
/// What lasts is [Run#key]. The frame holds trashed runs and runs of trashed experiments too.
public final class RunFrame {

    private static final RunFrame EMPTY = builder().build(Map.of());

    private final Run[] runs;
    private final List<DatasetUse>[] datasets;
    private final Map<Long, Integer> rowOfKey;
    private final SortedMap<String, TextColumn> params;
    private final SortedMap<String, TextColumn> tags;
    private final SortedMap<String, MetricColumn> metrics;
    private final Map<Long, Experiment> experiments;

    RunFrame(Run[] runs, List<DatasetUse>[] datasets, SortedMap<String, TextColumn> params,
            SortedMap<String, TextColumn> tags, SortedMap<String, MetricColumn> metrics,
            Map<Long, Experiment> experiments) {
        this.runs = runs;
        this.datasets = datasets;
        this.params = params;
        this.tags = tags;
        this.metrics = metrics;
        this.experiments = experiments;
        Map<Long, Integer> rows = HashMap.newHashMap(runs.length);
        for (int row = 0; row < runs.length; row++) {
            rows.put(runs[row].key(), row);
        }
        this.rowOfKey = rows;
    }

    /// The frame without a run.
    public static RunFrame empty() {
        return EMPTY;
    }

    public static Builder builder() {
        return new Builder();
    }

    public int size() {
        return runs.length;
    }

    public Run run(int row) {
        return runs[row];
    }

    /// The row of a run by its key, or -1.
    public int row(long runKey) {
        return rowOfKey.getOrDefault(runKey, -1);
    }

    /// The datasets the run read.
    public List<DatasetUse> datasets(int row) {
        return datasets[row];
    }

    /// The param's column, or null when no run has it.
    public @Nullable TextColumn param(String key) {
        return params.get(key);
    }

    /// The tag's column, or null when no run has it.
    public @Nullable TextColumn tag(String key) {
        return tags.get(key);
    }

    /// The metric's column, or null when no run has it.
    public @Nullable MetricColumn metric(String key) {
        return metrics.get(key);
    }

    public Set<String> paramKeys() {
        return Collections.unmodifiableSet(params.keySet());
    }

    public Set<String> tagKeys() {
        return Collections.unmodifiableSet(tags.keySet());
    }

    public Set<String> metricKeys() {
        return Collections.unmodifiableSet(metrics.keySet());
    }

    /// The experiments by key, also those without runs.
    public Map<Long, Experiment> experiments() {
        return experiments;
    }

    /// The experiment a run stands in.
    public @Nullable Experiment experiment(int row) {
        return experiments.get(runs[row].experimentKey());
    }

    /// Whether the run, or the experiment it stands in, is in the trash.
    public boolean trashed(int row) {
        @Nullable Experiment experiment = experiment(row);
        return runs[row].lifecycle() == Lifecycle.DELETED
                || (experiment != null && experiment.lifecycle() == Lifecycle.DELETED);
    }

    /// Params, tags, metric summaries and datasets of one run.
    public RunFacts facts(int row) {
        SortedMap<String, String> ofParams = new TreeMap<>(NaturalOrder.INSTANCE);
        params.forEach((key, column) -> put(ofParams, key, column.value(row)));
        SortedMap<String, String> ofTags = new TreeMap<>(NaturalOrder.INSTANCE);
        tags.forEach((key, column) -> put(ofTags, key, column.value(row)));
        SortedMap<String, MetricSummary> ofMetrics = new TreeMap<>(NaturalOrder.INSTANCE);
        metrics.forEach((key, column) -> put(ofMetrics, key, column.summary(row)));
        return new RunFacts(ofParams, ofTags, ofMetrics, datasets[row]);
    }

    private static <T> void put(Map<String, T> map, String key, @Nullable T value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    /// This frame with some runs taken out; follow it by [Builder#begin] for those that come (again). Runs that stay
    /// keep their order and come first.
    public Builder without(Collection<Long> runKeys) {
        Set<Long> gone = new HashSet<>(runKeys);
        Builder builder = new Builder();
        int[] newRow = new int[runs.length];
        for (int row = 0; row < runs.length; row++) {
            if (gone.contains(runs[row].key())) {
                newRow[row] = -1;
            } else {
                newRow[row] = builder.begin(runs[row]);
                builder.datasets(datasets[row]);
            }
        }
        params.forEach((key, column) -> builder.param(key).addAll(column, newRow));
        tags.forEach((key, column) -> builder.tag(key).addAll(column, newRow));
        metrics.forEach((key, column) -> builder.metric(key).addAll(column, newRow));
        return builder;
    }

    /// Collects a frame run by run.
    public static final class Builder {
        private final List<Run> runs = new ArrayList<>();
        private final List<List<DatasetUse>> datasets = new ArrayList<>();
        private final Map<String, TextColumn.Builder> params = new HashMap<>();
        private final Map<String, TextColumn.Builder> tags = new HashMap<>();
        private final Map<String, MetricColumn.Builder> metrics = new HashMap<>();

        private Builder() {
        }

        /// Starts the next run and returns its row; what is added to columns next belongs to this row.
        public int begin(Run run) {
            runs.add(run);
            datasets.add(List.of());
            return runs.size() - 1;
        }

        /// Adds a run with all that is known of it.
        public void add(Run run, RunFacts facts) {
            int row = begin(run);
            facts.params().forEach((key, value) -> param(key).add(row, value));
            facts.tags().forEach((key, value) -> tag(key).add(row, value));
            facts.metrics().forEach((key, value) -> metric(key).add(row, value));
            datasets(facts.datasets());
        }

        /// The datasets of the run begun last.
        public void datasets(List<DatasetUse> uses) {
            datasets.set(datasets.size() - 1, uses);
        }

        public TextColumn.Builder param(String key) {
            return params.computeIfAbsent(key, TextColumn.Builder::new);
        }

        public TextColumn.Builder tag(String key) {
            return tags.computeIfAbsent(key, TextColumn.Builder::new);
        }

        public MetricColumn.Builder metric(String key) {
            return metrics.computeIfAbsent(key, MetricColumn.Builder::new);
        }

        /// Ends the frame. Columns that no run has are left out.
        public RunFrame build(Map<Long, Experiment> experiments) {
            int size = runs.size();
            SortedMap<String, TextColumn> builtParams = new TreeMap<>(NaturalOrder.INSTANCE);
            SortedMap<String, TextColumn> builtTags = new TreeMap<>(NaturalOrder.INSTANCE);
            SortedMap<String, MetricColumn> builtMetrics = new TreeMap<>(NaturalOrder.INSTANCE);
            params.forEach((key, column) -> {
                if (!column.isEmpty()) {
                    builtParams.put(key, column.build(size));
                }
            });
            tags.forEach((key, column) -> {
                if (!column.isEmpty()) {
                    builtTags.put(key, column.build(size));
                }
            });
            metrics.forEach((key, column) -> {
                if (!column.isEmpty()) {
                    builtMetrics.put(key, column.build(size));
                }
            });
            @SuppressWarnings({"unchecked", "rawtypes"})
            List<DatasetUse>[] uses = datasets.toArray(new List[0]);
            return new RunFrame(runs.toArray(new Run[0]), Arrays.copyOf(uses, size), builtParams, builtTags,
                    builtMetrics, Map.copyOf(experiments));
        }
    }
}
