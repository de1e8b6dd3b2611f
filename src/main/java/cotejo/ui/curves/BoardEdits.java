package cotejo.ui.curves;

import cotejo.text.Texts;
import cotejo.ui.UndoStack;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The setup of the board, and what can be taken back of it. What belongs to one movement of a hand, such as turning a
/// wheel, is taken back at once.
final class BoardEdits {

    private final UndoStack undo;
    private final ReadOnlyObjectWrapper<BoardSetup> setup = new ReadOnlyObjectWrapper<>(BoardSetup.plain());
    private final ReadOnlyLongWrapper kept = new ReadOnlyLongWrapper();
    /// Counts the boards that were shown: a deed on one means nothing on another.
    private long board;
    private boolean moving;
    private @Nullable Step last;

    /// One deed, to which what follows in the same movement is added.
    private static final class Step {
        private final Object movement;
        private BoardSetup after;

        Step(Object movement, BoardSetup after) {
            this.movement = movement;
            this.after = after;
        }
    }

    BoardEdits(UndoStack undo) {
        this.undo = undo;
    }

    ReadOnlyObjectProperty<BoardSetup> setup() {
        return setup.getReadOnlyProperty();
    }

    /// Changes when there is something new to be kept; not during a movement.
    ReadOnlyLongProperty kept() {
        return kept.getReadOnlyProperty();
    }

    /// Another board takes the place of this one.
    void take(BoardSetup other) {
        board++;
        last = null;
        moving = false;
        setup.set(other);
    }

    /// Changes something that can be taken back.
    ///
    /// @param what the key of a few words that say what it was
    void edit(String what, UnaryOperator<BoardSetup> change) {
        move(what, new Object(), change);
        settle();
    }

    /// Changes something while a hand moves; [#settle] says when it has come to rest.
    ///
    /// @param movement the same for all that is to be taken back at once
    void move(String what, Object movement, UnaryOperator<BoardSetup> change) {
        BoardSetup before = setup.get();
        BoardSetup after = change.apply(before);
        if (after.equals(before)) {
            return;
        }
        Step step = last;
        if (step == null || !step.movement.equals(movement)) {
            step = new Step(movement, after);
            last = step;
            Step deed = step;
            long here = board;
            undo.did(new UndoStack.Deed(Texts.get(what), () -> again(here, before), () -> again(here, deed.after)));
        } else {
            step.after = after;
        }
        moving = true;
        setup.set(after);
    }

    /// Changes what need not be taken back.
    void quietly(UnaryOperator<BoardSetup> change) {
        BoardSetup after = change.apply(setup.get());
        if (!after.equals(setup.get())) {
            moving = true;
            setup.set(after);
            settle();
        }
    }

    private void again(long here, BoardSetup wanted) {
        if (here == board) {
            last = null;
            moving = true;
            BoardSetup now = setup.get();
            setup.set(wanted.withShown(now.shown()).withSize(now.size()).withFolded(now.folded()));
            settle();
        }
    }

    /// The hand has come to rest.
    void settle() {
        if (moving) {
            moving = false;
            kept.set(kept.get() + 1);
        }
    }
}
