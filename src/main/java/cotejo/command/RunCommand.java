package cotejo.command;

import cotejo.artifact.ArtifactTree;
import cotejo.artifact.RunArtifacts;
import cotejo.export.Cell;
import cotejo.model.DatasetUse;
import cotejo.model.Experiment;
import cotejo.model.Run;
import cotejo.model.RunFacts;
import cotejo.model.RunFrame;
import cotejo.model.StoredFile;
import cotejo.text.Texts;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `cotejo run`: everything about one run.
final class RunCommand implements Command {

    @Override
    public String name() {
        return "run";
    }

    @Override
    public String example() {
        return "cotejo run \"digits-mlp/brave-finch-12\" --json";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.word("RUN");
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        Workspace workspace = host.workspace();
        RunFrame frame = workspace.catalog().frame();
        int row = new RunFinder(frame).row(arguments.words().getFirst());
        RunFiles files = RunFiles.of(workspace, frame, row);
        if (arguments.json()) {
            try (JsonOut json = JsonOut.to(session.out())) {
                RunJson run = new RunJson(frame, json);
                json.object();
                run.fields(row);
                run.details(row, files);
                json.endObject();
            }
        } else {
            tell(frame, row, files, session);
        }
        return Exit.DONE;
    }

    private static void tell(RunFrame frame, int row, RunFiles files, Session session) throws IOException {
        Run run = frame.run(row);
        Experiment experiment = frame.experiment(row);
        RunFacts facts = frame.facts(row);
        List<List<Cell>> lines = new ArrayList<>();
        line(lines, "run_id", run.id());
        line(lines, "run_name", run.name());
        line(lines, "experiment", experiment == null ? "" : experiment.name());
        line(lines, "status", run.status().name() + (frame.trashed(row) ? " (deleted)" : ""));
        line(lines, "start_time", time(run.start()));
        line(lines, "end_time", time(run.end()));
        line(lines, "user_id", run.user());
        line(lines, "source", files.source());
        line(lines, "artifact_uri", run.artifactUri());
        line(lines, "parent", run.parentId() == null ? "" : run.parentId());
        for (Map.Entry<String, String> param : facts.params().entrySet()) {
            line(lines, "params." + param.getKey(), param.getValue());
        }
        facts.metrics().forEach((key, summary) ->
                lines.add(List.of(Cell.of("metrics." + key), Cell.of(TerminalTable.number(summary.last())))));
        facts.tags().forEach((key, value) -> line(lines, "tags." + key, value));
        for (DatasetUse use : facts.datasets()) {
            line(lines, "dataset", use.dataset().name() + " " + use.dataset().digest() + " " + use.context());
        }
        artifacts(lines, "artifacts", files.artifacts());
        files.models().forEach((model, artifacts) -> {
            line(lines, "logged_model", (model.name() + " " + model.id()).strip());
            artifacts(lines, model.name().isEmpty() ? model.id() : model.name(), artifacts);
        });
        for (StoredFile file : files.attached()) {
            lines.add(List.of(Cell.of("attached/" + file.path()), Cell.of(Long.toString(file.bytes()))));
        }
        TerminalTable.printWhole(new Rows(List.of(Texts.get("command.column.what"),
                Texts.get("command.column.value")), lines), session.out());
    }

    private static void artifacts(List<List<Cell>> lines, String name, RunArtifacts artifacts) {
        if (artifacts.place() != null) {
            line(lines, name, artifacts.place());
            line(lines, name + "_rule", artifacts.rule() == null ? "" : artifacts.rule());
        }
        line(lines, artifacts.place() == null ? name : "", artifacts.reason() == null ? "" : artifacts.reason());
        for (ArtifactTree.Entry file : artifacts.files()) {
            lines.add(List.of(Cell.of(name + "/" + file.path()), Cell.of(Long.toString(file.size()))));
        }
    }

    private static void line(List<List<Cell>> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(List.of(Cell.of(name), Cell.of(value)));
        }
    }

    private static String time(long epochMillis) {
        return epochMillis == 0 ? "" : Instant.ofEpochMilli(epochMillis).toString();
    }
}
