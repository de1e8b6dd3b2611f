package cotejo.importing;

import cotejo.model.Experiment;
import cotejo.model.LoggedModel;
import cotejo.model.Problem;
import cotejo.model.RegisteredModel;
import cotejo.model.Run;
import cotejo.store.ImportWriter;
import cotejo.store.RunDraft;
import cotejo.store.RunTally;
import cotejo.store.StoredRun;
import cotejo.work.Progress;
import org.jspecify.annotations.Nullable;

/// Puts what an importer reads into the workspace, and counts it.
final class StoreSink implements RunSink {

    private final ImportWriter writer;
    private final ImportCounts counts;
    private final Progress progress;
    private long expected = -1;

    StoreSink(ImportWriter writer, ImportCounts counts, Progress progress) {
        this.writer = writer;
        this.counts = counts;
        this.progress = progress;
    }

    @Override
    public void expectRuns(long runs) {
        expected = runs;
    }

    @Override
    public void experiment(ImportedExperiment e) {
        counts.experiment(e);
        writer.experiment(new Experiment(0, 0, e.id(), e.name(), e.lifecycle(), e.artifactLocation(), e.created(),
                e.updated(), e.tags()));
    }

    @Override
    public byte @Nullable [] remembered(String runId) {
        return writer.remembered(runId);
    }

    @Override
    public void unchanged(String runId, byte @Nullable [] remember) {
        StoredRun run = writer.stored(runId, remember);
        if (run == null) {
            // Deleted for good a moment ago.
            return;
        }
        RunTally tally = run.tally();
        if (counts.run(runId, run.lifecycle(), run.parentId(), run.artifacts())) {
            counts.facts(tally.params(), tally.tags(), tally.points(), tally.metricKeys(), tally.datasets());
            counts.unchanged(runId);
        }
        progress.report(run.name(), counts.runsSoFar(), expected);
    }

    @Override
    public RunWriter replace(ImportedRun run) {
        if (writer.forgotten(run.id())) {
            return left(run);
        }
        boolean isNew = writer.remembered(run.id()) == null;
        return writing(run, isNew ? ImportCounts.Fate.ADDED : ImportCounts.Fate.UPDATED,
                writer.replace(asRun(run), run.experimentId(), run.params(), run.tags(), run.datasets(),
                        run.artifacts()));
    }

    @Override
    public RunWriter extend(ImportedRun run) {
        return writing(run, ImportCounts.Fate.UPDATED,
                writer.extend(asRun(run), run.experimentId(), run.params(), run.tags(), run.datasets(),
                        run.artifacts()));
    }

    /// A run the person deleted for good: it is in the source, so it counts, but it stays out of the workspace.
    private RunWriter left(ImportedRun run) {
        RunWriter counting = new CountingSink(counts).replace(run);
        counts.fate(ImportCounts.Fate.UNCHANGED);
        return counting;
    }

    private RunWriter writing(ImportedRun run, ImportCounts.Fate fate, RunDraft draft) {
        boolean first = counts.run(run.id(), run.lifecycle(), run.parentId(), run.artifacts());
        progress.report(run.name(), counts.runsSoFar(), expected);
        return new RunWriter() {
            @Override
            public void point(String metric, long step, long time, double value) {
                draft.point(metric, step, time, value);
            }

            @Override
            public void pointAt(String metric, double step, long time, double value) {
                draft.pointAt(metric, step, time, value);
            }

            @Override
            public void done(byte[] remember) {
                RunTally tally = draft.done(remember);
                if (first) {
                    counts.facts(tally.params(), tally.tags(), tally.points(), tally.metricKeys(), tally.datasets());
                    counts.fate(fate);
                }
            }
        };
    }

    private static Run asRun(ImportedRun run) {
        return new Run(0, 0, 0, run.id(), run.name(), run.status(), run.lifecycle(), run.start(), run.end(),
                run.user(), run.artifactUri(), run.parentId().isEmpty() ? null : run.parentId(), false, false);
    }

    @Override
    public void loggedModel(LoggedModel model) {
        counts.loggedModel(model);
        writer.loggedModel(model);
    }

    @Override
    public void registeredModel(RegisteredModel model) {
        counts.registeredModel(model);
        writer.registeredModel(model);
    }

    @Override
    public void problem(Problem problem) {
        counts.problem(problem);
    }
}
