package cotejo.command;

import cotejo.export.Cell;
import cotejo.model.Experiment;
import cotejo.model.Lifecycle;
import cotejo.model.RunFrame;
import cotejo.model.Source;
import cotejo.text.Texts;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `cotejo experiments`: the experiments and how many runs each has.
final class ExperimentsCommand implements Command {

    /// An experiment with its runs counted.
    private record Line(Experiment experiment, String source, int runs, int deleted) {
    }

    @Override
    public String name() {
        return "experiments";
    }

    @Override
    public String example() {
        return "cotejo experiments --format markdown";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.value("--format", "FORMAT").flag("--deleted");
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        Rows.Format format = Rows.format(arguments);
        Workspace workspace = host.workspace();
        List<Line> lines = lines(workspace);
        if (!arguments.has("--deleted")) {
            lines.removeIf(line -> line.experiment().lifecycle() == Lifecycle.DELETED);
        }
        if (format == Rows.Format.JSON) {
            json(lines, session);
        } else {
            table(lines).print(format, session);
        }
        return Exit.DONE;
    }

    private static List<Line> lines(Workspace workspace) {
        RunFrame frame = workspace.catalog().frame();
        Map<Long, int[]> counts = new HashMap<>();
        for (int row = 0; row < frame.size(); row++) {
            int[] count = counts.computeIfAbsent(frame.run(row).experimentKey(), any -> new int[2]);
            count[0]++;
            count[1] += frame.run(row).lifecycle() == Lifecycle.DELETED ? 1 : 0;
        }
        Map<Long, String> sources = new HashMap<>();
        workspace.sources().all().forEach((Source source) -> sources.put(source.key(), source.path()));
        List<Line> lines = new ArrayList<>();
        for (Experiment experiment : frame.experiments().values()) {
            int[] count = counts.getOrDefault(experiment.key(), new int[2]);
            lines.add(new Line(experiment, sources.getOrDefault(experiment.sourceKey(), ""), count[0], count[1]));
        }
        lines.sort(Comparator.comparing((Line line) -> line.experiment().name().toLowerCase(Locale.ROOT))
                .thenComparing(line -> line.experiment().key()));
        return lines;
    }

    private static void json(List<Line> lines, Session session) throws IOException {
        try (JsonOut json = JsonOut.to(session.out())) {
            json.object().whole("total", lines.size()).array("experiments");
            for (Line line : lines) {
                Experiment e = line.experiment();
                json.line().object().text("id", e.id()).text("name", e.name()).text("source", line.source())
                        .text("lifecycle", e.lifecycle().name().toLowerCase(Locale.ROOT)).whole("runs", line.runs())
                        .whole("runsDeleted", line.deleted()).time("created", e.created()).time("updated", e.updated())
                        .text("artifactLocation", e.artifactLocation()).texts("tags", e.tags()).endObject();
            }
            json.endArray().endObject();
        }
    }

    private static Rows table(List<Line> lines) {
        List<List<Cell>> cells = new ArrayList<>();
        for (Line line : lines) {
            Experiment e = line.experiment();
            cells.add(List.of(Cell.of(e.id()), Cell.of(e.name()), Cell.of(line.runs()), Cell.of(line.deleted()),
                    Cell.of(e.lifecycle().name().toLowerCase(Locale.ROOT)), Cell.of(line.source())));
        }
        return new Rows(List.of(Texts.get("command.column.id"), Texts.get("command.column.name"),
                Texts.get("command.column.runs"), Texts.get("command.column.runsDeleted"),
                Texts.get("command.column.lifecycle"), Texts.get("command.column.source")), cells);
    }
}
