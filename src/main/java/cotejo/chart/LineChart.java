package cotejo.chart;

import cotejo.analysis.Curve;
import cotejo.analysis.GroupCurve;
import cotejo.analysis.M4;
import cotejo.analysis.Reduced;
import java.awt.Graphics2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A chart of lines with everything that belongs to it, made by [LineCharts]. Its specification can be painted at once,
/// or [ChartSpec#within] another window.
///
/// @param lines in the order of the specification's curves
/// @param extra what was noticed on the way, besides what the picture shows
public record LineChart(ChartSpec spec, LineOptions options, List<Line> lines, Extra extra) implements Drawing {

    public LineChart {
        lines = List.copyOf(lines);
    }

    /// One line and where it comes from: stored points of a run, or a group of runs.
    ///
    /// @param metric what it shows
    /// @param runs   the keys of its runs; one for a run's own line
    /// @param points stored points; null for a group
    /// @param group  null for a run's own line
    public record Line(CurveSpec curve, String metric, List<Long> runs, @Nullable SeriesPoints points,
            @Nullable GroupCurve group) {
        public Line {
            runs = List.copyOf(runs);
        }
    }

    /// Counts over all lines.
    ///
    /// @param unmatched    points without a value of the metric along x at their step
    /// @param left         points of groups at steps that no other member has
    /// @param nonFinite    points of groups left out because they are not finite
    /// @param interpolated values of groups that were interpolated
    /// @param restarts     how often a step goes back
    /// @param empty        runs that were asked for and have no point
    public record Extra(long unmatched, long left, long nonFinite, long interpolated, long restarts, int empty) {

        static final Extra NONE = new Extra(0, 0, 0, 0, 0, 0);

        Extra with(Extra other) {
            return new Extra(unmatched + other.unmatched, left + other.left, nonFinite + other.nonFinite,
                    interpolated + other.interpolated, restarts + other.restarts, empty + other.empty);
        }
    }

    /// What is drawn of a line in its window: its points, and where there are more than pixels the first, least,
    /// greatest and last of each pixel column.
    ///
    /// @param columns how many pixels the window is wide
    public Reduced path(Curve line, int columns) {
        return M4.reduce(spec.shown(line), spec.x(), spec.xScale().even(spec.x()), spec.xScale()::value, columns);
    }

    /// How many columns a figure of this size has.
    public static int columns(FigureSize size) {
        return PathRenderer.columns(size.across());
    }

    /// The lines that stand in the legend.
    public List<Line> legend() {
        return lines.stream().filter(line -> line.curve().role() == CurveSpec.Role.LINE).toList();
    }

    /// What the chart owns up to, a remark each, for a picture of it.
    ///
    /// @param facts of the picture
    public List<String> remarks(Facts facts) {
        return LineRemarks.of(this, facts);
    }

    /// What it owns up to as a figure of this size.
    public List<String> remarks(FigureSize wanted) {
        FigureSize size = wanted.of(this);
        return remarks(Figure.facts(spec, size.across(), size.upright()));
    }

    @Override
    public void draw(Graphics2D g2, double width, double height) {
        Figure.draw(spec, remarks(Figure.facts(spec, width, height)), g2, width, height);
    }

    @Override
    public double height(double width, double usual) {
        return Figure.height(spec, remarks(Figure.facts(spec, width, usual)), width, usual);
    }
}
