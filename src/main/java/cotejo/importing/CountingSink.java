package cotejo.importing;

import cotejo.model.DatasetUse;
import cotejo.model.LoggedModel;
import cotejo.model.Problem;
import cotejo.model.RegisteredModel;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Counts what an importer reads and stores nothing: the dry run.
final class CountingSink implements RunSink {

    private final ImportCounts counts;

    CountingSink(ImportCounts counts) {
        this.counts = counts;
    }

    @Override
    public void expectRuns(long runs) {
    }

    @Override
    public void experiment(ImportedExperiment experiment) {
        counts.experiment(experiment);
    }

    @Override
    public byte @Nullable [] remembered(String runId) {
        return null;
    }

    @Override
    public void unchanged(String runId, byte @Nullable [] remember) {
        throw new IllegalStateException("nothing is remembered in a dry run");
    }

    @Override
    public RunWriter replace(ImportedRun run) {
        boolean first = counts.run(run.id(), run.lifecycle(), run.parentId(), run.artifacts());
        Set<String> keys = new HashSet<>();
        Set<Object> datasets = new HashSet<>();
        for (DatasetUse use : run.datasets()) {
            datasets.add(use.dataset());
        }
        return new RunWriter() {
            private long points;

            @Override
            public void point(String metric, long step, long time, double value) {
                keys.add(metric);
                points++;
            }

            @Override
            public void pointAt(String metric, double step, long time, double value) {
                keys.add(metric);
                points++;
            }

            @Override
            public void done(byte[] remember) {
                if (first) {
                    counts.facts(run.params().size(), run.tags().size(), points, keys, datasets);
                }
            }
        };
    }

    @Override
    public RunWriter extend(ImportedRun run) {
        return replace(run);
    }

    @Override
    public void loggedModel(LoggedModel model) {
        counts.loggedModel(model);
    }

    @Override
    public void registeredModel(RegisteredModel model) {
        counts.registeredModel(model);
    }

    @Override
    public void problem(Problem problem) {
        counts.problem(problem);
    }
}
