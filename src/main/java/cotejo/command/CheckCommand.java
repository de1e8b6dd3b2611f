package cotejo.command;

import cotejo.model.Problem;
import cotejo.store.Verification;
import cotejo.text.Texts;
import cotejo.workspace.Workspace;
import java.io.IOException;

/// `cotejo check`: reads everything the workspace holds and says whether it is sound.
final class CheckCommand implements Command {

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String example() {
        return "cotejo check --workspace ~/runs --json";
    }

    @Override
    public void declare(Declaration declaration) {
    }

    @Override
    public Need need(Arguments arguments) {
        return Need.EXISTING_WORKSPACE;
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        Workspace workspace = host.workspace();
        Verification.Finding found;
        try (ProgressBar bar = ProgressBar.on(session, arguments, host.folder().path().toString())) {
            found = Verification.of(workspace.database(), bar, session.cancel());
        }
        boolean sound = found.problems().isEmpty();
        if (arguments.json()) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().text("workspace", host.folder().path().toString()).flag("sound", sound)
                        .whole("schema", found.schema()).whole("sources", found.sources())
                        .whole("experiments", found.experiments()).whole("runs", found.runs())
                        .whole("metricSeries", found.series()).whole("metricPoints", found.points())
                        .whole("parts", found.parts()).whole("pointBytes", found.pointBytes())
                        .whole("databaseBytes", found.databaseBytes()).whole("files", found.files())
                        .whole("fileBytes", found.fileBytes()).whole("unusedFiles", found.unusedFiles());
                ImportJson.problems(found.problems(), json);
                json.endObject();
            }
        } else {
            for (Problem problem : found.problems()) {
                Program.complain(session.err(), problem.toString());
            }
            session.out().write(Texts.get(sound ? "command.check.sound" : "command.check.damaged",
                    host.folder().path().toString(), found.runs(), found.points(), found.problems().size()) + "\n");
        }
        return sound ? Exit.DONE : Exit.WORKSPACE;
    }
}
