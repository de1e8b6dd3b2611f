package cotejo.command;

import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.store.EditStore;
import cotejo.text.Texts;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// `cotejo delete --permanently`: lists what goes, and with `--yes` removes it from the workspace for good.
final class DeleteCommand implements Command {

    @Override
    public String name() {
        return "delete";
    }

    @Override
    public String example() {
        return "cotejo delete 0a1b2c3d --permanently --yes";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.words("RUN").flag("--permanently").flag("--yes");
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        List<String> words = arguments.someWords("RUN");
        if (!arguments.has("--permanently")) {
            throw Refusal.usage(Texts.get("command.delete.permanently"));
        }
        Workspace workspace = host.workspace();
        RunFrame frame = workspace.catalog().frame();
        RunFinder finder = new RunFinder(frame);
        Set<Integer> rows = new LinkedHashSet<>();
        words.forEach(word -> rows.add(finder.row(word)));
        List<Run> runs = rows.stream().map(frame::run).toList();
        List<Long> keys = runs.stream().map(Run::key).toList();
        EditStore.Removal removal = workspace.edits().weigh(keys);
        boolean sure = arguments.has("--yes");
        if (sure) {
            workspace.edits().deleteForGood(keys);
            workspace.catalog().fresh();
        }
        if (arguments.json()) {
            json(runs, removal, sure ? Outcome.DELETED : Outcome.LISTED, session);
        } else {
            for (Run run : runs) {
                session.out().write(run.id() + "  " + TerminalTable.plain(run.name()) + "\n");
            }
            session.out().write(Texts.get(sure ? "command.delete.done" : "command.delete.would", removal.runs(),
                    removal.points(), removal.bytes()) + "\n");
        }
        return Exit.DONE;
    }

    private enum Outcome {
        LISTED,
        DELETED
    }

    private static void json(List<Run> runs, EditStore.Removal removal, Outcome outcome, Session session)
            throws IOException {
        try (JsonOut json = JsonOut.to(session.out())) {
            json.object().flag("deleted", outcome == Outcome.DELETED).whole("points", removal.points())
                    .whole("bytes", removal.bytes()).array("runs");
            for (Run run : runs) {
                json.object().text("id", run.id()).text("name", run.name()).endObject();
            }
            json.endArray().endObject();
        }
    }
}
