package cotejo.analysis;

import cotejo.model.MetricSeries;
import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Goes through the members of a group step by step, all at once.
final class GroupWork {

    private final Grouping grouping;
    private final Cancel cancel;
    private final List<Lane> lanes = new ArrayList<>();
    private final boolean whole;
    /// The lanes that are not at their end, the one with the least step first: a binary heap.
    private final Lane[] heap;
    private int waiting;
    private final Spread spread;
    private final boolean alone;
    private double[] steps = new double[64];
    private double[][] out = new double[4][64];
    private int[] counts = new int[64];
    private int size;
    private long left;
    private long nonFinite;
    private long interpolated;

    GroupWork(List<GroupCurve.Member> members, Grouping grouping, Cancel cancel) {
        this.grouping = grouping;
        this.cancel = cancel;
        List<GroupCurve.Member> present = members.stream().filter(member -> member.points().size() > 0).toList();
        this.whole = Steps.whole(present.stream().map(GroupCurve.Member::points).toList());
        for (GroupCurve.Member member : present) {
            cancel.check();
            lanes.add(Lane.of(member, whole));
        }
        this.heap = new Lane[lanes.size()];
        this.spread = new Spread(grouping, lanes.size());
        this.alone = lanes.size() < 2;
    }

    GroupCurve curve() {
        for (Lane lane : lanes) {
            nonFinite += lane.dropped;
            if (!lane.ended()) {
                push(lane);
            }
        }
        for (int round = 0; waiting > 0; round++) {
            if ((round & 0xffff) == 0) {
                cancel.check();
            }
            step(heap[0].key());
        }
        return new GroupCurve(Arrays.copyOf(steps, size), Arrays.copyOf(out[0], size), Arrays.copyOf(out[1], size),
                Arrays.copyOf(out[2], size), Arrays.copyOf(out[3], size), Arrays.copyOf(counts, size), lanes.size(),
                left, nonFinite, interpolated);
    }

    private void step(long key) {
        spread.clear();
        int stored = 0;
        double sumX = 0;
        while (waiting > 0 && heap[0].key() == key) {
            Lane lane = heap[0];
            stored++;
            spread.add(lane.value());
            sumX += lane.x(key, whole);
            lane.next();
            settle();
        }
        if (grouping.between() == Grouping.Between.INTERPOLATED && stored < lanes.size()) {
            for (Lane lane : lanes) {
                if (lane.between(key)) {
                    double share = lane.share(key, whole);
                    spread.add(lane.interpolated(share));
                    sumX += lane.interpolatedX(share, key, whole);
                    interpolated++;
                }
            }
        }
        int n = spread.size();
        if (n < 2 && !alone) {
            left += stored;
            return;
        }
        add(Steps.step(key, whole), sumX / n, n);
    }

    private void add(double step, double x, int n) {
        if (size == steps.length) {
            int more = size * 2;
            steps = Arrays.copyOf(steps, more);
            counts = Arrays.copyOf(counts, more);
            for (int i = 0; i < out.length; i++) {
                out[i] = Arrays.copyOf(out[i], more);
            }
        }
        spread.work();
        steps[size] = step;
        out[0][size] = x;
        out[1][size] = spread.center();
        out[2][size] = spread.lower();
        out[3][size] = spread.upper();
        counts[size++] = n;
    }

    private void push(Lane lane) {
        int at = waiting++;
        while (at > 0 && heap[(at - 1) / 2].key() > lane.key()) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = lane;
    }

    /// Lets the first lane, which went on, sink to its place or leave.
    private void settle() {
        Lane lane = heap[0].ended() ? heap[--waiting] : heap[0];
        int at = 0;
        while (2 * at + 1 < waiting) {
            int child = 2 * at + 1;
            if (child + 1 < waiting && heap[child + 1].key() < heap[child].key()) {
                child++;
            }
            if (heap[child].key() >= lane.key()) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        if (waiting > 0) {
            heap[at] = lane;
        }
    }

    /// One member on its way: its points in order of the step, one a step.
    private static final class Lane {
        private final long[] keys;
        private final double[] values;
        private final double[] xs;
        /// Points that are not finite, of those that count.
        private final long dropped;
        private int at;

        private Lane(long[] keys, double[] values, double[] xs, long dropped) {
            this.keys = keys;
            this.values = values;
            this.xs = xs;
            this.dropped = dropped;
            skip();
        }

        static Lane of(GroupCurve.Member member, boolean whole) {
            MetricSeries points = member.points();
            long[] keys = Steps.keys(points, whole);
            int[] order = StepOrder.oneOfEach(points, keys);
            if (order.length == keys.length && StepOrder.ascending(keys)) {
                return new Lane(keys, points.values(), member.x(), gaps(points.values()));
            }
            long[] ordered = Arrays.stream(order).mapToLong(i -> keys[i]).toArray();
            double[] values = Arrays.stream(order).mapToDouble(points::value).toArray();
            double[] xs = member.x().length == 0 ? member.x()
                    : Arrays.stream(order).mapToDouble(i -> member.x()[i]).toArray();
            return new Lane(ordered, values, xs, gaps(values));
        }

        private static long gaps(double[] values) {
            return Arrays.stream(values).filter(value -> !Double.isFinite(value)).count();
        }

        private boolean usable(int i) {
            return Double.isFinite(values[i]) && (xs.length == 0 || Double.isFinite(xs[i]));
        }

        private void skip() {
            while (at < keys.length && !usable(at)) {
                at++;
            }
        }

        boolean ended() {
            return at >= keys.length;
        }

        long key() {
            return keys[at];
        }

        double value() {
            return values[at];
        }

        double x(long key, boolean whole) {
            return xs.length == 0 ? Steps.step(key, whole) : xs[at];
        }

        void next() {
            at++;
            skip();
        }

        /// Whether a step lies between two points of this lane that follow each other.
        boolean between(long key) {
            return at > 0 && at < keys.length && usable(at - 1) && keys[at - 1] < key && key < keys[at];
        }

        double share(long key, boolean whole) {
            double before = Steps.step(keys[at - 1], whole);
            return (Steps.step(key, whole) - before) / (Steps.step(keys[at], whole) - before);
        }

        double interpolated(double share) {
            return values[at - 1] * (1 - share) + values[at] * share;
        }

        double interpolatedX(double share, long key, boolean whole) {
            return xs.length == 0 ? Steps.step(key, whole) : xs[at - 1] * (1 - share) + xs[at] * share;
        }
    }
}
