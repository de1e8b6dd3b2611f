package cotejo.ui.datasets;

import cotejo.settings.Settings;
import cotejo.settings.SettingsStore;
import cotejo.ui.Nobody;
import cotejo.ui.Told;
import cotejo.ui.UiContext;
import cotejo.ui.UndoStack;
import cotejo.work.Tasks;
import cotejo.Workbench;
import cotejo.store.WorkspaceFolder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// An open dataset for tests of what is shown of it: work happens at once, or when the test lets it.
final class DatasetBench implements AutoCloseable {

    static final Path DIABETES = Path.of("sample-data/digits-and-more/data/diabetes.csv");
    static final Path CANCER = Path.of("sample-data/digits-and-more/data/breast_cancer.parquet");

    private final Workbench workbench;
    private final Queue<Runnable> held = new ArrayDeque<>();
    private boolean holding;
    final Told told = new Told();
    @Nullable Path answer;
    final OpenDataset open;
    final OpenDataset.State.Open state;

    DatasetBench(Path workspace, Path file) throws Exception {
        workbench = Workbench.open(WorkspaceFolder.at(workspace), "test", Tasks.inline());
        Executor background = work -> {
            if (holding) {
                held.add(work);
            } else {
                work.run();
            }
        };
        open = new OpenDataset(file, new UiContext(workbench.workspace(),
                SettingsStore.inMemory(Settings.defaults()), background, Runnable::run, told, new Answers(),
                new UndoStack()));
        open.open();
        state = (OpenDataset.State.Open) open.state().get();
        state.dataset().countRows(cotejo.work.Cancel.never());
    }

    /// Keeps what is to be done until [#letGo].
    void hold() {
        holding = true;
    }

    void letGo() {
        holding = false;
        while (!held.isEmpty()) {
            held.remove().run();
        }
    }

    @Override
    public void close() throws Exception {
        open.close();
        workbench.close();
    }

    private final class Answers extends Nobody {
        @Override
        public Optional<Path> saveFile(String title, String name, List<String> extensions) {
            return Optional.ofNullable(answer);
        }
    }
}
