package cotejo.command;

import cotejo.export.FreshFile;
import cotejo.export.TableText;
import cotejo.query.ColumnRef;
import cotejo.text.Texts;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `cotejo export`: a table of runs as a file.
final class ExportCommand implements Command {

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String example() {
        return "cotejo export --experiment digits --out digits.csv";
    }

    @Override
    public void declare(Declaration declaration) {
        RunSelection.declare(declaration);
        declaration.value("--columns", "C,…").value("--format", "FORMAT").value("--out", "F").flag("--spreadsheet")
                .words("ADDRESS");
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        Optional<String> version = BundleExport.address(arguments);
        if (version.isPresent()) {
            return BundleExport.run(version.get(), arguments, session, host.workspace());
        }
        Optional<Path> out = arguments.text("--out").map(session::path);
        TableText.Format format = format(arguments, out);
        TableText.Guard guard = arguments.has("--spreadsheet") ? TableText.Guard.SPREADSHEET : TableText.Guard.DATA;
        Workspace workspace = host.workspace();
        RunSelection runs = RunSelection.of(arguments, session, workspace);
        List<ColumnRef> columns = arguments.text("--columns").map(text -> RunSelection.columns("--columns", text))
                .orElseGet(() -> RunCells.all(runs.frame()));
        Rows rows = new RunCells(runs.frame(), new StoredSeries(workspace.series())).rows(columns, runs.rows());
        if (out.isEmpty()) {
            TableText.write(format, guard, rows.headers(), rows.cells(), session.out());
            return Exit.DONE;
        }
        write(out.get(), format, guard, rows);
        if (arguments.json()) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().text("file", out.get().toString()).whole("rows", runs.rows().length).endObject();
            }
        } else if (!arguments.quiet()) {
            session.out().write(Texts.get("command.export.done", runs.rows().length, out.get().toString()) + "\n");
        }
        return Exit.DONE;
    }

    private static void write(Path out, TableText.Format format, TableText.Guard guard, Rows rows)
            throws IOException {
        try {
            FreshFile.write(out, writer -> TableText.write(format, guard, rows.headers(), rows.cells(), writer));
        } catch (IOException failure) {
            throw FileTrouble.writing(out, failure);
        }
    }

    private static TableText.Format format(Arguments arguments, Optional<Path> out) {
        if (arguments.text("--format").isEmpty() && arguments.json() && out.isEmpty()) {
            return TableText.Format.JSON;
        }
        String name = arguments.text("--format").orElseGet(() -> out.map(Path::toString)
                .map(file -> file.substring(file.lastIndexOf('.') + 1)).orElse("csv"));
        return TableText.Format.named(name)
                .orElseThrow(() -> Refusal.usage(Texts.get("command.usage.exportFormat", name)));
    }
}
