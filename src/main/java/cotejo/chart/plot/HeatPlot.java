package cotejo.chart.plot;

import cotejo.analysis.Range;
import cotejo.analysis.Triangulation;
import cotejo.chart.LineOptions;
import cotejo.chart.PanelSpec;
import cotejo.query.ColumnRef;
import cotejo.text.Texts;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A column over two others: in cells, each the mean (or another number) of its runs, or as contours between runs.
final class HeatPlot extends Plot {

    private static final int STRETCHES = 10;
    private static final int MOST = 60;
    private static final int MOST_PLACES = 2500;

    private final PlotColumn x;
    private final PlotColumn y;
    private final PlotColumn z;
    private final Aggregate aggregate;
    private final PlotAxis xAxis;
    private final PlotAxis yAxis;
    private final Groups across;
    private final Groups down;
    private final PlotAxis.Wish colorScale;
    private final @Nullable Contours contours;
    private final boolean wanted;

    private enum Mode {
        CELLS,
        CONTOUR
    }

    /// @param axes of x and y
    private HeatPlot(PanelSpec spec, PlotRuns runs, List<PlotAxis> axes, PlotColumn z, Aggregate aggregate, Mode mode,
            PlotAxis.Wish colorScale, @Nullable Contours contours) {
        super(spec, runs);
        this.xAxis = axes.get(0);
        this.yAxis = axes.get(1);
        this.x = xAxis.column();
        this.y = yAxis.column();
        this.z = z;
        this.aggregate = aggregate;
        this.across = cells(xAxis);
        this.down = cells(yAxis).upwards();
        this.colorScale = colorScale;
        this.contours = contours;
        this.wanted = mode == Mode.CONTOUR;
    }

    static HeatPlot of(PanelSpec spec, PlotRuns runs) throws PlotException {
        Wishes wishes = new Wishes(spec);
        Guess guess = new Guess(runs);
        List<ColumnRef> params = new ArrayList<>(guess.params().stream().map(PlotColumn::ref).toList());
        ColumnRef xRef = wishes.column("x").orElseGet(guess::number);
        params.remove(xRef);
        ColumnRef yRef = wishes.column("y").orElseGet(() -> params.stream().findFirst().orElseGet(guess::number));
        PlotColumn x = runs.column(xRef);
        PlotColumn y = runs.column(yRef);
        PlotColumn z = runs.column(wishes.column("color").orElseGet(guess::metric));
        PlotAxis.Wish scale = wishes.choice("colorScale", PlotAxis.Wish.class);
        Mode mode = wishes.choice("mode", Mode.class);
        PlotAxis xAxis = axis(x, wishes.choice("xScale", PlotAxis.Wish.class));
        PlotAxis yAxis = axis(y, wishes.choice("yScale", PlotAxis.Wish.class));
        @Nullable Contours contours = mode == Mode.CONTOUR && x.numeric() && y.numeric() && z.numeric()
                ? contours(xAxis, yAxis, PlotAxis.tight(z, scale)) : null;
        return new HeatPlot(spec, runs, List.of(xAxis, yAxis), z, wishes.choice("aggregate", Aggregate.class), mode,
                scale, contours);
    }

    /// By itself an axis is logarithmic only where that hides nothing: cells are for all runs.
    private static PlotAxis axis(PlotColumn column, PlotAxis.Wish wish) {
        return PlotAxis.tight(column, wish == PlotAxis.Wish.AUTO && column.range().low() <= 0 ? PlotAxis.Wish.LINEAR
                : wish);
    }

    private static Groups cells(PlotAxis axis) {
        return Groups.of(axis.column(), STRETCHES, axis.scale());
    }

    /// Null when there is nothing between the runs, or there are too many places.
    private static @Nullable Contours contours(PlotAxis x, PlotAxis y, PlotAxis z) {
        int n = x.column().size();
        double[] xs = IntStream.range(0, n).mapToDouble(x::at).toArray();
        double[] ys = IntStream.range(0, n).mapToDouble(y::at).toArray();
        double[] zs = IntStream.range(0, n).mapToDouble(z::at).toArray();
        long places = IntStream.range(0, n).mapToObj(i -> List.of(xs[i], ys[i])).distinct().limit(MOST_PLACES + 1L)
                .count();
        if (places > MOST_PLACES) {
            return null;
        }
        Triangulation mesh = Triangulation.of(xs, ys, zs);
        return mesh.triangles().isEmpty() ? null : new Contours(x, y, z, mesh);
    }

