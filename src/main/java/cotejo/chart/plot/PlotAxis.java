package cotejo.chart.plot;

import cotejo.analysis.Range;
import cotejo.analysis.Tick;
import cotejo.analysis.Ticks;
import cotejo.analysis.TimeTicks;
import cotejo.query.ColumnRef;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// A column along a line: where on it, from 0 to 1, a value stands.
///
/// @param log   whether numbers stand by their logarithm; categories stand evenly
/// @param range what the line shows of numbers; positive when `log`
record PlotAxis(PlotColumn column, boolean log, Range range) {

    private static final double DECADES = 2;

    /// How a person asks for a scale; `AUTO` is logarithmic for params whose positive values span two decades or more.
    enum Wish {
        AUTO,
        LINEAR,
        LOG
    }

    /// An axis over all values of a column, with some air at both ends.
    static PlotAxis of(PlotColumn column, Wish wish) {
        return log(column, wish) ? new PlotAxis(column, true, apart(column.positive(), 0.05))
                : new PlotAxis(column, false, column.range().padded(0.05));
    }

    /// An axis over the values of those runs that have another column too: nobody else is drawn.
    static PlotAxis of(PlotColumn column, PlotColumn other, Wish wish) {
        PlotAxis whole = of(column, wish);
        Range seen = Range.NOTHING;
        for (int run = 0; run < column.size() && column.numeric(); run++) {
            boolean drawn = column.finite(run) && other.finite(run) && (!whole.log() || column.value(run) > 0);
            seen = drawn ? seen.with(column.value(run)) : seen;
        }
        return seen.isEmpty() ? whole : new PlotAxis(column, whole.log(), whole.log() ? apart(seen, 0.05)
                : seen.padded(0.05));
    }

    /// An axis from the least value to the greatest.
    static PlotAxis tight(PlotColumn column, Wish wish) {
        return log(column, wish) ? new PlotAxis(column, true, apart(column.positive(), 0))
                : new PlotAxis(column, false, column.range().padded(0));
    }

    /// A positive range with a share of its decades added on both ends, never empty.
    private static Range apart(Range positive, double share) {
        Range even = new Range(Math.log10(positive.low()), Math.log10(positive.high())).padded(share);
        return new Range(Math.max(Double.MIN_VALUE, Math.pow(10, even.low())),
                Math.min(Double.MAX_VALUE / 8, Math.pow(10, even.high())));
    }

    /// An axis that begins or ends at 0, so that lengths along it can be compared; linear.
    static PlotAxis fromZero(PlotColumn column) {
        Range all = column.range().with(0);
        double air = all.span() * 0.04;
        Range range = new Range(all.low() < 0 ? all.low() - air : 0, all.high() > 0 ? all.high() + air : 0);
        return new PlotAxis(column, false, range.span() > Range.NARROW && Double.isFinite(range.span())
                ? range : all.padded(0));
    }

    static boolean log(PlotColumn column, Wish wish) {
        Range positive = column.positive();
        if (!column.numeric() || positive.isEmpty()) {
            return false;
        }
        return switch (wish) {
            case LINEAR -> false;
            case LOG -> true;
            case AUTO -> column.ref() instanceof ColumnRef.Param && column.range().low() >= 0
                    && Math.log10(positive.high()) - Math.log10(positive.low()) >= DECADES;
        };
    }

    String title() {
        return log ? Texts.get("plots.axis.log", column.name()) : column.name();
    }

    boolean categorical() {
        return !column.numeric();
    }

    /// A number as one that runs evenly along the axis.
    double even(double value) {
        return log ? Math.log10(value) : value;
    }

    private double back(double even) {
        return log ? Math.pow(10, even) : even;
    }

    /// Where the run stands, 0…1; NaN when it cannot be shown.
    double at(int run) {
        return unit(column.value(run));
    }

    /// Where a value stands, 0…1; NaN when it cannot be shown.
    double unit(double value) {
        if (!Double.isFinite(value)) {
            return Double.NaN;
        }
        if (categorical()) {
            return (value + 0.5) / Math.max(1, column.categories().size());
        }
        if (log && value <= 0) {
            return Double.NaN;
        }
        double low = even(range.low());
        return (even(value) - low) / (even(range.high()) - low);
    }

    /// The number at a place, the reverse of [#unit].
    double value(double unit) {
        double low = even(range.low());
        return back(low + unit * (even(range.high()) - low));
    }

    /// Runs that have a finite number which a logarithmic axis cannot show.
    int hidden() {
        int count = 0;
        for (int run = 0; run < column.size(); run++) {
            count += column.finite(run) && Double.isNaN(at(run)) ? 1 : 0;
        }
        return count;
    }

    /// Ticks for a length in pixels. A category has its place as `at`, as a value has.
    ///
    /// @param across room a tick takes along the axis, by its label
    List<Tick> ticks(double length, double apart, ToDoubleFunction<String> across) {
        if (categorical()) {
            return categories(length, apart);
        }
        int wanted = (int) Math.clamp(length / apart, 2, 12);
        List<Tick> found = numbers(wanted);
        while (wanted > 2 && found.stream().mapToDouble(tick -> across.applyAsDouble(tick.label()) + 10).max()
                .orElse(0) * found.size() > length) {
            wanted--;
            found = numbers(wanted);
        }
        return found;
    }

    private List<Tick> numbers(int most) {
        Locale locale = Texts.locale();
        // Nobody has half a layer.
        int wanted = column.whole() && !log ? (int) Math.clamp(range.span(), 1, most) : most;
        return switch (column.kind()) {
            case TIME -> TimeTicks.clock(range, wanted, locale, column.zone());
            case DURATION -> TimeTicks.elapsed(range, wanted, locale);
            case NUMBER, CATEGORY -> log ? Ticks.logarithmic(range, wanted, locale)
                    : Ticks.linear(range, wanted, locale);
        };
    }

    private List<Tick> categories(double length, double apart) {
        int count = column.categories().size();
        int every = (int) Math.max(1, Math.ceil(count * apart / Math.max(1, length)));
        List<Tick> found = new ArrayList<>();
        for (int code = 0; code < count; code += every) {
            found.add(new Tick(code, column.categories().get(code)));
        }
        return found;
    }
}
