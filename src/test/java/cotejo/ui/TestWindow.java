package cotejo.ui;

import cotejo.Workbench;
import cotejo.settings.Settings;
import cotejo.settings.SettingsStore;
import cotejo.store.WorkspaceFolder;
import cotejo.text.Texts;
import cotejo.work.Tasks;
import cotejo.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// A whole window over a workspace of its own, without a display.
final class TestWindow implements AutoCloseable {

    static final Path SAMPLE = Path.of("sample-data", "digits-and-more", "mlruns");

    private final Workbench bench;
    final SettingsStore settings = SettingsStore.inMemory(Settings.defaults().withTheme("light"));
    @Nullable MainWindow window;

    TestWindow(Path folder, Locale locale, double width, double height) throws Exception {
        bench = Workbench.open(WorkspaceFolder.at(folder), "test", Tasks.onVirtualThreads());
        Texts.use(locale);
        window = Fx.run(() -> new MainWindow(bench.workspace(), settings, job -> Thread.ofVirtual().start(job),
                Platform::runLater, WindowHost.none(), new Settings.Window(0, 0, width, height, false)));
        lay();
    }

    Workspace workspace() {
        return bench.workspace();
    }

    void lay() throws Exception {
        Fx.run(() -> {
            Fx.lay(window.scene());
            return 0;
        });
    }

    /// All nodes of the window that are what is asked for.
    <T extends Node> List<T> all(Class<T> type, Predicate<T> fits) throws Exception {
        return Fx.run(() -> {
            Fx.lay(window.scene());
            List<T> found = new ArrayList<>();
            collect(window.scene().getRoot(), type, fits, found);
            return found;
        });
    }

    private static <T extends Node> void collect(Node node, Class<T> type, Predicate<T> fits, List<T> found) {
        if (type.isInstance(node) && fits.test(type.cast(node))) {
            found.add(type.cast(node));
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                collect(child, type, fits, found);
            }
        }
    }

    @Override
    public void close() throws Exception {
        if (window != null) {
            Fx.run(() -> {
                window.close();
                return 0;
            });
        }
        bench.close();
        Texts.use(Locale.ENGLISH);
    }
}
