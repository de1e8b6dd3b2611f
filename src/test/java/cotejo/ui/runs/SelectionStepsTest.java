package cotejo.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.ui.UndoStack;
import cotejo.ui.link.Linked;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What charts select is taken back movement by movement.
final class SelectionStepsTest {

    private final UndoStack undo = new UndoStack();
    private Linked.Chosen now = Linked.Chosen.of(Set.of(9L));
    private final SelectionSteps steps = new SelectionSteps(undo, chosen -> now = chosen);

    private void wish(Object movement, @Nullable String by, Long... keys) {
        steps.did(now, new Linked.Wish(new Linked.Chosen(Set.of(keys), by), movement));
    }

    @Test
    void allOfOneMovementIsTakenBackAndDoneAgainAtOnce() {
        wish("drag", "box 1", 1L);
        wish("drag", "box 2", 1L, 2L);
        wish("drag", "box 3");
        undo.undo();
        assertEquals(Linked.Chosen.of(Set.of(9L)), now);
        assertEquals("", undo.undoText().get());
        undo.redo();
        assertEquals(new Linked.Chosen(Set.of(), "box 3"), now);
    }

    @Test
    void twoMovementsAreTakenBackOneByOne() {
        wish("drag", "box 1", 1L);
        wish("another", "box 2", 2L);
        undo.undo();
        assertEquals(new Linked.Chosen(Set.of(1L), "box 1"), now);
        undo.undo();
        assertEquals(Linked.Chosen.of(Set.of(9L)), now);
    }

    @Test
    void aMovementThatEndsAsItBeganIsNothingToTakeBack() {
        wish("drag", "box 1", 1L);
        wish("two clicks", null, 2L);
        wish("two clicks", "box 1", 1L);
        undo.undo();
        assertEquals(Linked.Chosen.of(Set.of(9L)), now);
        assertEquals("", undo.undoText().get());
    }

    @Test
    void whatIsTakenBackIsNotAddedTo() {
        wish("drag", "box 1", 1L);
        undo.undo();
        wish("drag", "box 2", 2L);
        undo.undo();
        assertEquals(Linked.Chosen.of(Set.of(9L)), now);
        assertEquals("", undo.undoText().get());
    }
}
