package cotejo.chart;

import cotejo.analysis.Band;
import cotejo.analysis.Center;
import cotejo.analysis.Grouping;
import cotejo.analysis.Smoothing;
import cotejo.query.ColumnRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a chart of lines shows and how, read from the options of a [PanelSpec] of kind `LINE`. What is not there, or
/// cannot be read, has its default, the first of the values below; constants are read in any case.
///
/// | option | values |
/// |---|---|
/// | `y` | the metrics, operands of the filter language such as `metrics.loss`, one a line |
/// | `x` | `STEP`, `RELATIVE`, `WALL`, or another metric, as an operand |
/// | `xScale` | `LINEAR`, `LOG` (not for wall time) |
/// | `yScale` | `LINEAR`, `LOG`, `SYMLOG` |
/// | `smoothing` | `none`, `ema:0.6`, `twema:0.6`, `gaussian:20`, `mean:21`, `median:21` ([Smoothing#parse]) |
/// | `raw` | `FAINT`, `HIDDEN`: the line before smoothing |
/// | `outliers` | `KEEP`, `IGNORE`: whether the axis of values has room for them |
/// | `pieces` | `JOINED`, `APART`: where a step goes back |
/// | `group` | columns of the run table, as operands, one a line |
/// | `groupMode` | `BY` these columns, or by every param that differs `ALL_BUT` these |
/// | `centre` | `MEAN`, `MEDIAN` |
/// | `band` | `STD`, `SE`, `CI95`, `MINMAX`, `IQR`, `NONE` |
/// | `members` | `FAINT`, `HIDDEN`: the runs of a group |
/// | `fill` | `NONE`, `INTERPOLATE`: what a run has at steps it did not log |
/// | `markers` | `AUTO`, `NONE`, `ALL`: forms along the lines |
/// | `xMin`, `xMax`, `yMin`, `yMax` | ends of the axes, numbers in the notation of files; times in milliseconds |
///
/// @param title   what stands above the chart; empty for the metrics' names
/// @param metrics keys, not operands
/// @param xMetric the key of the metric along x; empty without
/// @param columns what runs are grouped by, or may differ in
public record LineOptions(String title, List<String> metrics, XMode xMode, String xMetric, YScale xScale,
        YScale yScale, Smoothing smoothing, Shown raw, ChartSpec.Reach reach,
        SeriesPoints.Pieces pieces, List<ColumnRef> columns,
        GroupMode groupMode, Grouping grouping, Shown members, ChartSpec.Markers markers, Limits limits) {

    /// Whether something stands faint behind the lines.
    public enum Shown {
        FAINT,
        HIDDEN
    }

    /// How runs find together.
    public enum GroupMode {
        /// Runs that have the same in the columns.
        BY,
        /// Runs that have the same in every param that differs among those shown, but for the columns.
        ALL_BUT
    }

    /// Ends of the axes; NaN where an end follows the data.
    public record Limits(double xMin, double xMax, double yMin, double yMax) {

        /// All ends follow the data.
        public static final Limits NONE = new Limits(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        /// The ends in the options of a panel of any kind.
        public static Limits of(PanelSpec panel) {
            return new Limits(number(panel, "xMin"), number(panel, "xMax"), number(panel, "yMin"),
                    number(panel, "yMax"));
        }

        public boolean isEmpty() {
            return equals(NONE);
        }

        /// These, and where they follow the data the others.
        public Limits or(Limits others) {
            return new Limits(first(xMin, others.xMin), first(xMax, others.xMax), first(yMin, others.yMin),
                    first(yMax, others.yMax));
        }

        private static double first(double one, double other) {
            return Double.isNaN(one) ? other : one;
        }
    }

    public LineOptions {
        metrics = List.copyOf(metrics);
        columns = List.copyOf(columns);
    }

    /// Reads the options of a panel.
    public static LineOptions of(PanelSpec panel) {
        String x = panel.option("x", XMode.STEP.name());
        XMode mode = constant(XMode.class, x, XMode.METRIC);
        String xMetric = mode == XMode.METRIC ? metric(x) : "";
        YScale xScale = constant(YScale.class, panel.option("xScale", ""), YScale.LINEAR);
        boolean logX = xScale == YScale.LOG && mode != XMode.WALL;
        Grouping.Between between = panel.option("fill", "").equalsIgnoreCase("INTERPOLATE")
                ? Grouping.Between.INTERPOLATED : Grouping.Between.NOTHING;
        List<String> metrics = panel.option("y", "").lines().map(LineOptions::metric).filter(key -> !key.isEmpty())
                .toList();
        return new LineOptions(panel.title(), metrics,
                mode == XMode.METRIC && xMetric.isEmpty() ? XMode.STEP : mode, xMetric,
                logX ? YScale.LOG : YScale.LINEAR, constant(YScale.class, panel.option("yScale", ""), YScale.LINEAR),
                Smoothing.parse(panel.option("smoothing", "none")).orElse(Smoothing.none()),
                constant(Shown.class, panel.option("raw", ""), Shown.FAINT),
                panel.option("outliers", "").equalsIgnoreCase("IGNORE") ? ChartSpec.Reach.WITHOUT_OUTLIERS
                        : ChartSpec.Reach.ALL,
                constant(SeriesPoints.Pieces.class, panel.option("pieces", ""), SeriesPoints.Pieces.JOINED),
                columns(panel.option("group", "")),
                constant(GroupMode.class, panel.option("groupMode", ""), GroupMode.BY),
                new Grouping(constant(Center.class, panel.option("centre", ""), Center.MEAN),
                        constant(Band.class, panel.option("band", ""), Band.STD), between),
                constant(Shown.class, panel.option("members", ""), Shown.FAINT),
                constant(ChartSpec.Markers.class, panel.option("markers", ""), ChartSpec.Markers.AUTO),
                Limits.of(panel));
    }

    /// Whether runs are summed up in groups.
    public boolean grouped() {
        return !columns.isEmpty() || groupMode == GroupMode.ALL_BUT;
    }

    /// The text of the option `y` for these metrics.
    public static String text(List<String> metricKeys) {
        return String.join("\n", metricKeys.stream().map(key -> ColumnRef.metric(key).text()).toList());
    }

    /// The key of a metric written as an operand; what is no operand is taken for a key itself.
    private static String metric(String operand) {
        return ColumnRef.parse(operand.strip()) instanceof ColumnRef.Metric metric ? metric.key() : operand.strip();
    }

    private static List<ColumnRef> columns(String lines) {
        List<ColumnRef> result = new ArrayList<>();
        lines.lines().filter(line -> !line.isBlank()).map(ColumnRef::parse).filter(Objects::nonNull)
                .forEach(result::add);
        return result;
    }

    private static double number(PanelSpec panel, String name) {
        try {
            double number = Double.parseDouble(panel.option(name, "NaN"));
            return Double.isInfinite(number) ? Double.NaN : number;
        } catch (NumberFormatException unreadable) {
            return Double.NaN;
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text, E otherwise) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        for (@Nullable E constant : type.getEnumConstants()) {
            if (constant != null && constant.name().equals(word)) {
                return constant;
            }
        }
        return otherwise;
    }
}
