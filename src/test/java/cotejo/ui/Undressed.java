package cotejo.ui;

import cotejo.model.Problem;
import cotejo.settings.SettingsStore;
import cotejo.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.scene.Scene;

/// What single views need of a window, for tests: a context that asks nobody, and the style sheets.
public final class Undressed {

    private Undressed() {
    }

    /// A context whose notices are heard by nobody and whose questions are never answered.
    public static UiContext context(Workspace workspace, SettingsStore settings, Executor background,
            Executor front) {
        return context(workspace, settings, background, front, Optional::empty);
    }

    /// A context whose notices are heard by nobody, and that answers when it is asked for a text; it
    /// agrees to what destroys when it has an answer.
    public static UiContext context(Workspace workspace, SettingsStore settings, Executor background,
            Executor front, Supplier<Optional<String>> answer) {
        Silent silent = new Silent(answer);
        return new UiContext(workspace, settings, background, front, silent, silent, new UndoStack());
    }

    /// Gives a scene the looks of the window.
    public static void dress(Scene scene, String theme) {
        Theme.of(theme).dress(scene, "comfortable");
    }

    private record Silent(Supplier<Optional<String>> answer) implements Notices, Choosers {

        @Override
        public void info(String text) {
        }

        @Override
        public void undoable(String text) {
        }

        @Override
        public void failed(String text, Throwable details) {
            throw new AssertionError(text, details);
        }

        @Override
        public void problems(String text, List<Problem> problems) {
        }

        @Override
        public List<Path> openFiles(String title) {
            return List.of();
        }

        @Override
        public Optional<Path> openFolder(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveFile(String title, String name, List<String> extensions) {
            return Optional.empty();
        }

        @Override
        public boolean confirmDestroying(String title, String explanation, String action) {
            return answer.get().isPresent();
        }

        @Override
        public Optional<String> askText(String title, String label, String value) {
            return answer.get();
        }
    }
}