    @Override
    String ownTitle() {
        String what = contours == null ? aggregate.title(z.name()) : z.name();
        return Texts.get("plots.title.heat", what, y.name(), x.name());
    }

    @Override
    List<PlotColumn> columns() {
        return List.of(x, y, z);
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (wanted) {
            remarks.add(Texts.get(contours == null ? "plots.note.nocontour" : "plots.note.contour"));
        }
        unshown(remarks, (int) IntStream.range(0, size()).filter(run -> !shown(run)).count());
        if (contours == null && (across.stretched() || down.stretched())) {
            remarks.add(Texts.get("plots.note.stretches", across.stretched() ? down.stretched()
                    ? x.name() + ", " + y.name() : x.name() : y.name()));
        }
        return remarks;
    }

    private boolean shown(int run) {
        return contours == null ? z.finite(run) || aggregate == Aggregate.COUNT
                : x.finite(run) && y.finite(run) && z.finite(run);
    }

    @Override
    public Optional<String> nothing() {
        return contours == null && (!z.numeric() && aggregate != Aggregate.COUNT
                || IntStream.range(0, size()).noneMatch(this::shown))
                ? Optional.of(Texts.get("plots.nothing.one", z.name()))
                : Optional.empty();
    }

    @Override
    PlotTable drawn(LineOptions.Limits limits) {
        if (contours != null) {
            return PlotTable.ofRuns(runs(), columns(), run -> shown(run)
                    && PlotTable.seenX(limits, x.value(run)) && PlotTable.seenY(limits, y.value(run)), List.of(),
                    run -> List.of());
        }
        Grid grid = grid(limits);
        int[][] runs = grid.runs(size());
        List<List<PlotTable.Item>> rows = new ArrayList<>();
        for (int cell = 0; cell < runs.length; cell++) {
            if (runs[cell].length > 0) {
                rows.add(List.of(PlotTable.Item.of(grid.across().labels().get(cell / grid.rows())),
                        PlotTable.Item.of(grid.down().labels().get(cell % grid.rows())),
                        PlotTable.Item.of(aggregate.of(z, runs[cell])), PlotTable.Item.of(runs[cell].length)));
            }
        }
        return new PlotTable(List.of(x.ref().text(), y.ref().text(), "value", "runs"), rows);
    }

    @Override
    Hits paint(Sheet sheet, Rectangle2D room) {
        if (contours != null) {
            return contours.paint(sheet, room, size());
        }
        return cells(sheet, room);
    }

    /// What is seen of the columns and rows: all of them, or those between chosen ends.
    private record Grid(Groups across, Groups down, int columns, int rows) {

        static Grid of(Groups across, Groups down) {
            return new Grid(across, down, Math.min(MOST, across.labels().size()),
                    Math.min(MOST, down.labels().size()));
        }

        int[][] runs(int size) {
            return Groups.sorted(IntStream.range(0, size).map(run -> in(across.code(run), columns)
                    && in(down.code(run), rows) ? across.code(run) * rows + down.code(run) : -1).toArray(),
                    columns * rows);
        }

        private static boolean in(int code, int count) {
            return code >= 0 && code < count;
        }
    }

    private Grid grid(LineOptions.Limits limits) {
        Groups columns = x.numeric() && (!Double.isNaN(limits.xMin()) || !Double.isNaN(limits.xMax()))
                ? across.between(limits.xMin(), limits.xMax(), STRETCHES, xAxis.scale()).numbers() : across;
        Groups rows = y.numeric() && (!Double.isNaN(limits.yMin()) || !Double.isNaN(limits.yMax()))
                ? down.between(limits.yMin(), limits.yMax(), STRETCHES, yAxis.scale()).upwards().numbers() : down;
        return Grid.of(columns, rows);
    }

