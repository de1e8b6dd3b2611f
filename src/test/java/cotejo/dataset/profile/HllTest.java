package cotejo.dataset.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HllTest {

    /// As seen in the window: 4,054,412 different values among 4,000,000 rows.
    @Test
    void thereAreNoMoreDifferentValuesThanValues() {
        Hll sketch = new Hll();
        for (int i = 1; i <= 200_000; i++) {
            sketch.add(Hll.mix(i));
            if (i % 5000 == 0) {
                long estimate = sketch.estimate(i);
                assertTrue(estimate <= i && estimate > 0.97 * i, estimate + " of " + i);
            }
        }
    }

    @Test
    void fewerDifferentValuesAreEstimatedAsSuch() {
        Hll sketch = new Hll();
        for (int i = 0; i < 100_000; i++) {
            sketch.add(Hll.mix(i % 10));
        }
        assertEquals(10, sketch.estimate(100_000));
    }
}
