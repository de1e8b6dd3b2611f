package cotejo.command;

import cotejo.export.Cell;
import cotejo.model.Source;
import cotejo.text.Texts;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `cotejo sources`: what was imported from where, and how it is kept up to date.
final class SourcesCommand implements Command {

    @Override
    public String name() {
        return "sources";
    }

    @Override
    public String example() {
        return "cotejo sources --remap mlruns /mnt/archive/artifacts";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.words("FOLDER").value("--watch", "PATH").value("--unwatch", "PATH").value("--remap", "PATH")
                .value("--remove", "PATH").value("--format", "FORMAT");
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        Rows.Format format = Rows.format(arguments);
        List<String> words = arguments.words();
        Optional<String> remap = arguments.text("--remap");
        if (words.size() != (remap.isPresent() ? 1 : 0)) {
            throw Refusal.grammar(remap.isPresent() ? Texts.get("command.usage.missing", "FOLDER")
                    : Texts.get("command.usage.unknown", String.join(" ", words)));
        }
        Workspace workspace = host.workspace();
        arguments.text("--watch").ifPresent(path -> {
            Source s = find(workspace, session, path);
            update(workspace, s, true, s.remap());
        });
        arguments.text("--unwatch").ifPresent(path -> {
            Source s = find(workspace, session, path);
            update(workspace, s, false, s.remap());
        });
        remap.ifPresent(path -> {
            Path folder = session.path(words.getFirst());
            if (!Files.isDirectory(folder)) {
                throw Refusal.unreadable(Texts.get("command.sources.noFolder", folder.toString()));
            }
            Source s = find(workspace, session, path);
            update(workspace, s, s.watched(), folder.toString());
        });
        arguments.text("--remove").ifPresent(path -> workspace.sources().remove(find(workspace, session, path).key()));
        print(workspace.sources().all(), format, session);
        return Exit.DONE;
    }

    private static void update(Workspace workspace, Source s, boolean watched, String remap) {
        workspace.sources().update(new Source(s.key(), s.format(), s.path(), s.label(), s.imported(), watched, remap));
    }

    /// The source at a path, as it was imported or as it is reached from here; or of a label only it has.
    private static Source find(Workspace workspace, Session session, String text) {
        List<Source> all = workspace.sources().all();
        List<String> spellings = new ArrayList<>(List.of(text, session.path(text).toString()));
        try {
            spellings.add(session.path(text).toRealPath().toString());
        } catch (IOException gone) {
            org.slf4j.LoggerFactory.getLogger(SourcesCommand.class).debug("{} is not there now", text, gone);
        }
        return all.stream().filter(source -> spellings.contains(source.path())).findFirst()
                .or(() -> {
                    List<Source> labelled = all.stream().filter(source -> source.label().equals(text)).toList();
                    return labelled.size() == 1 ? Optional.of(labelled.getFirst()) : Optional.empty();
                })
                .orElseThrow(() -> Refusal.usage(Texts.get("command.sources.unknown", text)));
    }

    private static void print(List<Source> sources, Rows.Format format, Session session) throws IOException {
        if (format == Rows.Format.JSON) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().array("sources");
                for (Source s : sources) {
                    json.object().text("path", s.path()).text("format", s.format()).text("label", s.label())
                            .time("imported", s.imported()).flag("watched", s.watched())
                            .text("remap", s.remap().isEmpty() ? null : s.remap()).endObject();
                }
                json.endArray().endObject();
            }
            return;
        }
        List<List<Cell>> cells = new ArrayList<>();
        for (Source s : sources) {
            cells.add(List.of(Cell.of(s.label()), Cell.of(s.format()), Cell.of(Boolean.toString(s.watched())),
                    s.imported() == 0 ? Cell.empty() : Cell.of(Instant.ofEpochMilli(s.imported()).toString()),
                    Cell.of(s.remap()), Cell.of(s.path())));
        }
        new Rows(List.of(Texts.get("command.column.label"), Texts.get("command.column.format"),
                Texts.get("command.column.watched"), Texts.get("command.column.imported"),
                Texts.get("command.column.remap"), Texts.get("command.column.path")), cells).print(format, session);
    }
}
