package cotejo.command;

import cotejo.query.ColumnRef;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.util.List;

/// `cotejo runs`: the runs that pass a filter.
final class RunsCommand implements Command {

    @Override
    public String name() {
        return "runs";
    }

    @Override
    public String example() {
        return "cotejo runs --experiment digits --filter \"metrics.loss < 0.1\" --sort metrics.loss --limit 10";
    }

    @Override
    public void declare(Declaration declaration) {
        RunSelection.declare(declaration);
        declaration.value("--columns", "C,…").value("--format", "FORMAT");
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        Rows.Format format = Rows.format(arguments);
        Workspace workspace = host.workspace();
        RunSelection runs = RunSelection.of(arguments, session, workspace);
        if (format == Rows.Format.JSON) {
            json(runs, session);
        } else {
            List<ColumnRef> columns = arguments.text("--columns")
                    .map(text -> RunSelection.columns("--columns", text)).orElseGet(
                    () -> format == Rows.Format.TABLE ? RunCells.brief(runs.frame(), runs.rows())
                            : RunCells.all(runs.frame()));
            new RunCells(runs.frame(), new StoredSeries(workspace.series())).rows(columns, runs.rows())
                    .print(format, session);
        }
        return Exit.DONE;
    }

    private static void json(RunSelection runs, Session session) throws IOException {
        try (JsonOut json = JsonOut.to(session.out())) {
            json.object().whole("total", runs.total()).array("runs");
            RunJson writer = new RunJson(runs.frame(), json);
            for (int row : runs.rows()) {
                session.cancel().check();
                json.line();
                writer.write(row);
            }
            json.endArray().endObject();
        }
    }
}
