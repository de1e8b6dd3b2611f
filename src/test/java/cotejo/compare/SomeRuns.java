package cotejo.compare;

import cotejo.model.Lifecycle;
import cotejo.model.MetricSummary;
import cotejo.model.Run;
import cotejo.model.RunFacts;
import cotejo.model.RunStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Runs that have what a test gives them.
public final class SomeRuns {

    private SomeRuns() {
    }

    /// A run of the experiment `e` with params.
    public static ComparedRun with(long key, Map<String, String> params) {
        return with(key, params, Map.of(), Map.of());
    }

    /// A run of the experiment `e` made with packages.
    public static ComparedRun packed(long key, Map<String, String> packages) {
        ComparedRun run = with(key, Map.of());
        return new ComparedRun(run.run(), run.experiment(), run.experimentTags(), run.source(), run.facts(),
                new TreeMap<>(packages), run.files());
    }

    /// A run of the experiment `e` with params, tags and metrics of one point at step 0.
    public static ComparedRun with(long key, Map<String, String> params, Map<String, String> tags,
            Map<String, Double> metrics) {
        TreeMap<String, MetricSummary> summaries = new TreeMap<>();
        metrics.forEach((name, value) -> summaries.put(name,
                new MetricSummary(1, 0, value, value, 0, 0, value, 0, value, 0, value)));
        Run run = new Run(key, 1, 1, "%032x".formatted(key), "run " + key, RunStatus.FINISHED, Lifecycle.ACTIVE,
                1_750_000_000_000L + key, 0, "", "", null, false, false);
        return new ComparedRun(run, "e", Map.of(), "store", new RunFacts(new TreeMap<>(params), new TreeMap<>(tags),
                summaries, List.of()), new TreeMap<>(), new TreeMap<>());
    }
}
