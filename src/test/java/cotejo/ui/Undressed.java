package cotejo.ui;

import cotejo.settings.SettingsStore;
import cotejo.workspace.Workspace;
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
        return new UiContext(workspace, settings, background, front, new Heard(), new Answers(answer),
                new UndoStack());
    }

    /// Gives a scene the looks of the window.
    public static void dress(Scene scene, String theme) {
        Theme.of(theme).dress(scene, "comfortable");
    }

    /// Nothing may fail where nobody would hear of it.
    private static final class Heard extends Told {
        @Override
        public void failed(String text, Throwable details) {
            throw new AssertionError(text, details);
        }
    }

    private static final class Answers extends Nobody {
        private final Supplier<Optional<String>> answer;

        Answers(Supplier<Optional<String>> answer) {
            this.answer = answer;
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
