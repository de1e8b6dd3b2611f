package cotejo.chart.plot;

import cotejo.analysis.Range;
import cotejo.model.RunFrame;
import cotejo.query.ColumnRef;
import cotejo.query.ColumnValues;
import cotejo.query.RunAttribute;
import cotejo.query.SeriesAt;
import cotejo.text.Figures;
import cotejo.text.Moments;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The values that the runs of a chart have in one column: numbers when every value is one, else categories in the
/// order of the table. Runs are numbered from 0. Immutable.
final class PlotColumn {

    enum Kind {
        NUMBER,
        /// Epoch milliseconds.
        TIME,
        /// Milliseconds.
        DURATION,
        CATEGORY
    }

    private final ColumnRef ref;
    private final Kind kind;
    private final double[] values;
    private final BitSet present;
    private final List<String> categories;
    private final ZoneId zone;
    private final boolean whole;
    private final String name;

    /// @param values  numbers, or places in `categories`; NaN for a run without a value
    /// @param present the runs that have a value, which may be NaN
    private PlotColumn(ColumnRef ref, Kind kind, double[] values, BitSet present, List<String> categories,
            ZoneId zone) {
        this(ref, kind, values, present, categories, zone, ColumnName.of(ref));
    }

    private PlotColumn(ColumnRef ref, Kind kind, double[] values, BitSet present, List<String> categories,
            ZoneId zone, String name) {
        this.name = name;
        this.ref = ref;
        this.kind = kind;
        this.values = values;
        this.present = present;
        this.categories = categories;
        this.zone = zone;
        this.whole = Arrays.stream(values).filter(Double::isFinite).allMatch(value -> value == Math.rint(value));
    }

    static PlotColumn of(ColumnRef ref, RunFrame frame, int[] rows, SeriesAt series, ZoneId zone) {
        ColumnValues cells = ColumnValues.of(ref, frame, series);
        if (ref.numeric()) {
            return numbers(ref, rows, cells, zone);
        }
        @Nullable String[] texts = new String[rows.length];
        boolean numeric = ref instanceof ColumnRef.Param || ref instanceof ColumnRef.Tag;
        boolean any = false;
        for (int i = 0; i < rows.length; i++) {
            @Nullable String text = cells.has(rows[i]) ? cells.text(rows[i]) : null;
            texts[i] = text;
            any |= text != null;
            numeric = numeric && (text == null || ColumnValues.isNumber(text));
        }
        return numeric && any ? numbers(ref, rows, cells, zone) : categories(ref, texts, zone);
    }

    private static PlotColumn numbers(ColumnRef ref, int[] rows, ColumnValues cells, ZoneId zone) {
        double[] values = new double[rows.length];
        BitSet present = new BitSet(rows.length);
        for (int i = 0; i < rows.length; i++) {
            values[i] = cells.number(rows[i]);
            present.set(i, cells.has(rows[i]));
        }
        Kind kind = Kind.NUMBER;
        if (ref instanceof ColumnRef.Attribute(RunAttribute attribute)) {
            kind = attribute.kind() == RunAttribute.Kind.TIME ? Kind.TIME : Kind.DURATION;
        }
        return new PlotColumn(ref, kind, values, present, List.of(), zone);
    }

    private static PlotColumn categories(ColumnRef ref, @Nullable String[] texts, ZoneId zone) {
        Set<String> distinct = new HashSet<>();
        for (@Nullable String text : texts) {
            if (text != null) {
                distinct.add(text);
            }
        }
        List<String> sorted = distinct.stream().sorted(ColumnValues.ORDER).toList();
        Map<String, Integer> codes = HashMap.newHashMap(sorted.size());
        for (int code = 0; code < sorted.size(); code++) {
            codes.put(sorted.get(code), code);
        }
        double[] values = new double[texts.length];
        BitSet present = new BitSet(texts.length);
        for (int i = 0; i < texts.length; i++) {
            @Nullable String text = texts[i];
            values[i] = text == null ? Double.NaN : codes.getOrDefault(text, 0);
            present.set(i, text != null);
        }
        return new PlotColumn(ref, Kind.CATEGORY, values, present, sorted, zone);
    }

