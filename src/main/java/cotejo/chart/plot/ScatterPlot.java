package cotejo.chart.plot;

import cotejo.chart.LineOptions.Limits;
import cotejo.chart.PanelSpec;
import cotejo.query.ColumnRef;
import cotejo.text.Texts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A point for each run: a column along x, one along y, and others in colour and in the area of the points.
final class ScatterPlot extends Plot {

    private static final double LEAST = 2.5;
    private static final double MOST = 13;

    private final PlotAxis x;
    private final PlotAxis y;
    private final RunInk ink;
    private final @Nullable PlotAxis size;

    private ScatterPlot(PanelSpec spec, PlotRuns runs, PlotAxis x, PlotAxis y, RunInk ink, @Nullable PlotAxis size) {
        super(spec, runs);
        this.x = x;
        this.y = y;
        this.ink = ink;
        this.size = size;
    }

    static ScatterPlot of(PanelSpec spec, PlotRuns runs) throws PlotException {
        Wishes wishes = new Wishes(spec);
        Guess guess = new Guess(runs);
        PlotColumn across = runs.column(wishes.column("x").orElseGet(guess::number));
        PlotColumn upright = runs.column(wishes.column("y").orElseGet(guess::metric));
        PlotAxis x = PlotAxis.of(across, upright, wishes.choice("xScale", PlotAxis.Wish.class));
        PlotAxis y = PlotAxis.of(upright, across, wishes.choice("yScale", PlotAxis.Wish.class));
        Optional<ColumnRef> color = wishes.column("color");
        PlotAxis.Wish scale = wishes.choice("colorScale", PlotAxis.Wish.class);
        RunInk ink = color.isEmpty() ? RunInk.own(runs) : RunInk.by(runs, runs.column(color.get()), scale);
        Optional<ColumnRef> size = wishes.column("size");
        return new ScatterPlot(spec, runs, x, y, ink,
                size.isEmpty() ? null : PlotAxis.tight(runs.column(size.get()), PlotAxis.Wish.LINEAR));
    }

    @Override
    String ownTitle() {
        return Texts.get("plots.title.over", y.column().name(), x.column().name());
    }

    @Override
    List<PlotColumn> columns() {
        List<PlotColumn> columns = new ArrayList<>(List.of(x.column(), y.column()));
        if (ink.axis() != null) {
            columns.add(ink.axis().column());
        }
        if (size != null) {
            columns.add(size.column());
        }
        return columns;
    }

    @Override
    public List<String> remarks() {
        int missing = 0;
        int hidden = 0;
        for (int run = 0; run < size(); run++) {
            boolean there = x.column().finite(run) && y.column().finite(run);
            missing += there ? 0 : 1;
            hidden += there && !shown(run) ? 1 : 0;
        }
        List<String> remarks = new ArrayList<>();
        unshown(remarks, missing);
        hidden(remarks, hidden);
        return remarks;
    }

    private boolean shown(int run) {
        return !Double.isNaN(x.at(run)) && !Double.isNaN(y.at(run));
    }

    @Override
    public Optional<String> nothing() {
        return IntStream.range(0, size()).noneMatch(this::shown)
                ? Optional.of(Texts.get("plots.nothing.both", x.column().name(),
                y.column().name()))
                : Optional.empty();
    }

    @Override
    PlotTable drawn(Limits limits) {
        return PlotTable.ofRuns(runs(), columns(), run -> shown(run) && seen(x, run, limits.xMin(), limits.xMax())
                && seen(y, run, limits.yMin(), limits.yMax()), List.of(), run -> List.of());
    }

    /// Words have no ends.
    static boolean seen(PlotAxis axis, int run, double low, double high) {
        return axis.categorical() || PlotTable.between(axis.column().value(run), low, high);
    }

    @Override
    Hits paint(Sheet sheet, Rectangle2D room) {
        double most = Math.clamp(room.getHeight() / 32, 5, MOST);
        Rectangle2D left = ColorKey.paint(sheet, room, ink.axis(), ColorRamp.lines(sheet.theme()), bubbles(most));
        PlotAxis seenX = sheet.seen(ZoomAxes.Role.X, x);
        PlotAxis seenY = sheet.seen(ZoomAxes.Role.Y, y);
        Frame frame = Frame.xy(sheet, left, seenX, seenY, Frame.Grid.BOTH);
        sheet.zoom(frame.zoom(x, seenY, y));
        MarkHits hits = new MarkHits(size());
        int[] colors = ink.colors(sheet.theme());
        int[] order = IntStream.range(0, size()).filter(this::shown).boxed()
                .sorted(Comparator.comparing(sheet::standsOut).thenComparing(run -> -radius(run, most)))
                .mapToInt(Integer::intValue).toArray();
        sheet.within(frame.area(), () -> points(new Painting(sheet, frame, seenY, hits), colors, order, most));
        return hits;
    }

    /// @param y as it is seen
    private record Painting(Sheet sheet, Frame frame, PlotAxis y, MarkHits hits) {
    }

    /// Those that stand out over the others, small ones over large ones.
    private void points(Painting on, int[] colors, int[] order, double most) {
        Sheet sheet = on.sheet();
        Frame frame = on.frame();
        Graphics2D g = sheet.g();
        Color ring = Sheet.color(sheet.theme().background());
        boolean ringed = size() <= 2000;
        g.setStroke(new BasicStroke(0.8f));
        for (int run : order) {
            double px = frame.px(frame.x().at(run));
            double py = frame.py(on.y(), y.column().value(run));
            double r = radius(run, most);
            if (!frame.holds(px, py)) {
                continue;
            }
            on.hits().point(run, px, py, r);
            g.setColor(Sheet.color(colors[run], sheet.standsOut(run) ? size == null ? 0.9 : 0.75 : 0.2));
            g.fill(ink.marker(run).at(px, py, r));
            if (ringed && sheet.standsOut(run)) {
                g.setColor(ring);
                g.draw(ink.marker(run).at(px, py, r));
            }
        }
    }

    private double radius(int run, double most) {
        if (size == null) {
            return size() <= 300 ? 4.5 : size() <= 3000 ? 3.2 : 2.2;
        }
        return area(size.at(run), most);
    }

    /// The area grows evenly with the value.
    private static double area(double unit, double most) {
        return Double.isNaN(unit) ? LEAST
                : Math.sqrt(LEAST * LEAST + Math.clamp(unit, 0.0, 1.0) * (most * most - LEAST * LEAST));
    }

    private List<ColorKey.Bubble> bubbles(double most) {
        if (size == null || size.column().range().isEmpty()) {
            return List.of();
        }
        List<ColorKey.Bubble> found = new ArrayList<>();
        int count = size.categorical() ? size.column().categories().size() : 3;
        for (int i = 0; i < Math.min(3, count); i++) {
            double value = size.categorical() ? i : size.range().low() + size.range().span() * i / 2;
            found.add(new ColorKey.Bubble(area(size.unit(value), most), size.column().kind() == PlotColumn.Kind.NUMBER
                    ? cotejo.text.Figures.brief(value, 3) : size.column().text(value),
                    i == 0 ? size.column().name() : ""));
        }
        return found;
    }
}
