package cotejo.chart.plot;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Points, each for a run, and regions, each for several: bars, boxes, cells.
final class MarkHits implements Hits {

    private static final double REACH = 6;

    private final double[] x;
    private final double[] y;
    private final double[] r;
    private final List<Region> regions = new ArrayList<>();

    /// A region and the runs in it.
    @SuppressWarnings("ArrayRecordComponent")
    private record Region(Rectangle2D box, int[] runs, List<String> words) {
    }

    /// @param runs how many runs the chart has
    MarkHits(int runs) {
        x = new double[runs];
        y = new double[runs];
        r = new double[runs];
        Arrays.fill(x, Double.NaN);
    }

    /// A run stands here.
    void point(int run, double px, double py, double radius) {
        x[run] = px;
        y[run] = py;
        r[run] = radius;
    }

    /// Something stands for these runs, ascending.
    void region(Rectangle2D box, int[] runs, List<String> words) {
        regions.add(new Region(box, runs, words));
    }

    @Override
    public @Nullable Found at(double px, double py) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int run = 0; run < x.length; run++) {
            double distance = Math.hypot(x[run] - px, y[run] - py) - r[run];
            if (distance <= REACH && distance < least) {
                best = run;
                least = distance;
            }
        }
        if (best >= 0) {
            return new Found(IntStream.concat(IntStream.of(best), sharing(best)).boxed().toList(), List.of());
        }
        for (int i = regions.size() - 1; i >= 0; i--) {
            Region region = regions.get(i);
            if (region.box().contains(px, py)) {
                return new Found(Arrays.stream(region.runs()).boxed().toList(), region.words());
            }
        }
        return null;
    }

    /// The runs that stand at the same place.
    private IntStream sharing(int run) {
        return IntStream.range(0, x.length)
                .filter(other -> other != run && x[other] == x[run] && y[other] == y[run]);
    }

    @Override
    public BitSet in(Rectangle2D box) {
        BitSet found = new BitSet();
        for (int run = 0; run < x.length; run++) {
            if (box.contains(x[run], y[run])) {
                found.set(run);
            }
        }
        // A region only speaks for runs that have no point of their own.
        regions.stream().filter(region -> region.box().intersects(box))
                .forEach(region -> Arrays.stream(region.runs()).filter(run -> Double.isNaN(x[run]))
                        .forEach(found::set));
        return found;
    }

    @Override
    public @Nullable Shape outline(int run) {
        if (run < x.length && !Double.isNaN(x[run])) {
            double wide = r[run] + 2.5;
            return new Ellipse2D.Double(x[run] - wide, y[run] - wide, 2 * wide, 2 * wide);
        }
        return regions.stream().filter(region -> Arrays.binarySearch(region.runs(), run) >= 0)
                .map(Region::box).findFirst().orElse(null);
    }
}