    /// A column of the same name and kind with other values, each of which is there.
    PlotColumn withValues(double[] others) {
        BitSet all = new BitSet(others.length);
        all.set(0, others.length);
        return new PlotColumn(ref, kind, others, all, categories, zone, name);
    }

    /// The same with only those numbers that pass.
    PlotColumn only(DoublePredicate wanted) {
        return new PlotColumn(ref, kind, Arrays.stream(values).map(value -> wanted.test(value) ? value : Double.NaN)
                .toArray(), present, categories, zone, name);
    }

    /// A column of the same name, its values put into categories.
    PlotColumn labelled(List<String> labels, double[] codes) {
        BitSet there = new BitSet(codes.length);
        for (int run = 0; run < codes.length; run++) {
            there.set(run, Double.isFinite(codes[run]));
        }
        return new PlotColumn(ref, Kind.CATEGORY, codes, there, labels, zone, name);
    }

    /// The same with so many categories at most; runs of the others have no value.
    PlotColumn firstCategories(int most) {
        if (numeric() || categories.size() <= most) {
            return this;
        }
        return labelled(categories.subList(0, most), Arrays.stream(values)
                .map(value -> value < most ? value : Double.NaN).toArray());
    }

    /// A column that counts something, up to a number.
    static PlotColumn counts(String name, int most) {
        BitSet one = new BitSet();
        one.set(0);
        return new PlotColumn(ColumnRef.attribute(RunAttribute.RUN_ID), Kind.NUMBER, new double[] {most}, one,
                List.of(), ZoneOffset.UTC, name);
    }

    ColumnRef ref() {
        return ref;
    }

    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    boolean numeric() {
        return kind != Kind.CATEGORY;
    }

    /// Whether all its numbers are whole.
    boolean whole() {
        return whole;
    }

    int size() {
        return values.length;
    }

    /// The run's number, or its place among the categories; not finite where it has none that can be drawn.
    double value(int run) {
        return values[run];
    }

    double[] values() {
        return values;
    }

    boolean has(int run) {
        return present.get(run);
    }

    boolean finite(int run) {
        return Double.isFinite(values[run]);
    }

    /// The distinct values in order; empty for numbers.
    List<String> categories() {
        return categories;
    }

    /// From the least to the greatest finite value.
    Range range() {
        Range range = Range.NOTHING;
        for (double value : values) {
            range = Double.isFinite(value) ? range.with(value) : range;
        }
        return range;
    }

    /// The positive values only.
    Range positive() {
        Range range = Range.NOTHING;
        for (double value : values) {
            range = value > 0 && Double.isFinite(value) ? range.with(value) : range;
        }
        return range;
    }

    /// How many runs have no value that can be drawn.
    int undrawn() {
        return (int) IntStream.range(0, values.length).filter(run -> !finite(run)).count();
    }

    /// Whether runs differ here; a run without a value differs from one with.
    boolean varies() {
        return IntStream.range(1, values.length).anyMatch(run -> Double.compare(values[run], values[0]) != 0
                || has(run) != has(0));
    }

    /// The run's value as it is read in a tooltip.
    String text(int run) {
        return has(run) ? text(values[run]) : "–";
    }

    /// A value of this column in words.
    String text(double value) {
        if (!Double.isFinite(value)) {
            return Figures.brief(value);
        }
        return switch (kind) {
            case NUMBER -> Figures.brief(value, 5);
            case TIME -> Moments.exact((long) value, zone);
            case DURATION -> Moments.duration((long) value);
            case CATEGORY -> categories.get((int) value);
        };
    }

    ZoneId zone() {
        return zone;
    }
}
