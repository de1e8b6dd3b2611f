package cotejo.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// A line keeps its dashes where it rises, as long as it is drawn point by point; where points crowd it is whole.
class InkTest {

    private static final int SIZE = 132;

    /// The rows in which nothing of a line is seen.
    private static int gaps(double x1, Dash dash) {
        Ink ink = new Ink(0, SIZE, SIZE, SIZE);
        ink.line(0, 0, x1, SIZE, 1.5, dash, 1);
        int gaps = 0;
        for (int row = 0; row < SIZE; row++) {
            int seen = 0;
            for (int column = 0; column < SIZE; column++) {
                seen += ink.cover[column * SIZE + row] & 255;
            }
            gaps += seen == 0 ? 1 : 0;
        }
        return gaps;
    }

    /// Seven on and four off, so four elevenths are gaps.
    @Test
    void aSteepLineOverSomeWidthIsDashed() {
        assertEquals(SIZE * 4 / 11, gaps(40, Dash.DASHED));
        assertEquals(SIZE * 4 / 11, gaps(130, Dash.DASHED));
    }

    @Test
    void theSpikesOfCrowdedPointsAreWhole() {
        assertEquals(0, gaps(3, Dash.DASHED));
        assertEquals(0, gaps(40, Dash.SOLID));
    }
}
