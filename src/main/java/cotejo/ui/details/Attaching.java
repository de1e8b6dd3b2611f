package cotejo.ui.details;

import cotejo.model.Problem;
import cotejo.model.Run;
import cotejo.registry.Attachments;
import cotejo.text.Texts;
import cotejo.ui.ImportEvent;
import cotejo.ui.UiContext;
import cotejo.ui.UndoStack;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import javafx.scene.Node;

/// Attaches what a person drops on a run to it, and takes it away again, each with its way back.
public final class Attaching {

    private final UiContext context;

    public Attaching(UiContext context) {
        this.context = context;
    }

    /// What was dropped on a run. A store of experiments is imported instead, for that is what it is for.
    ///
    /// @param node where it was dropped
    public void drop(Node node, Run run, List<File> files) {
        List<Path> paths = files.stream().map(File::toPath).toList();
        context.background().execute(() -> {
            boolean store = !context.workspace().recognition().look(paths, Cancel.never()).stores().isEmpty();
            context.front().execute(() -> {
                if (store) {
                    node.fireEvent(new ImportEvent(paths));
                } else {
                    attach(run, paths);
                }
            });
        });
    }

    /// Copies files and folders in; shown among the tasks meanwhile.
    public void attach(Run run, List<Path> paths) {
        if (paths.isEmpty()) {
            return;
        }
        var _ = context.workspace().tasks().start(Texts.get("details.attach.task", run.name()),
                (progress, cancel) -> context.workspace().models().attachments().attach(run.key(), paths, progress,
                        cancel)).handle((deed, failure) -> {
                            context.front().execute(() -> {
                                if (failure != null) {
                                    failed(failure);
                                } else {
                                    String text = Texts.get("details.attach.did", deed.files().size(), run.name(),
                                            deed.files().getFirst().path());
                                    did(text, () -> attachments().takeAway(deed), () -> attachments().put(deed));
                                }
                            });
                            return null;
                        });
    }

    /// Asks for files, and attaches them.
    void choose(Run run) {
        attach(run, context.choosers().openFiles(Texts.get("details.attach.choose", run.name())));
    }

    /// Takes away what is attached at a path: a file, or a folder with all in it.
    void detach(Run run, String path) {
        context.background().execute(() -> {
            try {
                Attachments.Deed deed = attachments().detach(run.key(), path);
                context.front().execute(() -> did(Texts.get("details.detach.did", deed.files().size(), run.name()),
                        () -> attachments().put(deed), () -> attachments().takeAway(deed)));
            } catch (RuntimeException failure) {
                context.front().execute(() -> failed(failure));
            }
        });
    }

    private Attachments attachments() {
        return context.workspace().models().attachments();
    }

    private void did(String text, Runnable back, Runnable again) {
        context.undo().did(new UndoStack.Deed(text, () -> later(back), () -> later(again)));
        context.notices().undoable(text);
    }

    private void later(Runnable work) {
        context.background().execute(() -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                context.front().execute(() -> failed(failure));
            }
        });
    }

    private void failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause()
                : failure;
        if (!(cause instanceof CancelledException)) {
            context.notices().failed(Problem.describe(cause), cause);
        }
    }
}
