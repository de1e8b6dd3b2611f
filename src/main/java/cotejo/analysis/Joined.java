package cotejo.analysis;

import cotejo.model.MetricSeries;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The values of one metric at the points of another, so that it can run along the x axis.
///
/// Points belong together by their step. Where a step was logged several times, the first meets the first, the second
/// the second, and whatever is left over the last of the partner's.
///
/// @param x         for every point, in stored order, the partner's value; NaN where it has none
/// @param unmatched points without a partner at their step
public record Joined(double[] x, int unmatched) {

    /// Looks up the values of `partner` for the points of `series`.
    public static Joined of(MetricSeries series, MetricSeries partner) {
        boolean whole = Steps.whole(List.of(series, partner));
        long[] wanted = Steps.keys(series, whole);
        long[] known = Steps.keys(partner, whole);
        if (Arrays.equals(wanted, known)) {
            return new Joined(partner.values(), 0);
        }
        Map<Long, Seat> seats = HashMap.newHashMap(known.length);
        int[] next = new int[known.length];
        for (int i = 0; i < known.length; i++) {
            int at = i;
            next[i] = -1;
            seats.merge(known[i], new Seat(at), (seat, any) -> {
                next[seat.last] = at;
                seat.last = at;
                return seat;
            });
        }
        double[] x = new double[wanted.length];
        int unmatched = 0;
        for (int i = 0; i < x.length; i++) {
            Seat seat = seats.get(wanted[i]);
            if (seat == null) {
                x[i] = Double.NaN;
                unmatched++;
            } else {
                x[i] = partner.value(seat.turn);
                seat.turn = next[seat.turn] < 0 ? seat.turn : next[seat.turn];
            }
        }
        return new Joined(x, unmatched);
    }

    /// The points of one step: whose turn it is, and the last.
    private static final class Seat {
        private int turn;
        private int last;

        Seat(int only) {
            turn = only;
            last = only;
        }
    }
}
