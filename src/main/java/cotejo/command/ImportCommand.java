package cotejo.command;

import cotejo.importing.Importers;
import cotejo.importing.RunImporter;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// `cotejo import`: recognises and imports stores.
final class ImportCommand implements Command {

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String example() {
        return "cotejo import mlruns mlflow.db old-runs.zip --json";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.words("PATH").flag("--dry-run").flag("--formats").flag("--watch").flag("--copy-artifacts");
    }

    @Override
    public Need need(Arguments arguments) {
        return arguments.has("--formats") ? Need.NOTHING : Need.WORKSPACE;
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        if (arguments.has("--formats")) {
            return formats(arguments, session);
        }
        List<Path> paths = arguments.someWords("PATH").stream().map(session::path).toList();
        Workspace workspace = host.workspace();
        ImportWork work = new ImportWork(arguments, session, workspace);
        work.run(paths);
        if (arguments.json()) {
            ImportJson.write(work, session.out());
            work.complain();
        } else {
            work.tell();
        }
        if (host.sharing() == Host.Sharing.ALONE && work.changedRuns()) {
            workspace.catalog().keepWritten();
        }
        return work.exit();
    }

    private static int formats(Arguments arguments, Session session) throws IOException {
        if (arguments.json()) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().array("formats");
                for (RunImporter importer : Importers.all()) {
                    json.object().text("id", importer.id()).text("label", importer.label()).endObject();
                }
                json.endArray().endObject();
            }
        } else {
            for (RunImporter importer : Importers.all()) {
                session.out().write("%-16s %s%n".formatted(importer.id(), importer.label()));
            }
        }
        return Exit.DONE;
    }
}
