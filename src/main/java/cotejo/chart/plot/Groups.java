package cotejo.chart.plot;

import cotejo.analysis.Bins;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    private Groups(PlotColumn column, List<String> labels, int[] codes, boolean stretched) {
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
        List<String> labels = new ArrayList<>();
        int[] codes = new int[column.size()];
        boolean stretched = false;
        if (column.numeric()) {
            double[] distinct = Arrays.stream(column.values()).filter(Double::isFinite).sorted().distinct().toArray();
            stretched = distinct.length > FEW;
            if (stretched) {
                stretches(column, most, labels, codes);
            } else {
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
        return new Groups(column, List.copyOf(labels), codes, stretched);
    }

    private static void stretches(PlotColumn column, int most, List<String> labels, int[] codes) {
        boolean log = PlotAxis.log(column, PlotAxis.Wish.AUTO) && column.range().low() > 0;
        double[] even = Arrays.stream(column.values()).map(value -> log ? Math.log10(value) : value).toArray();
        Bins bins = Bins.of(even, most);
        for (int bin = 0; bin < bins.count(); bin++) {
            double from = log ? Math.pow(10, bins.edge(bin)) : bins.edge(bin);
            double to = log ? Math.pow(10, bins.edge(bin + 1)) : bins.edge(bin + 1);
            labels.add(brief(column, from) + " – " + brief(column, to));
        }
        for (int run = 0; run < codes.length; run++) {
            codes[run] = bins.of(even[run]);
        }
    }

    private static String brief(PlotColumn column, double value) {
        return column.kind() == PlotColumn.Kind.NUMBER ? Figures.brief(value, 2) : column.text(value);
    }

    private static void without(PlotColumn column, List<String> labels, int[] codes) {
        boolean any = false;
        for (int run = 0; run < codes.length; run++) {
            if (!column.finite(run)) {
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
        return new Groups(any, List.of(Texts.get("plots.group.all")), new int[any.size()], false);
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
                .toArray(), stretched);
    }

    /// The groups as a column, for an axis or a key.
    PlotColumn asColumn() {
        return column.labelled(labels, Arrays.stream(codes).asDoubleStream().toArray());
    }

    /// The first of the groups as a column; runs of the others have no value.
    PlotColumn first(int count) {
        return column.labelled(labels.subList(0, count), Arrays.stream(codes)
                .mapToDouble(code -> code < count ? code : Double.NaN).toArray());
    }

    /// Numbers from the greatest to the least, as they stand on an upright axis; words stay as they are.
    Groups upwards() {
        if (!column.numeric()) {
            return this;
        }
        int numbers = labels.size() - (column.undrawn() > 0 ? 1 : 0);
        List<String> turned = new ArrayList<>(labels.subList(0, numbers).reversed());
        turned.addAll(labels.subList(numbers, labels.size()));
        int[] places = Arrays.stream(codes).map(code -> code < numbers ? numbers - 1 - code : code).toArray();
        return new Groups(column, List.copyOf(turned), places, stretched);
    }
}
