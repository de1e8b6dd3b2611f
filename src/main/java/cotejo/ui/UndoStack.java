package cotejo.ui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What can be taken back, and done again, newest first. Used on the FX thread.
public final class UndoStack {

    private static final int DEPTH = 200;

    /// A deed with its way back. Both may start long work; they return at once.
    ///
    /// @param text what it was, in a few words, such as "Rename run"
    public record Deed(String text, Runnable undo, Runnable redo) {
    }

    private final Deque<Deed> done = new ArrayDeque<>();
    private final Deque<Deed> undone = new ArrayDeque<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private final ReadOnlyStringWrapper undoText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoText = new ReadOnlyStringWrapper("");

    /// Remembers a deed that has just been done; what was undone before can no longer be redone.
    public void did(Deed deed) {
        done.push(deed);
        undone.clear();
        if (done.size() > DEPTH) {
            done.removeLast();
        }
        refresh();
    }

    /// The deed that was done last came to nothing: it is not to be taken back.
    public void forget(Deed deed) {
        if (deed.equals(done.peek())) {
            done.pop();
            refresh();
        }
    }

    public void undo() {
        Deed deed = done.poll();
        if (deed != null) {
            undone.push(deed);
            refresh();
            deed.undo().run();
        }
    }

    public void redo() {
        Deed deed = undone.poll();
        if (deed != null) {
            done.push(deed);
            refresh();
            deed.redo().run();
        }
    }

    /// What [#undo] would take back; empty when there is nothing.
    public ReadOnlyStringProperty undoText() {
        return undoText.getReadOnlyProperty();
    }

    /// What [#redo] would do again; empty when there is nothing.
    public ReadOnlyStringProperty redoText() {
        return redoText.getReadOnlyProperty();
    }

    /// Runs after every deed, and when one is taken back or done again.
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void refresh() {
        Deed last = done.peek();
        Deed next = undone.peek();
        undoText.set(last == null ? "" : last.text());
        redoText.set(next == null ? "" : next.text());
        listeners.forEach(Runnable::run);
    }
}
