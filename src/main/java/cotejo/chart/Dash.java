package cotejo.chart;

/// The second cue, beside colour, by which lines are told apart. Lengths are in pixels, on and off in turn.
public enum Dash {
    SOLID(),
    DASHED(7, 4),
    DOTTED(2, 3),
    DASH_DOT(9, 3, 2, 3),
    LONG(16, 4),
    DASH_DOT_DOT(9, 3, 2, 3, 2, 3);

    private final float[] lengths;
    private final float period;

    Dash(float... lengths) {
        this.lengths = lengths;
        float sum = 0;
        for (float length : lengths) {
            sum += length;
        }
        this.period = sum;
    }

    /// The lengths as [java.awt.BasicStroke] takes them; empty for a solid line.
    public float[] lengths() {
        return lengths.clone();
    }

    boolean inked(double along) {
        if (lengths.length == 0) {
            return true;
        }
        double rest = along % period;
        for (int i = 0; i < lengths.length; i++) {
            rest -= lengths[i];
            if (rest < 0) {
                return i % 2 == 0;
            }
        }
        return true;
    }
}
