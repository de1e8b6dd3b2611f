package cotejo.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cotejo.model.Lifecycle;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunMemoryTest {

    private static final StoredRun RUN = new StoredRun("größe 1", Lifecycle.DELETED, "abc", 70_000,
            new RunTally(3, 0, 1L << 40, Set.of(1, 300, 70_000), Set.of(5L)));

    @Test
    void countsAndTheImportersBytesComeBack() {
        byte[] own = {2, 0, -64, 't'};
        RunMemory read = RunMemory.decode(RunMemory.encode(RUN, own));
        assertEquals(RUN, read.run());
        assertArrayEquals(own, read.importers());
        assertArrayEquals(new byte[0], RunMemory.decode(RunMemory.encode(RUN, new byte[0])).importers());
    }

    @Test
    void rowsFromBeforeThereWereCountsAreTheImporters() {
        for (byte[] row : new byte[][] {{}, {1}, {1, 0, 0, 0, 7, 1, 1, 1, 1, 1, 1}, {-64, 't', 'a'}}) {
            RunMemory read = RunMemory.decode(row);
            assertNull(read.run());
            assertArrayEquals(row, read.importers());
        }
    }

    @Test
    void ofADamagedRowNothingIsLeft() {
        byte[] whole = RunMemory.encode(RUN, new byte[0]);
        for (int length = 8; length < whole.length; length++) {
            RunMemory read = RunMemory.decode(Arrays.copyOf(whole, length));
            assertNull(read.run());
            assertEquals(0, read.importers().length);
        }
    }
}
