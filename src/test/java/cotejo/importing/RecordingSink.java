package cotejo.importing;

import cotejo.model.LoggedModel;
import cotejo.model.Problem;
import cotejo.model.RegisteredModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Keeps in memory what an importer tells, over several imports of one source, as the workspace would.
public final class RecordingSink implements RunSink {

    /// A point as it was written.
    public record Point(double step, long time, double value) {
    }

    /// A run as it stands after the imports so far.
    public record Stored(ImportedRun run, Map<String, List<Point>> points, byte[] remembered) {

        /// The points of a metric, in the order they were written.
        public List<Point> of(String metric) {
            return points.getOrDefault(metric, List.of());
        }
    }

    public final Map<String, ImportedExperiment> experiments = new LinkedHashMap<>();
    public final Map<String, Stored> runs = new LinkedHashMap<>();
    public final Map<String, LoggedModel> loggedModels = new LinkedHashMap<>();
    public final Map<String, RegisteredModel> registeredModels = new LinkedHashMap<>();
    public final List<Problem> problems = new ArrayList<>();
    public final List<String> unchanged = new ArrayList<>();
    /// The runs that were as they were, but of which something else was to be remembered.
    public final List<String> remembered = new ArrayList<>();
    public final List<String> replaced = new ArrayList<>();
    public final List<String> extended = new ArrayList<>();
    /// How many points were written since [#forgetCalls].
    public long pointsWritten;
    public long expected = -1;

    /// Begins a new import of the same source: keeps what is stored, forgets what was called.
    public void forgetCalls() {
        problems.clear();
        unchanged.clear();
        remembered.clear();
        replaced.clear();
        extended.clear();
        pointsWritten = 0;
    }

    /// All points of all runs.
    public long points() {
        return runs.values().stream().flatMap(run -> run.points().values().stream()).mapToLong(List::size).sum();
    }

    @Override
    public void expectRuns(long count) {
        expected = count;
    }

    @Override
    public void experiment(ImportedExperiment experiment) {
        experiments.put(experiment.id(), experiment);
    }

    @Override
    public byte @Nullable [] remembered(String runId) {
        Stored stored = runs.get(runId);
        return stored == null ? null : stored.remembered();
    }

    @Override
    public void unchanged(String runId, byte @Nullable [] remember) {
        unchanged.add(runId);
        if (remember != null) {
            Stored stored = Objects.requireNonNull(runs.get(runId), runId);
            remembered.add(runId);
            runs.put(runId, new Stored(stored.run(), stored.points(), remember));
        }
    }

    @Override
    public RunWriter replace(ImportedRun run) {
        replaced.add(run.id());
        return new Writer(run, new TreeMap<>());
    }

    @Override
    public RunWriter extend(ImportedRun run) {
        Stored stored = runs.get(run.id());
        if (stored == null) {
            throw new IllegalStateException("extends a run that was never written: " + run.id());
        }
        extended.add(run.id());
        Map<String, List<Point>> points = new TreeMap<>();
        stored.points().forEach((metric, old) -> points.put(metric, new ArrayList<>(old)));
        return new Writer(run, points);
    }

    @Override
    public void loggedModel(LoggedModel model) {
        loggedModels.put(model.id(), model);
    }

    @Override
    public void registeredModel(RegisteredModel model) {
        registeredModels.put(model.name(), model);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    private final class Writer implements RunWriter {

        private final ImportedRun run;
        private final Map<String, List<Point>> points;

        Writer(ImportedRun run, Map<String, List<Point>> points) {
            this.run = run;
            this.points = points;
            if (!experiments.containsKey(run.experimentId())) {
                throw new IllegalStateException("run before its experiment: " + run.id());
            }
        }

        @Override
        public void point(String metric, long step, long time, double value) {
            pointAt(metric, step, time, value);
        }

        @Override
        public void pointAt(String metric, double step, long time, double value) {
            pointsWritten++;
            points.computeIfAbsent(metric, any -> new ArrayList<>()).add(new Point(step, time, value));
        }

        @Override
        public void done(byte[] remember) {
            runs.put(run.id(), new Stored(run, points, remember));
        }
    }
}
