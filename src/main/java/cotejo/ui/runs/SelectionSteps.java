package cotejo.ui.runs;

import cotejo.text.Texts;
import cotejo.ui.UndoStack;
import cotejo.ui.link.Linked;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What charts select, step by step, so that it can be taken back: one movement of a hand is one step, however many
/// runs come and go under it.
final class SelectionSteps {

    private final UndoStack undo;
    private final Consumer<Linked.Chosen> choose;
    private @Nullable Step last;

    /// One deed, to which what follows in the same movement is added.
    private static final class Step {
        private final Object movement;
        private Linked.Chosen after;

        Step(Object movement, Linked.Chosen after) {
            this.movement = movement;
            this.after = after;
        }
    }

    /// @param choose selects
    SelectionSteps(UndoStack undo, Consumer<Linked.Chosen> choose) {
        this.undo = undo;
        this.choose = choose;
    }

    /// Does what a chart wishes.
    void did(Linked.Chosen before, Linked.Wish wish) {
        choose.accept(wish.chosen());
        Step step = last;
        if (step != null && step.movement.equals(wish.movement())) {
            step.after = wish.chosen();
            return;
        }
        Step deed = new Step(wish.movement(), wish.chosen());
        last = deed;
        undo.did(new UndoStack.Deed(Texts.get("runs.did.select"), () -> again(before), () -> again(deed.after)));
    }

    private void again(Linked.Chosen wanted) {
        last = null;
        choose.accept(wanted);
    }
}
