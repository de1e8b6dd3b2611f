package cotejo.chart.plot;

import cotejo.analysis.Bins;
import cotejo.analysis.Range;
import cotejo.chart.LineOptions.Limits;
import cotejo.chart.PanelSpec;
import cotejo.chart.Scale;
import cotejo.query.ColumnRef;
import cotejo.text.Texts;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How many runs have values in which part of a column; with groups, one upon the other. Categories are counted each.
final class HistogramPlot extends Plot {

    private static final int MOST_GROUPS = 12;
    private static final int MOST_CATEGORIES = 200;

    private final PlotAxis x;
    private final Bins bins;
    private final @Nullable Groups groups;
    private final PlotAxis.Wish counts;

    private HistogramPlot(PanelSpec spec, PlotRuns runs, PlotAxis x, Bins bins, @Nullable Groups groups,
            PlotAxis.Wish counts) {
        super(spec, runs);
        this.counts = counts;
        this.x = x;
        this.bins = bins;
        this.groups = groups;
    }

    static HistogramPlot of(PanelSpec spec, PlotRuns runs) throws PlotException {
        Wishes wishes = new Wishes(spec);
        PlotColumn all = runs.column(wishes.column("x").orElseGet(new Guess(runs)::metric));
        PlotColumn column = all.firstCategories(MOST_CATEGORIES);
        PlotAxis wide = PlotAxis.of(column, wishes.choice("xScale", PlotAxis.Wish.class));
        int wanted = wishes.number("bins", 0, 1, 500);
        double[] even = IntStream.range(0, column.size()).filter(run -> !Double.isNaN(wide.at(run)))
                .mapToDouble(run -> wide.even(column.value(run))).toArray();
        Bins bins = wanted > 0 ? Bins.of(even, wanted) : Bins.auto(even);
        PlotAxis axis = wide;
        if (column.numeric()) {
            double from = bins.edge(0);
            double to = bins.edge(bins.count());
            Range range = new Range(wide.back(from), wide.back(to));
            axis = new PlotAxis(column, wide.scale(), range.span() > 0 && Double.isFinite(range.span()) ? range
                    : wide.range());
        } else {
            bins = new Bins(-0.5, 1, Math.max(1, column.categories().size()));
        }
        Optional<ColumnRef> group = wishes.column("group");
        return new HistogramPlot(spec, runs, axis, bins, group.isEmpty() ? null
                : Groups.of(runs.column(group.get()), 6).atMost(MOST_GROUPS),
                wishes.choice("yScale", PlotAxis.Wish.class));
    }

    @Override
    String ownTitle() {
        return Texts.get("plots.title.distribution", x.column().name());
    }

    @Override
    List<PlotColumn> columns() {
        return groups == null ? List.of(x.column()) : List.of(x.column(), groups.column());
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        unshown(remarks, x.column().undrawn());
        hidden(remarks, x.hidden());
        if (x.column().numeric()) {
            remarks.add(Texts.get(spec().option("bins", "").isBlank() ? "plots.note.bins.auto" : "plots.note.bins",
                    bins.count()));
        }
        return remarks;
    }

    private int bin(int run) {
        double value = x.column().value(run);
        return Double.isNaN(x.at(run)) ? -1 : bins.of(x.categorical() ? value : x.even(value));
    }

    @Override
    public Optional<String> nothing() {
        return IntStream.range(0, size()).noneMatch(run -> bin(run) >= 0)
                ? Optional.of(Texts.get("plots.nothing.one", x.column().name()))
                : Optional.empty();
    }

    @Override
    PlotTable drawn(Limits limits) {
        int count = groups == null ? 1 : groups.labels().size();
        int[][] cells = cells(count);
        List<List<PlotTable.Item>> rows = new ArrayList<>();
        for (int cell = 0; cell < cells.length; cell++) {
            int bin = cell / count;
            double from = x.back(bins.edge(bin));
            double to = x.back(bins.edge(bin + 1));
            if (x.categorical() || !(to < limits.xMin()) && !(from > limits.xMax())) {
                List<PlotTable.Item> row = new ArrayList<>(x.categorical()
                        ? List.of(PlotTable.Item.of(x.column().text(bin)))
                        : List.of(PlotTable.Item.of(from), PlotTable.Item.of(to)));
                if (groups != null) {
                    row.add(PlotTable.Item.of(groups.labels().get(cell % count)));
                }
                row.add(PlotTable.Item.of(cells[cell].length));
                rows.add(List.copyOf(row));
            }
        }
        List<String> headers = new ArrayList<>(x.categorical() ? List.of("value") : List.of("from", "to"));
        if (groups != null) {
            headers.add("group");
        }
        headers.add("runs");
        return new PlotTable(headers, rows);
    }

