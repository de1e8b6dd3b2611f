package cotejo.ui.runs;

import cotejo.Workbench;
import cotejo.importing.FoundStore;
import cotejo.importing.Looked;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.model.RunStatus;
import cotejo.model.Experiment;
import cotejo.model.Lifecycle;
import cotejo.model.Source;
import cotejo.settings.Settings;
import cotejo.settings.SettingsStore;
import cotejo.store.ImportWriter;
import cotejo.store.RunDraft;
import cotejo.store.WorkspaceFolder;
import cotejo.ui.Nobody;
import cotejo.ui.Told;
import cotejo.ui.UiContext;
import cotejo.ui.UndoStack;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import cotejo.work.Tasks;
import cotejo.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A real workspace in a folder of its own, with what a panel needs around it, for tests and pictures.
final class RunsHouse implements AutoCloseable {

    /// Answers as it was told to.
    static final class Answers extends Nobody {
        @Nullable String text;
        @Nullable Path file;
        boolean agrees;
        final List<String> asked = new ArrayList<>();

        @Override
        public Optional<Path> saveFile(String title, String name, List<String> extensions) {
            return Optional.ofNullable(file);
        }

        @Override
        public boolean confirmDestroying(String title, String explanation, String action) {
            asked.add(title + "\n" + explanation);
            return agrees;
        }

        @Override
        public Optional<String> askText(String title, String label, String value) {
            return Optional.ofNullable(text);
        }
    }

    private final Workbench workbench;
    final Told heard = new Told();
    final Answers answers = new Answers();
    final UndoStack undo = new UndoStack();
    final UiContext context;

    private RunsHouse(Path folder, Executor background, Executor front, Settings settings) {
        this.workbench = Workbench.open(WorkspaceFolder.at(folder), "test", Tasks.inline());
        this.context = new UiContext(workbench.workspace(), SettingsStore.inMemory(settings), background, front, heard,
                answers, undo);
    }

    /// Everything happens at once, on the thread of the test.
    static RunsHouse inline(Path folder) {
        return new RunsHouse(folder, Runnable::run, Runnable::run, Settings.defaults());
    }

    static RunsHouse with(Path folder, Executor background, Executor front, Settings settings) {
        return new RunsHouse(folder, background, front, settings);
    }

    Workspace workspace() {
        return workbench.workspace();
    }

    /// A view model that has read everything.
    RunsViewModel model() {
        RunsViewModel model = new RunsViewModel(context);
        model.start();
        return model;
    }

    /// Imports what lies at a path.
    void importFrom(Path path) throws Exception {
        Looked looked = workspace().recognition().look(List.of(path), Cancel.never());
        for (FoundStore store : looked.stores()) {
            workspace().imports().run(store, Progress.NONE, Cancel.never());
        }
    }

    /// Writes runs into an experiment of a source as an importer does.
    void write(String experiment, Consumer<Writing> how) {
        writeAgain(experiment, experiment, how);
    }

    /// An experiment of a source of another name.
    void writeAgain(String experiment, String place, Consumer<Writing> how) {
        Source source = workspace().sources().register("test", "/runs/" + place, place);
        try (ImportWriter writer = ImportWriter.begin(workspace().database(), source.key())) {
            writer.experiment(new Experiment(0, source.key(), "1", experiment, Lifecycle.ACTIVE, "", 0, 0, Map.of()));
            how.accept(new Writing(writer, source));
            writer.commit();
        }
    }

    /// Writes runs.
    record Writing(ImportWriter writer, Source source) {
        void run(String name, @Nullable String parent, Map<String, String> params, Map<String, Double> metrics) {
            run(name, parent, RunStatus.FINISHED, params, Map.of(), metrics, 1);
        }

        void run(String name, @Nullable String parent, RunStatus status, Map<String, String> params,
                Map<String, String> tags, Map<String, Double> metrics, int points) {
            Run run = new Run(0, source.key(), 0, name, name, status, Lifecycle.ACTIVE, 1_700_000_000_000L,
                    1_700_000_060_000L, "ana", "", parent, false, false);
            RunDraft draft = writer.replace(run, "1", params, tags, List.of(), 0);
            metrics.forEach((key, value) -> {
                for (int i = 0; i < points; i++) {
                    draft.point(key, i, 1_700_000_000_000L + i, value * (1 + (points - 1 - i) / (double) points));
                }
            });
            draft.done(new byte[0]);
        }
    }

    /// Waits until something holds; the feed of changes has a thread of its own.
    static void until(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 1000; i++) {
            if (holds.getAsBoolean()) {
                return;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("waited 10 s in vain");
    }

    /// The names in the table, indented by depth, groups in brackets.
    static List<String> names(RunsViewModel model) {
        Listing listing = model.listing().get();
        RunFrame frame = listing.frame();
        List<String> names = new ArrayList<>();
        for (int line = 0; line < listing.rows().size(); line++) {
            names.add(switch (listing.rows().get(line)) {
                case cotejo.query.RunRow.Leaf leaf -> "  ".repeat(leaf.depth()) + frame.run(leaf.row()).name()
                        + (leaf.matches() ? "" : " (faint)");
                case cotejo.query.RunRow.Group group -> "  ".repeat(group.depth()) + "["
                        + group.path().getLast().value()
                        + " n=" + group.n() + "]";
            });
        }
        return names;
    }

    static long key(RunsViewModel model, String name) {
        RunFrame frame = model.listing().get().frame();
        for (int row = 0; row < frame.size(); row++) {
            if (frame.run(row).name().equals(name)) {
                return frame.run(row).key();
            }
        }
        throw new AssertionError(name);
    }

    @Override
    public void close() {
        workbench.close();
    }
}
