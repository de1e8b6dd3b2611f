package cotejo.ui.runs;

import cotejo.text.Texts;
import cotejo.ui.UndoStack;
import cotejo.ui.link.Linked;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What charts select, step by step, so that it can be taken back: one movement of a hand is one step, however many
/// runs come and go under it, and none when it ends as it began.
final class SelectionSteps {

    private final UndoStack undo;
    private final Consumer<Linked.Chosen> choose;
    private @Nullable Step last;

    /// One deed, to which what follows in the same movement is added.
    private static final class Step {
        private final Object movement;
        private final Linked.Chosen before;
        private final UndoStack.Deed deed;
        private Linked.Chosen after;

        Step(SelectionSteps steps, Linked.Chosen before, Linked.Wish wish) {
            this.movement = wish.movement();
            this.before = before;
            this.after = wish.chosen();
            this.deed = new UndoStack.Deed(Texts.get("runs.did.select"), () -> steps.again(before),
                    () -> steps.again(after));
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
            if (step.after.equals(step.before)) {
                last = null;
                undo.forget(step.deed);
            }
            return;
        }
        Step next = new Step(this, before, wish);
        last = next;
        undo.did(next.deed);
    }

    private void again(Linked.Chosen wanted) {
        last = null;
        choose.accept(wanted);
    }
}
