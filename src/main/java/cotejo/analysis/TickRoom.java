package cotejo.analysis;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/// The room there is for ticks along an axis: as many come to stand there as can be read, and two at least where two
/// can, since one number tells no scale.
///
/// @param length of the axis, in pixels
/// @param px     where along the axis a tick stands, in pixels
/// @param label  how much of the axis a label takes with the gap behind it, in pixels
public record TickRoom(double length, DoubleUnaryOperator px, ToDoubleFunction<String> label) {

    private static final int FEWEST = 2;
    private static final int MOST = 12;

    /// @param ticks  makes about as many as it is asked for
    /// @param wanted how many at most
    /// @param filled how much of the length labels may take together, 0 to 1
    public List<Tick> fill(IntFunction<List<Tick>> ticks, int wanted, double filled) {
        int asked = Math.max(FEWEST, wanted);
        List<Tick> found = ticks.apply(asked);
        while (asked > FEWEST && widest(found) * found.size() > length * filled) {
            asked--;
            found = ticks.apply(asked);
        }
        return found.size() < FEWEST ? two(ticks, asked, found) : found;
    }

    private List<Tick> two(IntFunction<List<Tick>> ticks, int asked, List<Tick> fallback) {
        for (int more = asked + 1; more <= MOST; more++) {
            List<Tick> found = ticks.apply(more);
            if (found.size() >= FEWEST && apart(found)) {
                return found;
            }
            if (found.size() > FEWEST && apart(List.of(found.getFirst(), found.getLast()))) {
                return List.of(found.getFirst(), found.getLast());
            }
        }
        return fallback;
    }

    private double widest(List<Tick> ticks) {
        return ticks.stream().mapToDouble(tick -> label.applyAsDouble(tick.label())).max().orElse(0);
    }

    private boolean apart(List<Tick> ticks) {
        double widest = widest(ticks);
        for (int i = 1; i < ticks.size(); i++) {
            double between = Math.abs(px.applyAsDouble(ticks.get(i).at()) - px.applyAsDouble(ticks.get(i - 1).at()));
            if (between < widest) {
                return false;
            }
        }
        return true;
    }
}
