package cotejo.query;

import cotejo.model.DatasetRef;
import cotejo.model.DatasetUse;
import cotejo.model.Experiment;
import cotejo.model.Lifecycle;
import cotejo.model.MetricSummary;
import cotejo.model.Run;
import cotejo.model.RunFacts;
import cotejo.model.RunFrame;
import cotejo.model.RunStatus;
import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Builds small frames for tests. Experiment 1 is `vision`, experiment 2 `speech`, which is in the trash.
final class Runs {

    private final RunFrame.Builder builder = RunFrame.builder();
    private long lastKey;

    /// A run in the making.
    static final class Draft {
        private final long key;
        private final String name;
        private String id;
        private long source = 1;
        private long experiment = 1;
        private RunStatus status = RunStatus.FINISHED;
        private long start;
        private long end;
        private @Nullable String parent;
        private boolean starred;
        private final SortedMap<String, String> params = new TreeMap<>();
        private final SortedMap<String, String> tags = new TreeMap<>();
        private final SortedMap<String, MetricSummary> metrics = new TreeMap<>();
        private final List<DatasetUse> datasets = new ArrayList<>();

        private Draft(long key, String name) {
            this.key = key;
            this.name = name;
            this.id = name;
        }

        Draft id(String value) {
            id = value;
            return this;
        }

        Draft source(long value) {
            source = value;
            return this;
        }

        Draft experiment(long value) {
            experiment = value;
            return this;
        }

        Draft status(RunStatus value) {
            status = value;
            return this;
        }

        Draft times(long from, long until) {
            start = from;
            end = until;
            return this;
        }

        Draft parent(String value) {
            parent = value;
            return this;
        }

        Draft starred() {
            starred = true;
            return this;
        }

        Draft param(String k, String value) {
            params.put(k, value);
            return this;
        }

        Draft tag(String k, String value) {
            tags.put(k, value);
            return this;
        }

        /// A metric whose latest value is this; its minimum is one less, its maximum one more.
        Draft metric(String k, double last) {
            metrics.put(k, new MetricSummary(3, 0, last, last, 10, 1000, last - 1, 5, last + 1, 7, last));
            return this;
        }

        Draft dataset(String dataset, String digest, String context) {
            datasets.add(new DatasetUse(new DatasetRef(dataset, digest, "", "", "", ""), context));
            return this;
        }
    }

    private final List<Draft> drafts = new ArrayList<>();

    Draft run(String name) {
        Draft draft = new Draft(++lastKey, name);
        drafts.add(draft);
        return draft;
    }

    RunFrame frame() {
        for (Draft d : drafts) {
            builder.add(new Run(d.key, d.source, d.experiment, d.id, d.name, d.status, Lifecycle.ACTIVE, d.start, d.end,
                    "ana", "", d.parent, d.starred, false), new RunFacts(d.params, d.tags, d.metrics, d.datasets));
        }
        return builder.build(Map.of(1L, experiment(1, "vision", Lifecycle.ACTIVE), 2L,
                experiment(2, "speech", Lifecycle.DELETED)));
    }

    private static Experiment experiment(long key, String name, Lifecycle lifecycle) {
        return new Experiment(key, 1, Long.toString(key), name, lifecycle, "", 0, 0, Map.of());
    }

    /// The names of the runs that pass a filter, in the frame's order.
    static List<String> passing(RunFrame frame, String filter) {
        return switch (Filter.parse(filter)) {
            case Filter f -> f.compile(frame, SeriesAt.none()).select(Cancel.never()).stream()
                    .mapToObj(row -> frame.run(row).name()).toList();
            case FilterError error -> throw new AssertionError(filter + " → " + error);
        };
    }
}
