package cotejo.command;

import cotejo.store.WorkspaceFolder;
import cotejo.text.Texts;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `cotejo PATH…` does where no window can be shown: imports the paths and draws the views of the window as
/// pictures into the workspace. With `--json` it is an import and its document.
final class HeadlessTour {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;

    private final Session session;
    private final Optional<ViewRenderer> views;

    HeadlessTour(Session session, Optional<ViewRenderer> views) {
        this.session = session;
        this.views = views;
    }

    int run(Workspace workspace, Arguments arguments, List<Path> paths) throws IOException {
        ImportWork work = new ImportWork(arguments, session, workspace);
        if (arguments.json()) {
            work.run(paths);
            ImportJson.write(work, session.out());
            work.complain();
            return work.exit();
        }
        session.out().write(Texts.get("command.tour.noDisplay") + "\n");
        session.out().flush();
        work.run(paths);
        work.tell();
        if (work.exit() != Exit.DONE && work.exit() != Exit.PROBLEMS) {
            return work.exit();
        }
        workspace.catalog().fresh();
        Path pictures = folder(workspace.database().folder());
        ViewRenderer renderer = views.orElseThrow(() -> Refusal.unreadable(Texts.get("command.render.none")));
        for (String view : renderer.views()) {
            session.cancel().check();
            Path picture = pictures.resolve(view.replaceAll("[^A-Za-z0-9_-]", "-") + ".png");
            renderer.render(workspace, view,
                    new RenderOptions(picture, WIDTH, HEIGHT, RenderOptions.Theme.LIGHT, Texts.locale()));
            session.out().write("  " + picture + "\n");
            session.out().flush();
        }
        session.out().write(Texts.get("command.tour.done", pictures.toString()) + "\n");
        return work.exit();
    }

    private static Path folder(WorkspaceFolder workspace) throws IOException {
        Path pictures = workspace.path().resolve("pictures");
        try {
            return Files.createDirectories(pictures);
        } catch (IOException failure) {
            throw FileTrouble.writing(pictures, failure);
        }
    }
}
