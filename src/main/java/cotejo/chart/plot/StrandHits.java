package cotejo.chart.plot;

import cotejo.query.ColumnRef;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the lines of parallel coordinates run. Heights on an axis are counted from 0 at its top to 1 at its bottom;
/// runs without a value are at [#MISSING].
public final class StrandHits implements Hits {

    /// The height of runs without a value, which have a lane of their own below the axes.
    public static final double MISSING = 2;

    private static final double REACH = 5;

    private final List<Lane> lanes;
    private final float[][] heights;
    private final double top;
    private final double bottom;
    private final double missing;

    /// An axis and where it stands.
    public record Lane(ColumnRef ref, String name, double x) {
    }

    /// A part of an axis that was brushed, from its upper to its lower height.
    public record Stretch(double from, double to) {

        public boolean holds(double height) {
            return height >= from && height <= to;
        }
    }

    /// @param heights by lane and run
    /// @param missing the y of the lane of runs without a value
    StrandHits(List<Lane> lanes, float[][] heights, double top, double bottom, double missing) {
        this.lanes = List.copyOf(lanes);
        this.heights = heights;
        this.top = top;
        this.bottom = bottom;
        this.missing = missing;
    }

    public List<Lane> lanes() {
        return lanes;
    }

    public double top() {
        return top;
    }

    public double bottom() {
        return bottom;
    }

    /// The y of the lane of runs without a value.
    public double missing() {
        return missing;
    }

    /// The y of a height.
    public double y(double height) {
        return height > 1 ? missing : top + height * (bottom - top);
    }

    /// The height of a y; [#MISSING] near the lane of runs without a value.
    public double height(double y) {
        if (missing > bottom && y > (bottom + missing) / 2) {
            return MISSING;
        }
        return Math.clamp((y - top) / (bottom - top), 0.0, 1.0);
    }

    /// The height at which a run passes an axis.
    public double heightOf(int lane, int run) {
        return heights[lane][run];
    }

    /// The runs that pass through a stretch of every axis that has any.
    public BitSet passing(Map<ColumnRef, List<Stretch>> brushed) {
        int runs = heights.length == 0 ? 0 : heights[0].length;
        BitSet passing = new BitSet(runs);
        passing.set(0, runs);
        for (int lane = 0; lane < lanes.size(); lane++) {
            List<Stretch> stretches = brushed.getOrDefault(lanes.get(lane).ref(), List.of());
            for (int run = stretches.isEmpty() ? -1 : passing.nextSetBit(0); run >= 0;
                    run = passing.nextSetBit(run + 1)) {
                double height = heights[lane][run];
                if (stretches.stream().noneMatch(stretch -> stretch.holds(height))) {
                    passing.clear(run);
                }
            }
        }
        return passing;
    }

    @Override
    public @Nullable Found at(double px, double py) {
        int lane = 0;
        while (lane + 2 < lanes.size() && lanes.get(lane + 1).x() < px) {
            lane++;
        }
        if (lanes.size() < 2 || px < lanes.get(0).x() - REACH || px > lanes.getLast().x() + REACH) {
            return null;
        }
        double x0 = lanes.get(lane).x();
        double part = Math.clamp((px - x0) / (lanes.get(lane + 1).x() - x0), 0.0, 1.0);
        int best = -1;
        double least = REACH;
        for (int run = 0; run < heights[lane].length; run++) {
            double y = y(heights[lane][run]) * (1 - part) + y(heights[lane + 1][run]) * part;
            if (Math.abs(y - py) < least) {
                best = run;
                least = Math.abs(y - py);
            }
        }
        return best < 0 ? null : new Found(List.of(best), List.of());
    }

    @Override
    public BitSet in(Rectangle2D box) {
        BitSet found = new BitSet();
        for (int lane = 0; lane < lanes.size(); lane++) {
            double x = lanes.get(lane).x();
            for (int run = 0; run < heights[lane].length; run++) {
                if (box.contains(x, y(heights[lane][run]))) {
                    found.set(run);
                }
            }
        }
        return found;
    }

    @Override
    public @Nullable Shape outline(int run) {
        if (lanes.isEmpty() || run >= heights[0].length) {
            return null;
        }
        Path2D path = new Path2D.Double();
        path.moveTo(lanes.get(0).x() - 4, y(heights[0][run]));
        for (int lane = 0; lane < lanes.size(); lane++) {
            path.lineTo(lanes.get(lane).x(), y(heights[lane][run]));
        }
        return path;
    }
}
