package cotejo.importing.format;

import cotejo.importing.ImportedExperiment;
import cotejo.importing.ImportedRun;
import cotejo.importing.RunSink;
import cotejo.importing.RunWriter;
import cotejo.model.LoggedModel;
import cotejo.model.Problem;
import cotejo.model.RegisteredModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps what an importer delivers, as the workspace would, over several imports of the same source.
final class SqliteSink implements RunSink {

    /// One delivered point.
    record Point(String key, long step, long time, double value) {
    }

    final Map<String, ImportedExperiment> experiments = new LinkedHashMap<>();
    final Map<String, ImportedRun> runs = new LinkedHashMap<>();
    final Map<String, List<Point>> points = new LinkedHashMap<>();
    final Map<String, byte[]> marks = new LinkedHashMap<>();
    final Map<String, LoggedModel> loggedModels = new LinkedHashMap<>();
    final Map<String, RegisteredModel> registeredModels = new LinkedHashMap<>();
    final List<Problem> problems = new ArrayList<>();
    /// What was done in the last import, such as `replace abc` and `unchanged abc`.
    final List<String> calls = new ArrayList<>();
    long expected = -1;
    /// Called before each run is written.
    Runnable beforeRun = () -> { };

    void forgetCalls() {
        calls.clear();
        problems.clear();
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
        return marks.get(runId);
    }

    @Override
    public void unchanged(String runId, byte @Nullable [] remember) {
        calls.add("unchanged " + runId);
    }

    @Override
    public RunWriter replace(ImportedRun run) {
        return writer("replace", run, new ArrayList<>());
    }

    @Override
    public RunWriter extend(ImportedRun run) {
        if (!marks.containsKey(run.id())) {
            throw new IllegalStateException("extends a run that is not remembered");
        }
        return writer("extend", run, new ArrayList<>(pointsOf(run.id())));
    }

    private RunWriter writer(String call, ImportedRun run, List<Point> all) {
        if (!experiments.containsKey(run.experimentId())) {
            throw new IllegalStateException("run before its experiment");
        }
        beforeRun.run();
        return new RunWriter() {
            @Override
            public void point(String metric, long step, long time, double value) {
                all.add(new Point(metric, step, time, value));
            }

            @Override
            public void pointAt(String metric, double step, long time, double value) {
                throw new IllegalStateException("MLflow has no fractional steps");
            }

            @Override
            public void done(byte[] remember) {
                calls.add(call + " " + run.id());
                runs.put(run.id(), run);
                points.put(run.id(), all);
                marks.put(run.id(), remember);
            }
        };
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

    ImportedRun run(String id) {
        return Objects.requireNonNull(runs.get(id), id);
    }

    List<Point> pointsOf(String id) {
        return Objects.requireNonNull(points.get(id), id);
    }

    LoggedModel loggedModel(String id) {
        return Objects.requireNonNull(loggedModels.get(id), id);
    }

    RegisteredModel registeredModel(String name) {
        return Objects.requireNonNull(registeredModels.get(name), name);
    }

    List<Double> values(String runId, String key) {
        return pointsOf(runId).stream().filter(point -> point.key().equals(key)).map(Point::value).toList();
    }

    List<Long> steps(String runId, String key) {
        return pointsOf(runId).stream().filter(point -> point.key().equals(key)).map(Point::step).toList();
    }

    long allPoints() {
        return points.values().stream().mapToLong(List::size).sum();
    }

    String problemText() {
        return problems.stream().map(Problem::message).collect(Collectors.joining("\n"));
    }
}
