package cotejo.compare;

import cotejo.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The rows of what every run has: itself, its times, and the code it ran.
///
/// Keys are the names that filters and programs use; the window shows words for them.
final class Attributes {

    private static final String SOURCE = "mlflow.source.";
    /// Where trackers put what the code was, by the row it fills. The first tag that is there counts.
    private static final List<Map.Entry<String, List<String>>> CODE = List.of(
            Map.entry("entry_point", List.of(SOURCE + "name")),
            Map.entry("type", List.of(SOURCE + "type")),
            Map.entry("git.commit", List.of(SOURCE + "git.commit", "git.commit", "git_commit", "git.sha", "commit")),
            Map.entry("git.branch", List.of(SOURCE + "git.branch", "git.branch", "git_branch")),
            Map.entry("git.repository", List.of(SOURCE + "git.repoURL", "git.remote", "git.repo", "git_remote")),
            Map.entry("git.dirty", List.of("mlflow.git.dirty", "git.dirty", "git_dirty")));

    private Attributes() {
    }

    /// Whether a tag only says what rows of these sections say.
    static boolean echoes(String tag) {
        return tag.equals("mlflow.runName") || tag.equals("mlflow.user") || tag.equals("mlflow.parentRunId")
                || CODE.stream().anyMatch(row -> row.getValue().contains(tag));
    }

    /// The commit a run says it ran, empty when it says none.
    static String commit(ComparedRun run) {
        return CODE.stream().filter(row -> row.getKey().equals("git.commit")).flatMap(row -> row.getValue().stream())
                .map(tag -> run.facts().tags().getOrDefault(tag, "")).filter(tag -> !tag.isEmpty()).findFirst()
                .orElse("");
    }

    static List<Row> run(Rowing rowing) {
        List<Row> rows = new ArrayList<>();
        text(rowing, rows, "run_name", run -> run.run().name());
        text(rowing, rows, "experiment", ComparedRun::experiment);
        text(rowing, rows, "status", run -> run.run().status().name());
        text(rowing, rows, "user_id", run -> run.run().user());
        text(rowing, rows, "parent", run -> run.run().parentId() == null ? "" : run.run().parentId());
        return rows;
    }

    static List<Row> times(Rowing rowing) {
        List<Row> rows = new ArrayList<>();
        figures(rowing, rows, "start_time", Value.Unit.TIME, run -> Value.known(run.start()));
        figures(rowing, rows, "end_time", Value.Unit.TIME, run -> Value.known(run.end()));
        figures(rowing, rows, "duration", Value.Unit.DURATION,
                run -> run.duration() < 0 ? Value.missing() : Value.of(run.duration()));
        return rows;
    }

    static List<Row> source(Rowing rowing) {
        List<Row> rows = new ArrayList<>();
        text(rowing, rows, "store", ComparedRun::source);
        for (Map.Entry<String, List<String>> row : CODE) {
            text(rowing, rows, row.getKey(), run -> row.getValue().stream()
                    .map(tag -> run.facts().tags().getOrDefault(tag, "")).filter(tag -> !tag.isEmpty()).findFirst()
                    .orElse(""));
        }
        return rows;
    }

    private static void text(Rowing rowing, List<Row> rows, String key, Function<ComparedRun, String> of) {
        List<Value> values = rowing.values(run -> Value.unlessEmpty(of.apply(run)));
        add(rowing, rows, rowing.literal(key, values));
    }

    private static void figures(Rowing rowing, List<Row> rows, String key, Value.Unit unit, Function<Run, Value> of) {
        add(rowing, rows, rowing.figures(key, unit, rowing.values(run -> of.apply(run.run()))));
    }

    private static void add(Rowing rowing, List<Row> rows, Row row) {
        if (!rowing.rules().ignoring().ignores(row.key()) && row.values().stream().anyMatch(v -> !v.isMissing())) {
            rows.add(row);
        }
    }
}
