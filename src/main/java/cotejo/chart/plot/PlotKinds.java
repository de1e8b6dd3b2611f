package cotejo.chart.plot;

import cotejo.chart.PanelSpec;
import cotejo.query.ColumnRef;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What can be chosen about each kind of chart that is not of lines. The names are those of [PanelSpec#options] and of
/// the command line.
///
/// Those with numbers along their axes also have `xMin`, `xMax`, `yMin` and `yMax`, the ends of these ([#ends]).
///
/// | kind | options |
/// |---|---|
/// | `SCATTER` | `x`, `y`, `size`, `color`: columns; `xScale`, `yScale`, `colorScale` |
/// | `PARALLEL` | `axes`: columns in order; `color`; `log`, `linear`, `flipped`: columns of these axes |
/// | `BAR` | `y`; `group`; `aggregate` within a group; `sort`; `yScale`; `limit` of bars |
/// | `BOX`, `VIOLIN` | `y`; `group`; `yScale`; `points`; `limit` of groups |
/// | `HISTOGRAM` | `x`; `group`; `xScale`; `yScale` of counts; `bins`, by itself numpy's rule `auto` |
/// | `HEATMAP` | `x`, `y`, `color`; `mode`; `aggregate` within a cell; `xScale`, `yScale`, `colorScale` |
/// | `PARETO` | `x`, `y`; `xBetter`, `yBetter`; `xScale`, `yScale` |
/// | `IMPORTANCE` | `y`: what is explained; `params`: columns that may explain it; `trees` |
public final class PlotKinds {

    private static final String[] SCALES = {"AUTO", "LINEAR", "LOG", "SYMLOG"};
    private static final String[] BETTER = {"AUTO", "LOWER", "HIGHER"};

    private PlotKinds() {
    }

    /// The options of a kind, in the order to be offered; none for `LINE`, which is not drawn here.
    public static List<PlotOption> options(PanelSpec.Kind kind) {
        return switch (kind) {
            case LINE -> List.of();
            case SCATTER -> List.of(PlotOption.column("x"), PlotOption.column("y"), PlotOption.column("color"),
                    PlotOption.column("size"), PlotOption.choice("xScale", SCALES),
                    PlotOption.choice("yScale", SCALES), PlotOption.choice("colorScale", SCALES));
            case PARALLEL -> List.of(PlotOption.columns("axes"), PlotOption.column("color"),
                    PlotOption.columns("log"), PlotOption.columns("linear"), PlotOption.columns("flipped"),
                    PlotOption.choice("colorScale", SCALES));
            case BAR -> List.of(PlotOption.column("y"), PlotOption.column("group"),
                    PlotOption.choice("aggregate", "MEAN", "MEDIAN", "MIN", "MAX", "COUNT"),
                    PlotOption.choice("sort", "VALUE", "NAME", "TABLE"), PlotOption.choice("yScale", SCALES),
                    PlotOption.number("limit", "50"));
            case BOX, VIOLIN -> List.of(PlotOption.column("y"), PlotOption.column("group"),
                    PlotOption.choice("yScale", SCALES), PlotOption.choice("points", "AUTO", "ALL", "NONE"),
                    PlotOption.number("limit", "30"));
            case HISTOGRAM -> List.of(PlotOption.column("x"), PlotOption.column("group"),
                    PlotOption.choice("xScale", SCALES), PlotOption.choice("yScale", SCALES),
                    PlotOption.number("bins", ""));
            case HEATMAP -> List.of(PlotOption.column("x"), PlotOption.column("y"), PlotOption.column("color"),
                    PlotOption.choice("mode", "CELLS", "CONTOUR"),
                    PlotOption.choice("aggregate", "MEAN", "MEDIAN", "MIN", "MAX", "COUNT"),
                    PlotOption.choice("xScale", SCALES), PlotOption.choice("yScale", SCALES),
                    PlotOption.choice("colorScale", SCALES));
            case PARETO -> List.of(PlotOption.column("x"), PlotOption.column("y"),
                    PlotOption.choice("xBetter", BETTER), PlotOption.choice("yBetter", BETTER),
                    PlotOption.choice("xScale", SCALES), PlotOption.choice("yScale", SCALES));
            case IMPORTANCE -> List.of(PlotOption.column("y"), PlotOption.columns("params"),
                    PlotOption.number("trees", "100"));
        };
    }

    /// The axes of a kind whose ends can be chosen. The values of bars and boxes are their `Y`, though they run across.
    public static Set<ZoomAxes.Role> ends(PanelSpec.Kind kind) {
        return switch (kind) {
            case LINE, SCATTER, HISTOGRAM, HEATMAP, PARETO -> Set.of(ZoomAxes.Role.X, ZoomAxes.Role.Y);
            case BAR, BOX, VIOLIN -> Set.of(ZoomAxes.Role.Y);
            case PARALLEL, IMPORTANCE -> Set.of();
        };
    }

    /// What a kind is called on screen.
    public static String label(PanelSpec.Kind kind) {
        // texts: plots.kind.*
        return Texts.get("plots.kind." + kind.name());
    }

    /// Columns as an option of several of them.
    public static String columns(List<ColumnRef> columns) {
        return Wishes.text(columns);
    }

    /// The columns of an option of several; parts that are no columns are left out.
    public static List<ColumnRef> columns(String option) {
        List<ColumnRef> found = new ArrayList<>();
        for (String part : Wishes.parts(option)) {
            @Nullable ColumnRef ref = ColumnRef.parse(part);
            if (ref != null) {
                found.add(ref);
            }
        }
        return found;
    }
}
