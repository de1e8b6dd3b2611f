package cotejo.ui.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class GridColumnsTest {

    private final GridColumns five = GridColumns.all(5);

    @Test
    void aColumnMovedRightStandsBeforeThePlaceItWasLetGoAt() {
        assertEquals(List.of(1, 2, 0, 3, 4), five.moved(0, 3).shown());
    }

    @Test
    void aColumnMovedLeftTakesThePlaceItWasLetGoAt() {
        assertEquals(List.of(0, 4, 1, 2, 3), five.moved(4, 1).shown());
    }

    @Test
    void aPinnedColumnStandsFirstAndComesBackBehindThePinnedOnes() {
        GridColumns pinned = five.turned(3).turned(1);
        assertEquals(List.of(3, 1, 0, 2, 4), pinned.shown());
        assertTrue(pinned.pins(1));
        GridColumns free = pinned.turned(3);
        assertEquals(List.of(1, 3, 0, 2, 4), free.shown());
        assertFalse(free.pins(3));
    }

    @Test
    void aColumnDraggedOverTheBorderIsPinned() {
        assertTrue(five.turned(0).moved(4, 0).pins(4));
        assertFalse(five.turned(0).moved(0, 3).pins(0));
    }

    @Test
    void hidingAPinnedColumnLeavesTheOthersPinned() {
        GridColumns hidden = five.turned(0).turned(1).without(0);
        assertEquals(List.of(1, 2, 3, 4), hidden.shown());
        assertEquals(1, hidden.pinned());
    }

    @Test
    void theLastColumnCannotBeHidden() {
        assertEquals(1, GridColumns.all(1).without(0).shown().size());
    }

    @Test
    void choosingColumnsKeepsTheOrderOfThoseThatWereShown() {
        assertEquals(List.of(4, 1, 2), five.moved(4, 0).with(List.of(1, 4)).with(List.of(1, 2, 4)).shown());
    }

    @Test
    void placesInSightAreFoundAmongThirtyThousandColumns() {
        GridLayout layout = GridLayout.of(GridColumns.all(30_000), new NumbersSource(30_000), 50);
        assertEquals(12_345, layout.first(12_345 * 100.0));
        assertEquals(12_348, layout.end(12_345 * 100.0, 250));
        assertEquals(12_346, layout.at(50 + 120, 12_345 * 100.0));
    }

    /// Columns of a hundred pixels.
    private record NumbersSource(int columns) implements GridSource {
        @Override
        public long rows() {
            return 10;
        }

        @Override
        public Head head(int column) {
            return new Head("c" + column, "", Align.RIGHT, 100);
        }

        @Override
        public Cell cell(long row, int column) {
            return new Cell(row + " " + column, Look.VALUE);
        }

        @Override
        public String label(long row) {
            return Long.toString(row + 1);
        }

        @Override
        public void seen(long first, long end, List<Integer> columns) {
            // Everything is there.
        }
    }
}
