package cotejo.dataset.profile;

import cotejo.dataset.FieldType;
import cotejo.dataset.Leaf;
import cotejo.dataset.Value;
import cotejo.dataset.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// From a finished tally to a profile.
final class ProfileMaker {

    private final LeafTally tally;
    private final Leaf leaf;
    private final ColumnProfile.Source source;

    ProfileMaker(LeafTally tally, ColumnProfile.Source source) {
        this.tally = tally;
        this.leaf = tally.leaf();
        this.source = source;
    }

    /// A profile of numbers.
    ///
    /// @param ranked finds quantiles
    /// @param bins   counts of the histogram
    ColumnProfile numbers(NumberTally numbers, NumberResult result, NumberResult.Ranked ranked, long[] bins) {
        Bounds bounds = new Bounds(leaf.type(), numbers);
        boolean some = numbers.count() > 0;
        boolean truth = leaf.type() instanceof FieldType.Bool;
        boolean sure = result.complete();
        boolean exactTop = sure || !numbers.counts().anyTwice();
        return new ColumnProfile(leaf, source, tally.rows(),
                numbers.count() + numbers.nulls() + numbers.nan() + tally.others(), numbers.nulls(),
                leaf.type() instanceof FieldType.Real ? numbers.nan() : 0,
                leaf.type().numeric() ? numbers.zeros() : -1, tally.others(),
                some ? bounds.value(numbers.min()) : null, some ? bounds.value(numbers.max()) : null,
                some && !truth ? bounds.between(numbers.mean()) : null,
                truth || leaf.type().temporal() ? Double.NaN : bounds.spread(numbers.std()),
                truth ? List.of() : result.quantiles(ranked), result.distinct() + (numbers.nan() > 0 ? 1 : 0),
                sure ? ColumnProfile.Exactness.EXACT : ColumnProfile.Exactness.ESTIMATED, result.top(),
                exactTop ? ColumnProfile.Exactness.EXACT : ColumnProfile.Exactness.ESTIMATED,
                some && !truth ? result.histogram(bins) : null, null, lists(),
                truth ? new ColumnProfile.Truth(numbers.counts().count(1), numbers.counts().count(0)) : null,
                leaf.type().temporal() ? result.gap() : null, ColumnProfile.Category.NEITHER);
    }

    private ColumnProfile.@Nullable Lengths lists() {
        LengthTally lists = tally.lists();
        return lists == null ? null : lists.result();
    }

    /// A profile of text or bytes.
    ColumnProfile bytes(BytesTally bytes) {
        boolean exact = bytes.many() == null;
        long distinct = exact ? bytes.counts().size()
                : java.util.Objects.requireNonNull(bytes.many()).estimate(bytes.count());
        ColumnProfile.Category category = leaf.type() instanceof FieldType.Text
                ? ColumnProfile.category(distinct, bytes.count()) : ColumnProfile.Category.NEITHER;
        List<ColumnProfile.Top> top = new ArrayList<>();
        // All of a category, to choose from; none has more than 1,000.
        for (int entry : bytes.counts().top(category == ColumnProfile.Category.CATEGORY ? bytes.counts().size()
                : NumberResult.TOP)) {
            top.add(new ColumnProfile.Top(value(bytes.counts().bytes(entry)), bytes.counts().count(entry)));
        }
        ColumnProfile.Exactness exactness = exact ? ColumnProfile.Exactness.EXACT : ColumnProfile.Exactness.ESTIMATED;
        byte[] min = bytes.min();
        byte[] max = bytes.max();
        return new ColumnProfile(leaf, source, tally.rows(), bytes.count() + bytes.nulls() + tally.others(),
                bytes.nulls(), 0, -1, tally.others(), min == null ? null : value(min), max == null ? null : value(max),
                null, Double.NaN, List.of(), distinct, exactness, top, exactness, null, bytes.lengths().result(),
                lists(), null, null,
                category);
    }

