package cotejo.dataset.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// What sorting a table needs of memory. A file of 21,399,499 rows ended in a lack of memory with 512 MB and was sorted
/// with 1 GB.
class SortingTest {

    private static final long ROWS = 21_399_499;

    @Test
    void moreRowsThanMemoryHoldsAreKnownBefore() {
        assertTrue(Sorting.most(512L << 20, ROWS) < ROWS);
        assertTrue(Sorting.most(1L << 30, ROWS) > ROWS);
    }

    @Test
    void aFilterHelpsWhereTheRowsOfTheFileFit() {
        assertTrue(Sorting.most(512L << 20, ROWS) > ROWS / 2);
        assertEquals(0, Sorting.most(512L << 20, 1_000_000_000));
    }
}
