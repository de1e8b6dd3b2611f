package cotejo.ui.runs;

import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.store.EditStore;
import cotejo.store.RunEdit;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.UiContext;
import cotejo.ui.UndoStack;
import java.util.Collection;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/// The person's changes to runs, each with its way back.
final class RunEdits {

    private static final int NAMED = 8;

    private final UiContext context;

    RunEdits(UiContext context) {
        this.context = context;
    }

    void rename(Collection<Long> keys, String name) {
        apply(said("runs.did.rename", keys, name), each(keys, key -> RunEdit.name(key, name)));
    }

    void tag(Collection<Long> keys, String tag, String value) {
        apply(said("runs.did.tag", keys, tag), each(keys, key -> RunEdit.tag(key, tag, value)));
    }

    void removeTag(Collection<Long> keys, String tag) {
        apply(said("runs.did.untag", keys, tag), each(keys, key -> RunEdit.removeTag(key, tag)));
    }

    void note(Collection<Long> keys, String markdown) {
        apply(said("runs.did.note", keys, ""), each(keys, key -> markdown.isBlank()
                ? RunEdit.removeTag(key, RunEdit.NOTE_TAG) : RunEdit.note(key, markdown)));
    }

    void moveTo(Collection<Long> keys, long experiment, String name) {
        apply(said("runs.did.move", keys, name), each(keys, key -> RunEdit.moveTo(key, experiment)));
    }

    /// Stars the runs, or takes the stars away when all have one.
    void star(Collection<Long> keys, RunFrame frame) {
        boolean all = runs(keys, frame).stream().allMatch(Run::starred);
        apply(said(all ? "runs.did.unstar" : "runs.did.star", keys, ""),
                each(keys, key -> RunEdit.star(key, Boolean.toString(!all))));
    }

    /// Hides the runs from curves, or shows them again when all are hidden.
    void hide(Collection<Long> keys, RunFrame frame) {
        boolean all = runs(keys, frame).stream().allMatch(Run::hidden);
        apply(said(all ? "runs.did.unhide" : "runs.did.hide", keys, ""),
                each(keys, key -> RunEdit.hide(key, Boolean.toString(!all))));
    }

    void trash(Collection<Long> keys) {
        apply(said("runs.did.trash", keys, ""), each(keys, RunEdit::trash));
    }

    void restore(Collection<Long> keys) {
        apply(said("runs.did.restore", keys, ""), each(keys, RunEdit::restore));
    }

    private static List<Run> runs(Collection<Long> keys, RunFrame frame) {
        return keys.stream().filter(key -> frame.row(key) >= 0).map(key -> frame.run(frame.row(key))).toList();
    }

    private static List<RunEdit> each(Collection<Long> keys, LongFunction<RunEdit> edit) {
        return keys.stream().map(key -> edit.apply(key)).toList();
    }

    private static String said(String key, Collection<Long> runs, String what) {
        return Texts.get(key, runs.size(), what);
    }

    private void apply(String text, List<RunEdit> edits) {
        if (edits.isEmpty()) {
            return;
        }
        context.background().execute(() -> {
            try {
                List<RunEdit> back = context.workspace().edits().apply(edits);
                context.front().execute(() -> {
                    context.undo().did(new UndoStack.Deed(text, () -> again(back), () -> again(edits)));
                    context.notices().undoable(text);
                });
            } catch (RuntimeException failure) {
                failed(failure);
            }
        });
    }

    private void again(List<RunEdit> edits) {
        context.background().execute(() -> {
            try {
                context.workspace().edits().apply(edits);
            } catch (RuntimeException failure) {
                failed(failure);
            }
        });
    }

    private void failed(RuntimeException failure) {
        context.front().execute(() -> context.notices().failed(Texts.get("runs.edit.failed"), failure));
    }

    /// The names of runs, the first of many.
    private String names(List<Long> keys) {
        RunFrame frame = context.workspace().catalog().frame();
        String first = runs(keys, frame).stream().map(Run::name).sorted().limit(NAMED)
                .collect(Collectors.joining(", "));
        return keys.size() <= NAMED ? first : Texts.get("runs.delete.more", first, keys.size() - NAMED);
    }

    /// Says what goes for good, asks, and removes it from the workspace.
    void deleteForGood(Collection<Long> keys) {
        List<Long> gone = List.copyOf(keys);
        context.background().execute(() -> {
            try {
                EditStore.Removal removal = context.workspace().edits().weigh(gone);
                context.front().execute(() -> confirm(gone, removal));
            } catch (RuntimeException failure) {
                failed(failure);
            }
        });
    }

    private void confirm(List<Long> gone, EditStore.Removal removal) {
        String title = Texts.get("runs.delete.title", removal.runs());
        String explanation = Texts.get("runs.delete.explanation", removal.runs(), removal.points(),
                Figures.bytes(removal.bytes()), names(gone));
        if (!context.choosers().confirmDestroying(title, explanation, Texts.get("runs.delete.action"))) {
            return;
        }
        context.background().execute(() -> {
            try {
                context.workspace().edits().deleteForGood(gone);
                context.front().execute(() -> context.notices().info(Texts.get("runs.did.delete", removal.runs(),
                        Figures.bytes(removal.bytes()))));
            } catch (RuntimeException failure) {
                failed(failure);
            }
        });
    }
}
