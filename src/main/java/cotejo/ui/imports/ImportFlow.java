package cotejo.ui.imports;

import cotejo.artifact.ZipStore;
import cotejo.importing.FoundStore;
import cotejo.importing.ImportReport;
import cotejo.importing.Importers;
import cotejo.importing.Looked;
import cotejo.importing.RunImporter;
import cotejo.importing.SourceWatch;
import cotejo.model.Problem;
import cotejo.model.Source;
import cotejo.text.Texts;
import cotejo.ui.Imports;
import cotejo.ui.UiContext;
import cotejo.work.CancelledException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// From paths to runs: looks, asks when there is a choice, imports as a task, and says how it ended.
public final class ImportFlow implements Imports {

    private final UiContext context;
    private final List<FileOpener> openers;
    private final StackPane layer = new StackPane();

    /// What paths turned out to be.
    ///
    /// @param opens shows files that are no stores
    private record Seen(Looked looked, List<Runnable> opens) {
    }

    /// @param openers who opens what is no store, asked in this order
    public ImportFlow(UiContext context, List<FileOpener> openers) {
        this.context = context;
        this.openers = List.copyOf(openers);
        layer.setPickOnBounds(false);
        layer.setAlignment(Pos.TOP_CENTER);
        layer.getStyleClass().add("sheet-layer");
    }

    /// Where the choice among several stores is shown; to be laid over the window.
    public Node layer() {
        return layer;
    }

    @Override
    public void open(List<Path> paths) {
        if (paths.isEmpty()) {
            return;
        }
        String name = name(paths);
        CompletableFuture<Void> _ = context.workspace().tasks()
                .start(Texts.get("shell.import.looking", name),
                        (progress, cancel) -> see(context.workspace().recognition().look(paths, cancel)))
                .handle((seen, failure) -> {
                    context.front().execute(() -> {
                        if (failure == null) {
                            seen.opens().forEach(Runnable::run);
                            offer(seen.looked());
                        } else {
                            tellFailure(name, failure);
                        }
                    });
                    return null;
                });
    }

    private Seen see(Looked looked) {
        List<Problem> refused = new ArrayList<>(looked.refused());
        List<Runnable> opens = new ArrayList<>();
        refused.removeIf(problem -> {
            Path file = Path.of(problem.file());
            @Nullable FileOpener opener = openers.stream().filter(one -> takes(one, file)).findFirst().orElse(null);
            if (opener == null) {
                return false;
            }
            return opens.add(() -> opener.open(file));
        });
        return new Seen(new Looked(looked.stores(), List.copyOf(refused)), opens);
    }

    /// Whether a file is a zip file with entries that climb out or unpack without end. Why it is refused must be said;
    /// a damaged one is for those who open such files.
    private static boolean tricks(Path file) {
        if (!ZipStore.isZip(file)) {
            return false;
        }
        try (FileSystem _ = ZipStore.open(file)) {
            return false;
        } catch (java.util.zip.ZipException | java.nio.file.FileSystemException damaged) {
            return false;
        } catch (java.io.IOException trick) {
            return true;
        }
    }

    private static boolean takes(FileOpener opener, Path file) {
        try {
            return java.nio.file.Files.isReadable(file) && !tricks(file) && opener.takes(file);
        } catch (java.io.IOException unreadable) {
            // What recognition said of it stands.
            LoggerFactory.getLogger(ImportFlow.class).debug("{} was not looked into", file, unreadable);
            return false;
        }
    }

    /// Imports what the clipboard names: copied files, or text that is a path.
    public void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        List<Path> paths = new ArrayList<>();
        if (clipboard.hasFiles()) {
            clipboard.getFiles().forEach(file -> paths.add(file.toPath()));
        } else if (clipboard.hasString()) {
            paths.addAll(PathText.read(clipboard.getString()));
        }
        if (paths.isEmpty()) {
            context.notices().problems(Texts.get("shell.import.nothingToPaste"), List.of());
        } else {
            open(paths);
        }
    }

    private static String name(List<Path> paths) {
        Path first = paths.getFirst();
        String name = String.valueOf(first.getFileName() == null ? first : first.getFileName());
        return paths.size() == 1 ? name : Texts.get("shell.import.andMore", name, paths.size() - 1);
    }

    private void offer(Looked looked) {
        List<Problem> refused = looked.refused();
        if (refused.size() == 1) {
            context.notices().problems(refused.getFirst().toString(), List.of());
        } else if (!refused.isEmpty()) {
            context.notices().problems(Texts.get("shell.import.refused", refused.size()), refused);
        }
        if (looked.stores().size() == 1) {
            bring(looked.stores().getFirst());
        } else if (!looked.stores().isEmpty()) {
            choose(looked.stores());
        }
    }

    /// Shows the stores to choose from.
    void choose(List<FoundStore> stores) {
        StoreSheet sheet = new StoreSheet(stores, wanted -> wanted.forEach(this::bring),
                () -> layer.getChildren().clear());
        layer.getChildren().setAll(sheet);
    }

    @Override
    public void again(Source source) {
        for (RunImporter importer : Importers.all()) {
            if (importer.id().equals(source.format())) {
                bring(SourceWatch.storeOf(source, importer));
            }
        }
    }

    private void bring(FoundStore store) {
        String name = String.valueOf(store.file().getFileName());
        CompletableFuture<Void> _ = context.workspace().tasks()
                .start(Texts.get("shell.import.task", name), (progress, cancel) ->
                        context.workspace().imports().run(store, progress, cancel))
                .handle((report, failure) -> {
                    if (failure == null) {
                        tell(name, report);
                    } else {
                        tellFailure(name, failure);
                    }
                    return null;
                });
    }

    private void tell(String name, ImportReport report) {
        List<String> parts = new ArrayList<>();
        if (report.runsAdded() > 0) {
            parts.add(Texts.get("shell.import.added", report.runsAdded()));
        }
        if (report.runsUpdated() > 0) {
            parts.add(Texts.get("shell.import.updated", report.runsUpdated()));
        }
        if (parts.isEmpty()) {
            parts.add(Texts.get("shell.import.nothingNew"));
        }
        if (!report.problems().isEmpty()) {
            parts.add(Texts.get("shell.import.problems", report.problems().size()));
        }
        String text = Texts.get(report.cancelled() ? "shell.import.cancelled" : "shell.import.done", report.runs(),
                name, String.join(", ", parts));
        if (report.problems().isEmpty()) {
            context.notices().info(text);
        } else {
            context.notices().problems(text, report.problems());
        }
    }

    private void tellFailure(String name, Throwable failure) {
        @Nullable Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        Throwable told = cause == null ? failure : cause;
        if (!(told instanceof CancelledException)) {
            context.notices().failed(Texts.get("shell.import.failed", name, Problem.describe(told)), told);
        }
    }
}
