package cotejo.query;

import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.query.SortKey.Direction;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts runs in order. Every key becomes one `long` per run beforehand, so that comparing two runs is comparing
/// numbers; ties fall to start time, latest first, then run id, as in MLflow.
public final class RunOrder {

    private static final long MISSING = Long.MAX_VALUE;
    private static final long NAN = Long.MAX_VALUE - 1;
    /// Moves the places of texts, which are small numbers, to the leading bits.
    private static final int TEXT_SHIFT = 31;

    private final RunFrame frame;
    private final SeriesAt series;
    private final BitSet rows;

    private RunOrder(RunFrame frame, BitSet rows, SeriesAt series) {
        this.frame = frame;
        this.rows = rows;
        this.series = series;
    }

    /// The rows in order. Without keys, the latest start comes first.
    public static int[] sort(RunFrame frame, BitSet rows, List<SortKey> keys, SeriesAt series) {
        RunOrder order = new RunOrder(frame, rows, series);
        long[][] ranks = new long[keys.size() + 1][];
        for (int i = 0; i < keys.size(); i++) {
            ranks[i] = order.ranks(keys.get(i));
        }
        ranks[keys.size()] = order.starts();
        return order.sorted(ranks);
    }

    /// Sorts by the leading bits of the first rank with the row's place packed behind them, which the library does much
    /// faster than any comparison, and then puts those with the same leading bits in order by comparing.
    private int[] sorted(long[][] ranks) {
        int[] places = rows.stream().toArray();
        int[] sorted = new int[places.length];
        int bits = 64 - Long.numberOfLeadingZeros(places.length);
        long low = (1L << bits) - 1;
        long[] packed = new long[places.length];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (ranks[0][places[i]] & ~low) | i;
        }
        Arrays.sort(packed);
        int from = 0;
        for (int i = 0; i < packed.length; i++) {
            sorted[i] = places[(int) (packed[i] & low)];
            boolean ends = i + 1 == packed.length || (packed[i] & ~low) != (packed[i + 1] & ~low);
            if (ends) {
                IntMergeSort.sort(sorted, from, i + 1, (a, b) -> compare(ranks, a, b));
                from = i + 1;
            }
        }
        return sorted;
    }

    private int compare(long[][] ranks, int a, int b) {
        for (long[] rank : ranks) {
            int byRank = Long.compare(rank[a], rank[b]);
            if (byRank != 0) {
                return byRank;
            }
        }
        Run left = frame.run(a);
        Run right = frame.run(b);
        int byId = left.id().compareTo(right.id());
        return byId != 0 ? byId : Long.compare(left.key(), right.key());
    }

    private long[] starts() {
        long[] ranks = new long[frame.size()];
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            long start = frame.run(row).start();
            ranks[row] = start > 0 ? -start : MISSING;
        }
        return ranks;
    }

    private long[] ranks(SortKey key) {
        Cells cells = Cells.of(key.column(), frame, series);
        if (key.column().numeric()) {
            return numbers(cells, key);
        }
        return cells instanceof Cells.Dictionary dictionary ? dictionary(dictionary, key) : texts(cells, key);
    }

    private long[] numbers(Cells cells, SortKey key) {
        boolean costly = key.column() instanceof ColumnRef.MetricAt;
        long[] ranks = new long[frame.size()];
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            double number = cells.number(row);
            boolean missing = Double.isNaN(number) && (costly || !cells.has(row));
            ranks[row] = missing ? MISSING : rank(number, key.direction());
        }
        return ranks;
    }

    /// A number as a `long` in the same order, or the opposite one; NaN after all others.
    static long rank(double number, Direction direction) {
        if (Double.isNaN(number)) {
            return NAN;
        }
        long bits = Double.doubleToLongBits(number + 0.0);
        long ordered = bits ^ ((bits >> 63) & Long.MAX_VALUE);
        return direction == Direction.ASC ? ordered : ~ordered;
    }

    private long[] dictionary(Cells.Dictionary cells, SortKey key) {
        long[] ofCode = TextOrder.ranks(cells.values(), key.direction());
        long[] ranks = new long[frame.size()];
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            int code = cells.code(row);
            ranks[row] = code < 0 ? MISSING : ofCode[code] << TEXT_SHIFT;
        }
        return ranks;
    }

    private long[] texts(Cells cells, SortKey key) {
        Map<String, Integer> codes = new HashMap<>();
        int[] codeOf = new int[frame.size()];
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            @Nullable String text = cells.text(row);
            @Nullable Integer known = text == null || text.isEmpty() ? Integer.valueOf(-1) : codes.get(text);
            if (known == null && text != null) {
                known = codes.size();
                codes.put(text, known);
            }
            codeOf[row] = known == null ? -1 : known;
        }
        String[] values = new String[codes.size()];
        codes.forEach((value, code) -> values[code] = value);
        long[] ofCode = TextOrder.ranks(List.of(values), key.direction());
        long[] ranks = new long[frame.size()];
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            ranks[row] = codeOf[row] < 0 ? MISSING : ofCode[codeOf[row]] << TEXT_SHIFT;
        }
        return ranks;
    }
}