    private Value value(byte[] bytes) {
        return new Vector.Slices(bytes, new int[]{0}, new int[]{bytes.length}, 1).value(0, leaf.type());
    }

    /// A profile of values one by one.
    ColumnProfile values(ValueTally values) {
        boolean exact = values.many() == null;
        ColumnProfile.Exactness exactness = exact ? ColumnProfile.Exactness.EXACT : ColumnProfile.Exactness.ESTIMATED;
        boolean measured = values.numbers() > 0 && (leaf.type().numeric() || leaf.type().temporal());
        List<Map.Entry<Value, long[]>> sorted = measured ? values.sorted() : List.of();
        return new ColumnProfile(leaf, source, tally.rows(), values.count() + tally.nulls() + tally.others(),
                tally.nulls(), 0, leaf.type().numeric() ? values.zeros() : -1, tally.others(), values.min(),
                values.max(), measured ? number(values.mean()) : null,
                measured && leaf.type().numeric() ? values.std() : Double.NaN, quantiles(sorted, values.numbers()),
                values.distinct(), exactness, values.top(NumberResult.TOP), exactness,
                sorted.isEmpty() ? null : histogram(sorted), null, lists(), null, gap(sorted),
                ColumnProfile.Category.NEITHER);
    }

    private Value number(double number) {
        return leaf.type() instanceof FieldType.Timestamp stamp
                ? new Value.Moment((long) Math.floor(number), (int) Math.round((number - Math.floor(number)) * 1e6)
                        % 1_000_000 * 1000, stamp.zone()) : new Value.Real(number, 64);
    }

    private List<ColumnProfile.Quantile> quantiles(List<Map.Entry<Value, long[]>> sorted, long count) {
        List<ColumnProfile.Quantile> quantiles = new ArrayList<>();
        for (double share : sorted.isEmpty() ? new double[0] : NumberResult.SHARES) {
            double place = share * (count - 1);
            double low = at(sorted, (long) Math.floor(place));
            double high = at(sorted, (long) Math.ceil(place));
            quantiles.add(new ColumnProfile.Quantile(share, number(low + (high - low) * (place - Math.floor(place)))));
        }
        return quantiles;
    }

    private static double at(List<Map.Entry<Value, long[]>> sorted, long rank) {
        long seen = 0;
        for (Map.Entry<Value, long[]> entry : sorted) {
            seen += entry.getValue()[0];
            if (rank < seen) {
                return ValueTally.number(entry.getKey());
            }
        }
        return ValueTally.number(sorted.getLast().getKey());
    }

    private ColumnProfile.Histogram histogram(List<Map.Entry<Value, long[]>> sorted) {
        double low = ValueTally.number(sorted.getFirst().getKey());
        double high = ValueTally.number(sorted.getLast().getKey());
        int bins = low == high ? 1 : 20;
        double[] edges = new double[bins + 1];
        List<Value> shown = new ArrayList<>();
        for (int i = 0; i <= bins; i++) {
            edges[i] = low + (high - low) * i / bins;
            shown.add(number(edges[i]));
        }
        HistogramTally counts = new HistogramTally(edges);
        sorted.forEach(entry -> counts.add(ValueTally.number(entry.getKey()), entry.getValue()[0]));
        return new ColumnProfile.Histogram(shown, counts.counts());
    }

    private ColumnProfile.@Nullable Gap gap(List<Map.Entry<Value, long[]>> sorted) {
        if (!leaf.type().temporal() || sorted.size() < 2) {
            return null;
        }
        int widest = 1;
        for (int i = 2; i < sorted.size(); i++) {
            widest = width(sorted, i) > width(sorted, widest) ? i : widest;
        }
        return new ColumnProfile.Gap(sorted.get(widest - 1).getKey(), sorted.get(widest).getKey());
    }

    private static double width(List<Map.Entry<Value, long[]>> sorted, int i) {
        return ValueTally.number(sorted.get(i).getKey()) - ValueTally.number(sorted.get(i - 1).getKey());
    }
}
