package cotejo.command;

import cotejo.model.Experiment;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.model.TextColumn;
import cotejo.registry.Attachments;
import cotejo.store.RunEdit;
import cotejo.text.Texts;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// `cotejo edit`: changes runs in the workspace; their source stays as it is.
final class EditCommand implements Command {

    @Override
    public String name() {
        return "edit";
    }

    @Override
    public String example() {
        return "cotejo edit 0a1b2c3d 4e5f6a7b --tag reviewed=yes --star";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.words("RUN").value("--name", "N").values("--tag", "K=V").values("--untag", "K")
                .value("--note", "TEXT").flag("--star").flag("--unstar").flag("--hide").flag("--show")
                .value("--move", "EXPERIMENT").flag("--trash").flag("--restore")
                .values("--attach", "PATH").values("--detach", "NAME");
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        List<String> words = arguments.someWords("RUN");
        exclusive(arguments, "--star", "--unstar");
        exclusive(arguments, "--hide", "--show");
        exclusive(arguments, "--trash", "--restore");
        Workspace workspace = host.workspace();
        RunFrame frame = workspace.catalog().frame();
        RunFinder finder = new RunFinder(frame);
        Set<Integer> rows = new LinkedHashSet<>();
        words.forEach(word -> rows.add(finder.row(word)));
        List<RunEdit> edits = new ArrayList<>();
        rows.forEach(row -> edits.addAll(edits(arguments, frame.run(row), finder)));
        for (String tag : arguments.texts("--untag")) {
            List<Integer> tagged = rows.stream().filter(row -> tagged(frame, row, tag)).toList();
            tagged.forEach(row -> edits.add(RunEdit.removeTag(frame.run(row).key(), tag)));
            if (tagged.isEmpty()) {
                Program.complain(session.err(), Texts.get("command.edit.noTag", tag, rows.size()));
            }
        }
        boolean files = !arguments.texts("--attach").isEmpty() || !arguments.texts("--detach").isEmpty();
        if (edits.isEmpty() && !files && arguments.texts("--untag").isEmpty()) {
            throw Refusal.usage(Texts.get("command.edit.nothing"));
        }
        List<Long> keys = rows.stream().map(row -> frame.run(row).key()).toList();
        if (files) {
            if (keys.size() > 1) {
                throw Refusal.usage(Texts.get("command.edit.attachOne", Integer.toString(keys.size())));
            }
            ModelWork.of(() -> attach(keys.getFirst(), arguments, session, workspace));
        }
        if (!edits.isEmpty()) {
            workspace.edits().apply(edits);
        }
        RunFrame fresh = workspace.catalog().fresh();
        long changed = files ? keys.size() : keys.stream().filter(key -> differs(key, frame, fresh)).count();
        tell(arguments, session, fresh, keys, changed);
        return Exit.DONE;
    }

    private static boolean tagged(RunFrame frame, int row, String tag) {
        TextColumn column = frame.tag(tag);
        return column != null && column.value(row) != null;
    }

    /// Whether anything of a run is other than it was.
    private static boolean differs(long key, RunFrame before, RunFrame now) {
        int old = before.row(key);
        int row = now.row(key);
        return old < 0 || row < 0 || !before.run(old).equals(now.run(row))
                || !before.facts(old).tags().equals(now.facts(row).tags());
    }

    private static int attach(long key, Arguments arguments, Session session, Workspace workspace) throws IOException {
        Attachments attachments = workspace.models().attachments();
        List<Path> paths = arguments.texts("--attach").stream().map(session::path).toList();
        if (!paths.isEmpty()) {
            try (ProgressBar bar = ProgressBar.on(session, arguments, paths.getFirst().toString());
                    Attachments.Deed _ = attachments.attach(key, paths, bar, session.cancel())) {
                bar.report("", 0, -1);
            }
        }
        for (String name : arguments.texts("--detach")) {
            attachments.detach(key, name).close();
        }
        workspace.content().collect();
        return Exit.DONE;
    }

    private static void exclusive(Arguments arguments, String one, String other) {
        if (arguments.has(one) && arguments.has(other)) {
            throw Refusal.grammar(Texts.get("command.usage.exclusive", one, other));
        }
    }

    private static List<RunEdit> edits(Arguments arguments, Run run, RunFinder finder) {
        long key = run.key();
        List<RunEdit> edits = new ArrayList<>();
        arguments.text("--name").ifPresent(name -> edits.add(RunEdit.name(key, name)));
        for (String tag : arguments.texts("--tag")) {
            int equals = tag.indexOf('=');
            if (equals <= 0) {
                throw Arguments.wrong("--tag", tag);
            }
            edits.add(RunEdit.tag(key, tag.substring(0, equals), tag.substring(equals + 1)));
        }
        arguments.text("--note").ifPresent(note -> edits.add(RunEdit.note(key, note)));
        arguments.text("--move").ifPresent(name -> edits.add(RunEdit.moveTo(key, target(finder, name, run).key())));
        flag(arguments, "--star", RunEdit.star(key, "true"), edits);
        flag(arguments, "--unstar", RunEdit.star(key, "false"), edits);
        flag(arguments, "--hide", RunEdit.hide(key, "true"), edits);
        flag(arguments, "--show", RunEdit.hide(key, "false"), edits);
        flag(arguments, "--trash", RunEdit.trash(key), edits);
        flag(arguments, "--restore", RunEdit.restore(key), edits);
        return edits;
    }

    private static void flag(Arguments arguments, String option, RunEdit edit, List<RunEdit> edits) {
        if (arguments.has(option)) {
            edits.add(edit);
        }
    }

    /// The experiment meant; of several of that name the one in the run's own source.
    private static Experiment target(RunFinder finder, String name, Run run) {
        List<Experiment> found = finder.experiments(name);
        List<Experiment> near = found.stream().filter(e -> e.sourceKey() == run.sourceKey()).toList();
        List<Experiment> left = near.isEmpty() ? found : near;
        if (left.size() > 1) {
            throw Refusal.usage(Texts.get("command.experiment.ambiguous", name, Integer.toString(left.size())));
        }
        return left.getFirst();
    }

    private static void tell(Arguments arguments, Session session, RunFrame fresh, List<Long> keys, long changed)
            throws IOException {
        if (arguments.json()) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().whole("total", keys.size()).array("runs");
                for (long key : keys) {
                    json.line();
                    new RunJson(fresh, json).write(fresh.row(key));
                }
                json.endArray().endObject();
            }
        } else if (!arguments.quiet()) {
            session.out().write(Texts.get("command.edit.done", changed) + "\n");
        }
    }
}