    /// The runs of each bin and group, a bin after the other.
    private int[][] cells(int count) {
        int[] codes = IntStream.range(0, size()).map(run -> bin(run) < 0 ? -1
                : bin(run) * count + (groups == null ? 0 : groups.code(run))).toArray();
        return Groups.sorted(codes, bins.count() * count);
    }

    @Override
    Hits paint(Sheet sheet, Rectangle2D room) {
        int count = groups == null ? 1 : groups.labels().size();
        int[][] cells = cells(count);
        int[] heights = new int[bins.count()];
        for (int cell = 0; cell < cells.length; cell++) {
            heights[cell / count] += cells[cell].length;
        }
        int most = Arrays.stream(heights).max().orElse(0);
        @Nullable PlotAxis key = groups == null ? null : PlotAxis.tight(groups.asColumn(), PlotAxis.Wish.LINEAR);
        Rectangle2D left = ColorKey.paint(sheet, room, key, ColorRamp.areas());
        PlotAxis whole = counting(most);
        PlotAxis y = sheet.seen(ZoomAxes.Role.Y, whole);
        Frame frame = Frame.xy(sheet, left, sheet.seen(ZoomAxes.Role.X, x), y, Frame.Grid.ACROSS);
        sheet.zoom(frame.zoom(x, y, whole));
        MarkHits hits = new MarkHits(size());
        sheet.within(frame.area(), () -> {
            for (int bin = 0; bin < heights.length; bin++) {
                if (heights[bin] > 0) {
                    column(sheet, frame, y, hits, bin, Arrays.copyOfRange(cells, bin * count, (bin + 1) * count));
                }
            }
        });
        return hits;
    }

    /// The axis of counts. A logarithmic one begins at half a run, so that a single run is seen.
    private PlotAxis counting(int most) {
        PlotColumn column = PlotColumn.counts(Texts.get("plots.axis.runs"), most);
        return counts == PlotAxis.Wish.LOG ? new PlotAxis(column, Scale.LOG, new Range(0.5, Math.max(2, most * 1.2)))
                : PlotAxis.fromZero(column, counts);
    }

    private double edge(Frame frame, int bin) {
        if (x.categorical()) {
            return frame.px((double) bin / bins.count());
        }
        double edge = bins.edge(bin);
        return frame.px(frame.x().unit(x.back(edge)));
    }

    private void column(Sheet sheet, Frame frame, PlotAxis y, MarkHits hits, int bin, int[][] cells) {
        double from = edge(frame, bin);
        double to = edge(frame, bin + 1);
        double gap = to - from > 5 ? 1 : to - from > 2 ? 0.5 : 0;
        double below = 0;
        for (int group = 0; group < cells.length; group++) {
            int[] runs = cells[group];
            long out = Arrays.stream(runs).filter(sheet::standsOut).count();
            int argb = sheet.theme().line(group);
            block(sheet, frame, y, from + gap / 2, to - gap / 2, below, below + out, argb, 0.85);
            block(sheet, frame, y, from + gap / 2, to - gap / 2, below + out, below + runs.length, argb, 0.22);
            below += runs.length;
        }
        int[] all = Arrays.stream(cells).flatMapToInt(Arrays::stream).sorted().toArray();
        double top = height(frame, y, below);
        Rectangle2D box = new Rectangle2D.Double(from, Math.min(top, frame.area().getMaxY() - 4), to - from,
                Math.max(4, frame.area().getMaxY() - top));
        if (box.intersects(frame.area())) {
            hits.region(box.createIntersection(frame.area()), all, words(bin, all));
        }
    }

    /// The place of a count; a logarithmic axis has none for 0, where everything begins.
    private static double height(Frame frame, PlotAxis y, double count) {
        double place = frame.py(y, count);
        return Double.isNaN(place) ? frame.area().getMaxY() : place;
    }

    private static void block(Sheet sheet, Frame frame, PlotAxis y, double left, double right, double from, double to,
            int argb, double opacity) {
        double bottom = height(frame, y, from);
        double top = height(frame, y, to);
        sheet.g().setColor(Sheet.color(argb, opacity));
        sheet.g().fill(new Rectangle2D.Double(left, top, Math.max(0.5, right - left), bottom - top));
    }

    private List<String> words(int bin, int[] runs) {
        double from = bins.edge(bin);
        double to = bins.edge(bin + 1);
        String where = x.categorical() ? x.column().text(bin) : x.column().text(x.back(from)) + " – "
                + x.column().text(x.back(to));
        return List.of(where, Texts.get("plots.read.runs", runs.length));
    }
}
