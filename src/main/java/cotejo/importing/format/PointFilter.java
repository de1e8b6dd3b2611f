package cotejo.importing.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Lets each point of one metric through once; a point is its step, time and the bits of its value.
///
/// Nearly all files are in the order of (step, time, value), and there a repeated point is one that is not greater than
/// the last; nothing needs to be kept. Only at the first point out of order are the points before it read again, into a
/// set.
final class PointFilter {

    /// What must be known to go on later.
    ///
    /// @param any     whether there was a point
    /// @param ordered whether all points so far were in order
    record State(boolean any, boolean ordered, long step, long time, long bits) {

        static final State NEW = new State(false, true, 0, 0, 0);
    }

    /// Fetches the points read before now.
    @FunctionalInterface
    interface Earlier {
        void into(PointSet set) throws IOException;
    }

    private final Earlier earlier;
    private boolean any;
    private boolean ordered;
    private long step;
    private long time;
    private long bits;
    private @Nullable PointSet set;

    PointFilter(State state, Earlier earlier) {
        this.earlier = earlier;
        this.any = state.any();
        this.ordered = state.ordered();
        this.step = state.step();
        this.time = state.time();
        this.bits = state.bits();
    }

    /// Whether this point was not there yet.
    boolean isNew(long pointStep, long pointTime, double value) throws IOException {
        long pointBits = Double.doubleToLongBits(value);
        if (ordered) {
            int order = any ? compare(pointStep, pointTime, pointBits) : 1;
            if (order == 0) {
                return false;
            }
            if (order > 0) {
                any = true;
                step = pointStep;
                time = pointTime;
                bits = pointBits;
                return true;
            }
            ordered = false;
        }
        PointSet known = set;
        if (known == null) {
            known = new PointSet();
            earlier.into(known);
            set = known;
        }
        return known.add(pointStep, pointTime, pointBits);
    }

    State state() {
        return new State(any, ordered, step, time, bits);
    }

    private int compare(long pointStep, long pointTime, long pointBits) {
        int order = Long.compare(pointStep, step);
        if (order == 0) {
            order = Long.compare(pointTime, time);
        }
        return order != 0 ? order : Long.compare(pointBits, bits);
    }
}