    private Hits cells(Sheet sheet, Rectangle2D room) {
        Grid grid = grid(sheet.limits());
        if (grid.columns() == 0 || grid.rows() == 0) {
            return blank(sheet, room, Texts.get("plots.nothing.here"));
        }
        int columns = grid.columns();
        int rows = grid.rows();
        int[][] runs = grid.runs(size());
        double[] values = new double[columns * rows];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = runs[cell].length == 0 ? Double.NaN : aggregate.of(z, runs[cell]);
        }
        PlotColumn shown = aggregate == Aggregate.COUNT
                ? PlotColumn.counts(Texts.get("plots.axis.runs"), 0).withValues(values) : z.withValues(values);
        PlotAxis color = PlotAxis.tight(shown, colorScale);
        Rectangle2D left = ColorKey.paint(sheet, room, color, ColorRamp.areas());
        PlotAxis acrossAxis = PlotAxis.tight(grid.across().first(columns), PlotAxis.Wish.LINEAR);
        PlotAxis downAxis = PlotAxis.tight(grid.down().first(rows), PlotAxis.Wish.LINEAR);
        Frame frame = Frame.xy(sheet, left, acrossAxis, downAxis, Frame.Grid.NONE);
        sheet.zoom(new ZoomAxes(frame.area(), along(ZoomAxes.Role.X, grid.across(), across),
                along(ZoomAxes.Role.Y, grid.down(), down)));
        MarkHits hits = new MarkHits(size());
        for (int cell = 0; cell < values.length; cell++) {
            int column = cell / rows;
            if (runs[cell].length > 0) {
                cell(sheet, frame, hits, runs[cell], values[cell], color, new Rectangle2D.Double(
                        frame.px((double) column / columns),
                        frame.area().getY() + frame.area().getHeight() * (cell % rows) / rows,
                        frame.area().getWidth() / columns, frame.area().getHeight() / rows),
                        List.of(x.name() + " " + grid.across().labels().get(column),
                                y.name() + " " + grid.down().labels().get(cell % rows)));
            }
        }
        return hits;
    }

    /// Numbers along an axis of cells; null where they are words.
    private static ZoomAxes.@Nullable Along along(ZoomAxes.Role role, Groups seen, Groups whole) {
        double[] edges = seen.edges();
        double[] all = whole.edges();
        if (edges.length < 2 || all.length < 2) {
            return null;
        }
        int others = seen.labels().size() - (edges.length - 1);
        return ZoomAxes.Along.cells(role, edges, role == ZoomAxes.Role.Y ? others : 0,
                role == ZoomAxes.Role.X ? others : 0, new Range(all[0], all[all.length - 1]));
    }

    private void cell(Sheet sheet, Frame frame, MarkHits hits, int[] members, double value, PlotAxis color,
            Rectangle2D box, List<String> where) {
        double gap = box.getWidth() > 8 && box.getHeight() > 8 ? 1 : 0;
        Rectangle2D inner = new Rectangle2D.Double(box.getX() + gap, box.getY() + gap, box.getWidth() - 2 * gap,
                box.getHeight() - 2 * gap);
        double unit = color.unit(value);
        boolean out = Arrays.stream(members).anyMatch(sheet::standsOut);
        int argb = Double.isNaN(unit) ? sheet.theme().grid() : ColorRamp.areas().argb(unit);
        sheet.g().setColor(Sheet.color(argb, out ? 1 : 0.25));
        sheet.g().fill(inner);
        String text = color.column().text(value);
        if (out && Double.isFinite(value) && sheet.width(text) + 6 < inner.getWidth()
                && sheet.lineHeight() < inner.getHeight()) {
            int ink = ColorRamp.contrast(argb, 0xff000000) > ColorRamp.contrast(argb, 0xffffffff) ? 0xff000000
                    : 0xffffffff;
            sheet.text(text, inner.getCenterX(), inner.getCenterY(), Sheet.MIDDLE, ink);
        }
        List<String> words = new ArrayList<>(where);
        words.add(aggregate.title(z.name()) + ": " + text);
        words.add(Texts.get("plots.read.runs", members.length));
        hits.region(box.createIntersection(frame.area()), members, words);
    }
}
