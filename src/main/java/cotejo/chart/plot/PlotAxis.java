package cotejo.chart.plot;

import cotejo.analysis.Range;
import cotejo.analysis.Tick;
import cotejo.analysis.TickRoom;
import cotejo.analysis.TimeTicks;
import cotejo.chart.Scale;
import cotejo.chart.YScale;
import cotejo.query.ColumnRef;
import cotejo.text.Texts;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// A column along a line: where on it, from 0 to 1, a value stands.
///
/// @param scale how numbers stand; categories stand evenly
/// @param range what the line shows of numbers; positive where the scale is logarithmic
record PlotAxis(PlotColumn column, Scale scale, Range range) {

    private static final double DECADES = 2;

    /// How a person asks for a scale; `AUTO` is logarithmic for params whose positive values span two decades or more,
    /// symmetrically so where some are 0.
    enum Wish {
        AUTO,
        LINEAR,
        LOG,
        SYMLOG
    }

    /// An axis over all values of a column, with some air at both ends.
    static PlotAxis of(PlotColumn column, Wish wish) {
        return over(column, scale(column, wish), column.range(), 0.05);
    }

    /// An axis over the values of those runs that have another column too: nobody else is drawn.
    static PlotAxis of(PlotColumn column, PlotColumn other, Wish wish) {
        Scale scale = scale(column, wish);
        Range seen = Range.NOTHING;
        for (int run = 0; run < column.size() && column.numeric(); run++) {
            boolean drawn = column.finite(run) && other.finite(run) && scale.shows(column.value(run));
            seen = drawn ? seen.with(column.value(run)) : seen;
        }
        return over(column, scale, seen.isEmpty() ? column.range() : seen, 0.05);
    }

    /// An axis from the least value to the greatest.
    static PlotAxis tight(PlotColumn column, Wish wish) {
        return over(column, scale(column, wish), column.range(), 0);
    }

    private static PlotAxis over(PlotColumn column, Scale scale, Range values, double air) {
        Range shown = scale.kind() == YScale.LOG && values.low() <= 0 ? column.positive() : values;
        return new PlotAxis(column, scale, scale.aired(shown, air));
    }

    /// An axis that begins or ends at 0, so that lengths along it can be compared. A logarithmic one has no 0: it
    /// begins a little below the least value.
    static PlotAxis fromZero(PlotColumn column, Wish wish) {
        Scale scale = wish == Wish.AUTO ? Scale.LINEAR : scale(column, wish);
        if (scale.kind() == YScale.LOG) {
            return over(column, scale, column.range(), 0.08);
        }
        Range all = scale.even(column.range().with(0));
        double air = all.span() * 0.04;
        Range range = new Range(scale.value(all.low() < 0 ? all.low() - air : 0),
                scale.value(all.high() > 0 ? all.high() + air : 0));
        return new PlotAxis(column, scale, range.span() > Range.NARROW && Double.isFinite(range.span())
                ? range : column.range().with(0).padded(0));
    }

    private static Scale scale(PlotColumn column, Wish wish) {
        return switch (wish) {
            case SYMLOG -> column.numeric() ? Scale.of(YScale.SYMLOG, column.range()) : Scale.LINEAR;
            case LINEAR, LOG -> log(column, wish) ? Scale.LOG : Scale.LINEAR;
            // Zeros, as of a weight decay that is off, stay on the axis.
            case AUTO -> !log(column, wish) ? Scale.LINEAR : column.range().low() > 0 ? Scale.LOG
                    : Scale.symlog(column.positive().low());
        };
    }

    static boolean log(PlotColumn column, Wish wish) {
        Range positive = column.positive();
        if (!column.numeric() || positive.isEmpty()) {
            return false;
        }
        return switch (wish) {
            case LINEAR, SYMLOG -> false;
            case LOG -> true;
            case AUTO -> column.ref() instanceof ColumnRef.Param && column.range().low() >= 0
                    && Math.log10(positive.high()) - Math.log10(positive.low()) >= DECADES;
        };
    }

    String title() {
        return switch (scale.kind()) {
            case LINEAR -> column.kind() == PlotColumn.Kind.TIME && ZoneOffset.UTC.equals(column.zone())
                    ? Texts.get("plots.axis.utc", column.name()) : column.name();
            case LOG -> Texts.get("plots.axis.log", column.name());
            case SYMLOG -> Texts.get("plots.axis.symlog", column.name());
        };
    }

    boolean categorical() {
        return !column.numeric();
    }

    /// A number as one that runs evenly along the axis.
    double even(double value) {
        return scale.even(value);
    }

    /// The reverse of [#even].
    double back(double even) {
        return scale.value(even);
    }

    /// The axis between other ends, NaN where an end stays; the same where they leave nothing to be seen.
    PlotAxis between(double low, double high) {
        double from = scale.shows(low) ? low : range.low();
        double to = scale.shows(high) ? high : range.high();
        return categorical() || !(to - from > Range.NARROW) || !Double.isFinite(to - from) ? this
                : new PlotAxis(column, scale, new Range(from, to));
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
        if (!scale.shows(value)) {
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
        return new TickRoom(length, at -> unit(at) * length, label -> across.applyAsDouble(label) + 10)
                .fill(this::numbers, (int) Math.clamp(length / apart, 2, 12), 1);
    }

    private List<Tick> numbers(int most) {
        Locale locale = Texts.locale();
        // Nobody has half a layer.
        int wanted = column.whole() && scale.kind() == YScale.LINEAR ? (int) Math.clamp(range.span(), 1, most) : most;
        return switch (column.kind()) {
            case TIME -> TimeTicks.clock(range, wanted, locale, column.zone());
            case DURATION -> TimeTicks.elapsed(range, wanted, locale);
            case NUMBER, CATEGORY -> scale.ticks(range, wanted, locale);
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
