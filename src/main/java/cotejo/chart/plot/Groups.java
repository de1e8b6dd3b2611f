package cotejo.chart.plot;

import cotejo.analysis.Bins;
import cotejo.chart.Scale;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Runs sorted into groups by a column: its categories, its numbers when these are few, else stretches of them; runs
/// without a value are a group of their own, the last.
final class Groups {

    /// Numbers beyond this many distinct ones are put into stretches.
    private static final int FEW = 20;
    private static final int STRETCHES = 8;

    private final PlotColumn column;
    private final List<String> labels;
    private final int[] codes;
    private final boolean stretched;
    private final double[] edges;

    private Groups(PlotColumn column, List<String> labels, int[] codes, boolean stretched, double[] edges) {
        this.edges = edges;
        this.column = column;
        this.labels = labels;
        this.codes = codes;
        this.stretched = stretched;
    }

    static Groups of(PlotColumn column) {
        return of(column, STRETCHES);
    }

    /// @param most stretches of numbers
    static Groups of(PlotColumn column, int most) {
        return of(column, most, PlotAxis.log(column, PlotAxis.Wish.AUTO) && column.range().low() > 0 ? Scale.LOG
                : Scale.LINEAR);
    }

    /// @param scale along which stretches have the same width
    static Groups of(PlotColumn column, int most, Scale scale) {
        double[] edges = {};
        List<String> labels = new ArrayList<>();
        int[] codes = new int[column.size()];
        boolean stretched = false;
        if (column.numeric()) {
            double[] distinct = Arrays.stream(column.values()).filter(Double::isFinite).sorted().distinct().toArray();
            stretched = distinct.length > FEW;
            if (stretched) {
                edges = stretches(column, most, scale, labels, codes);
            } else {
                edges = between(distinct);
                Arrays.stream(distinct).forEach(value -> labels.add(column.text(value)));
                for (int run = 0; run < codes.length; run++) {
                    codes[run] = Arrays.binarySearch(distinct, column.value(run));
                }
            }
        } else {
            labels.addAll(column.categories());
            for (int run = 0; run < codes.length; run++) {
                codes[run] = (int) column.value(run);
            }
        }
        without(column, labels, codes);
        return new Groups(column, List.copyOf(labels), codes, stretched, edges);
    }

    /// Gives back where the stretches begin, and where the last one ends.
    private static double[] stretches(PlotColumn column, int most, Scale scale, List<String> labels, int[] codes) {
        double[] even = Arrays.stream(column.values()).map(value -> scale.shows(value) ? scale.even(value)
                : Double.NaN).toArray();
        Bins bins = Bins.of(even, most);
        double[] edges = IntStream.rangeClosed(0, bins.count()).mapToDouble(bin -> scale.value(bins.edge(bin)))
                .toArray();
        for (int bin = 0; bin < bins.count(); bin++) {
            labels.add(brief(column, edges[bin]) + " – " + brief(column, edges[bin + 1]));
        }
        for (int run = 0; run < codes.length; run++) {
            codes[run] = bins.of(even[run]);
        }
        return edges;
    }

    /// Edges in the middle between numbers, and as far beyond the first and the last.
    private static double[] between(double[] numbers) {
        int n = numbers.length;
        if (n == 0) {
            return new double[0];
        }
        double[] edges = new double[n + 1];
        for (int i = 1; i < n; i++) {
            edges[i] = numbers[i - 1] / 2 + numbers[i] / 2;
        }
        double room = n == 1 ? Math.max(0.5, Math.abs(numbers[0]) / 2) : 0;
        edges[0] = n == 1 ? numbers[0] - room : 2 * numbers[0] - edges[1];
        edges[n] = n == 1 ? numbers[0] + room : 2 * numbers[n - 1] - edges[n - 1];
        return edges;
    }

    private static String brief(PlotColumn column, double value) {
        return column.kind() == PlotColumn.Kind.NUMBER ? Figures.brief(value, 2) : column.text(value);
    }

    private static void without(PlotColumn column, List<String> labels, int[] codes) {
        boolean any = false;
        for (int run = 0; run < codes.length; run++) {
            if (!column.finite(run) || codes[run] < 0) {
                codes[run] = labels.size();
                any = true;
            }
        }
        if (any) {
            labels.add(Texts.get("plots.group.without"));
        }
    }

    /// One group of all.
    static Groups one(PlotColumn any) {
        return new Groups(any, List.of(Texts.get("plots.group.all")), new int[any.size()], false,
                new double[0]);
    }

    PlotColumn column() {
        return column;
    }

    List<String> labels() {
        return labels;
    }

    int code(int run) {
        return codes[run];
    }

    /// Whether numbers were put into stretches.
    boolean stretched() {
        return stretched;
    }

    /// Where the groups of numbers begin and the last one ends, ascending; empty for words.
    double[] edges() {
        return edges;
    }

    /// The runs of each group.
    int[][] members() {
        return sorted(codes, labels.size());
    }

    /// The runs of each code below `count`, ascending; other codes do not count. Takes no more room than the runs.
    static int[][] sorted(int[] codes, int count) {
        int[] sizes = new int[count];
        for (int code : codes) {
            if (code >= 0 && code < count) {
                sizes[code]++;
            }
        }
        int[][] members = new int[count][];
        for (int code = 0; code < count; code++) {
            members[code] = new int[sizes[code]];
        }
        for (int run = codes.length - 1; run >= 0; run--) {
            int code = codes[run];
            if (code >= 0 && code < count) {
                members[code][--sizes[code]] = run;
            }
        }
        return members;
    }

    /// The same, all groups beyond so many put together.
    Groups atMost(int most) {
        if (labels.size() <= most) {
            return this;
        }
        List<String> few = new ArrayList<>(labels.subList(0, most - 1));
        few.add(Texts.get("plots.key.more", Figures.count(labels.size() - most + 1L)));
        return new Groups(column, List.copyOf(few), Arrays.stream(codes).map(code -> Math.min(code, most - 1))
                .toArray(), stretched, edges);
    }

    /// The runs whose numbers lie between two ends, put into groups anew; an end that is NaN is open. The others are
    /// without a value.
    Groups between(double low, double high, int most, Scale scale) {
        return of(column.only(value -> !(value < low) && !(value > high)), most, scale);
    }

    /// Without the group of those that have no value, who are in no group then.
    Groups numbers() {
        int count = Math.max(0, edges.length - 1);
        return new Groups(column, labels.subList(0, count), Arrays.stream(codes)
                .map(code -> code < count ? code : -1).toArray(), stretched, edges);
    }

    /// The groups as a column, for an axis or a key.
    PlotColumn asColumn() {
        return column.labelled(labels, Arrays.stream(codes).asDoubleStream().toArray());
    }

    /// The first of the groups as a column; runs of the others have no value.
    PlotColumn first(int count) {
        return column.labelled(labels.subList(0, count), Arrays.stream(codes)
                .mapToDouble(code -> code >= 0 && code < count ? code : Double.NaN).toArray());
    }

    /// Numbers from the greatest to the least, as they stand on an upright axis; words stay as they are.
    Groups upwards() {
        if (!column.numeric()) {
            return this;
        }
        int numbers = Math.max(0, edges.length - 1);
        List<String> turned = new ArrayList<>(labels.subList(0, numbers).reversed());
        turned.addAll(labels.subList(numbers, labels.size()));
        int[] places = Arrays.stream(codes).map(code -> code < numbers ? numbers - 1 - code : code).toArray();
        return new Groups(column, List.copyOf(turned), places, stretched, edges);
    }
}
