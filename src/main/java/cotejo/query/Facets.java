package cotejo.query;

import cotejo.model.RunFrame;
import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Computes the facet of a column over a selection of runs.
public final class Facets {

    /// Params and tags with more distinct values than this, all of them numbers, are shown as a range.
    private static final int MOST_NUMBERS_AS_VALUES = 12;
    private static final int MOST_BINS = 20;

    private Facets() {
    }

    /// @param rows the selected rows of the frame
    /// @param most how many values to list at most
    /// @throws cotejo.work.CancelledException when cancelled
    public static Facet of(ColumnRef column, RunFrame frame, BitSet rows, SeriesAt series, int most, Cancel cancel) {
        Cells cells = Cells.of(column, frame, series);
        cancel.check();
        if (column.numeric()) {
            return range(column, cells, rows, cancel);
        }
        List<TopValues.Count> counts = TopValues.of(cells, rows);
        boolean attribute = column instanceof ColumnRef.Attribute;
        if (!attribute && counts.size() > MOST_NUMBERS_AS_VALUES
                && counts.stream().noneMatch(count -> Double.isNaN(Numbers.parse(count.value())))) {
            return range(column, cells, rows, cancel);
        }
        int present = counts.stream().mapToInt(TopValues.Count::runs).sum();
        List<Facet.Entry> top = counts.stream().limit(most)
                .map(c -> new Facet.Entry(c.value(), c.runs(), Filter.condition(column, c.value()))).toList();
        int listed = top.stream().mapToInt(Facet.Entry::count).sum();
        return new Facet.Values(column, top, counts.size(), present - listed, rows.cardinality() - present);
    }

    private static Facet range(ColumnRef column, Cells cells, BitSet rows, Cancel cancel) {
        double[] finite = new double[rows.cardinality()];
        int n = 0;
        int nan = 0;
        int infinite = 0;
        int missing = 0;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            if (row % 1024 == 0) {
                cancel.check();
            }
            double number = cells.number(row);
            if (Double.isFinite(number)) {
                finite[n++] = number;
            } else if (Double.isInfinite(number)) {
                infinite++;
            } else if (cells.has(row)) {
                nan++;
            } else {
                missing++;
            }
        }
        Spread spread = Spread.of(finite, n);
        List<Facet.Bin> bins = n == 0 ? List.of()
                : bins(column, Arrays.copyOf(finite, n), edges(spread.min(), spread.max()));
        return new Facet.Range(column, spread.min(), spread.max(), bins, nan, infinite, missing);
    }

    /// Limits at round numbers, from at most `min` to at least `max`.
    static double[] edges(double min, double max) {
        double step = roundStep(max / MOST_BINS - min / MOST_BINS);
        double first = Math.floor(min / step);
        double inverse = Math.rint(1 / step);
        List<Double> edges = new ArrayList<>();
        for (int i = 0; i <= MOST_BINS + 2 && (i < 2 || edges.getLast() < max); i++) {
            edges.add(step < 1 ? (first + i) / inverse : (first + i) * step);
        }
        for (int i = 1; i < edges.size(); i++) {
            if (!(edges.get(i - 1) < edges.get(i)) || edges.get(i).isInfinite()) {
                return new double[] {min, max};
            }
        }
        boolean covers = edges.getFirst() <= min && edges.getLast() >= max;
        return covers && min < max ? edges.stream().mapToDouble(Double::doubleValue).toArray()
                : new double[] {min, max};
    }

    /// The least of 1, 2 and 5 times a power of ten that is not below.
    private static double roundStep(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * power >= atLeast) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static List<Facet.Bin> bins(ColumnRef column, double[] numbers, double[] edges) {
        int last = edges.length - 2;
        int[] counts = new int[edges.length - 1];
        for (double number : numbers) {
            int found = Arrays.binarySearch(edges, number);
            counts[Math.max(0, Math.min(last, found >= 0 ? found : -found - 2))]++;
        }
        List<Facet.Bin> bins = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            String low = column.text() + " >= " + written(column, edges[i]);
            String high = column.text() + (i == last ? " <= " : " < ") + written(column, edges[i + 1]);
            bins.add(new Facet.Bin(edges[i], edges[i + 1], counts[i], low + " AND " + high));
        }
        return bins;
    }

    static String written(ColumnRef column, double number) {
        boolean time = column instanceof ColumnRef.Attribute(RunAttribute a) && a.kind() == RunAttribute.Kind.TIME;
        return time && number == Math.rint(number) ? Literals.timeText((long) number) : Numbers.text(number);
    }
}
