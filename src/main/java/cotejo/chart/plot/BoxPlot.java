package cotejo.chart.plot;

import cotejo.analysis.BoxSummary;
import cotejo.analysis.Density;
import cotejo.chart.LineOptions.Limits;
import cotejo.chart.Marker;
import cotejo.chart.PanelSpec;
import cotejo.query.ColumnRef;
import cotejo.text.Texts;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// How a column is distributed in groups of runs: as boxes after Tukey, or as violins of its density with the box
/// within. Points are the runs.
final class BoxPlot extends Plot {

    private static final int ALL_POINTS = 400;
    private static final int STEPS = 160;
    private static final double LEAST = 16;

    private final PlotAxis x;
    private final Groups groups;
    private final Points points;
    private final List<Integer> shown;

    private enum Points {
        /// All of a few; else those beyond the whiskers.
        AUTO,
        ALL,
        NONE
    }

    private BoxPlot(PanelSpec spec, PlotRuns runs, PlotAxis x, Groups groups, Points points, List<Integer> shown) {
        super(spec, runs);
        this.x = x;
        this.groups = groups;
        this.points = points;
        this.shown = shown;
    }

    static BoxPlot of(PanelSpec spec, PlotRuns runs) throws PlotException {
        Wishes wishes = new Wishes(spec);
        Guess guess = new Guess(runs);
        PlotAxis x = PlotAxis.of(runs.column(wishes.column("y").orElseGet(guess::metric)),
                wishes.choice("yScale", PlotAxis.Wish.class));
        Optional<ColumnRef> group = wishes.column("group").or(guess::group);
        Groups groups = group.isEmpty() ? Groups.one(x.column()) : Groups.of(runs.column(group.get()));
        int[][] members = groups.members();
        List<Integer> filled = new ArrayList<>();
        for (int i = 0; i < members.length; i++) {
            if (x.column().numeric() && Arrays.stream(members[i]).anyMatch(run -> !Double.isNaN(x.at(run)))) {
                filled.add(i);
            }
        }
        int limit = wishes.number("limit", 30, 1, 200);
        return new BoxPlot(spec, runs, x, groups, wishes.choice("points", Points.class),
                filled.subList(0, Math.min(limit, filled.size())));
    }

    private boolean violin() {
        return spec().kind() == PanelSpec.Kind.VIOLIN;
    }

    @Override
    String ownTitle() {
        return groups.labels().size() < 2 ? x.column().name()
                : Texts.get("plots.title.by", x.column().name(), groups.column().name());
    }

    @Override
    List<PlotColumn> columns() {
        return List.of(x.column(), groups.column());
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        unshown(remarks, x.column().undrawn());
        hidden(remarks, x.hidden());
        if (groups.stretched()) {
            remarks.add(Texts.get("plots.note.stretches", groups.column().name()));
        }
        long left = Arrays.stream(groups.members())
                .filter(group -> Arrays.stream(group).anyMatch(run -> !Double.isNaN(x.at(run))))
                .count() - shown.size();
        if (left > 0) {
            remarks.add(Texts.get("plots.note.groups", left));
        }
        remarks.add(Texts.get(violin() ? "plots.note.violin" : "plots.note.box"));
        return remarks;
    }

    @Override
    public Optional<String> nothing() {
        return shown.isEmpty() ? Optional.of(Texts.get("plots.nothing.one", x.column().name()))
                : Optional.empty();
    }

    @Override
    PlotTable drawn(Limits limits) {
        int[][] members = groups.members();
        List<List<PlotTable.Item>> rows = new ArrayList<>();
        for (int code : shown) {
            BoxSummary box = BoxSummary.of(Arrays.stream(members[code]).filter(run -> !Double.isNaN(x.at(run)))
                    .mapToDouble(run -> x.even(x.column().value(run))).toArray());
            rows.add(List.of(PlotTable.Item.of(groups.labels().get(code)), PlotTable.Item.of(box.n()),
                    PlotTable.Item.of(x.back(box.low())), PlotTable.Item.of(x.back(box.lowerQuartile())),
                    PlotTable.Item.of(x.back(box.median())), PlotTable.Item.of(x.back(box.upperQuartile())),
                    PlotTable.Item.of(x.back(box.high()))));
        }
        return new PlotTable(List.of("group", "runs", "whisker_low", "quartile_low", "median", "quartile_high",
                "whisker_high"), rows);
    }

    @Override
    Hits paint(Sheet sheet, Rectangle2D room) {
        double line = sheet.lineHeight();
        double high = Math.max(LEAST, line * BarPlot.CLOSE);
        int fit = (int) Math.max(1, (room.getHeight() - 3 * line) / high);
        List<Integer> drawn = shown.size() <= fit ? shown
                : shown.subList(0, (int) Math.max(1, (room.getHeight() - 4 * line) / high));
        PlotAxis seen = sheet.seen(ZoomAxes.Role.Y, x);
        Rectangle2D above = sheet.above(room, shown.size() - drawn.size());
        Frame frame = Frame.rows(sheet, above, seen, drawn.stream().map(groups.labels()::get).toList(), 0);
        sheet.zoom(frame.zoom(x));
        int[][] members = groups.members();
        MarkHits hits = new MarkHits(size());
        double row = frame.area().getHeight() / drawn.size();
        for (int i = 0; i < drawn.size(); i++) {
            int[] runs = Arrays.stream(members[drawn.get(i)]).filter(run -> !Double.isNaN(x.at(run))).toArray();
            int code = drawn.get(i);
            double middle = frame.area().getY() + (i + 0.5) * row;
            sheet.within(frame.area(), () -> group(sheet, frame, hits, runs, code, middle, row));
        }
        return hits;
    }

    private void group(Sheet sheet, Frame frame, MarkHits hits, int[] runs, int code, double middle, double row) {
        // On a logarithmic axis everything is counted in decades, as it is seen.
        double[] even = Arrays.stream(runs).mapToDouble(run -> x.even(x.column().value(run))).toArray();
        BoxSummary box = BoxSummary.of(even);
        int argb = sheet.theme().line(code);
        boolean out = Arrays.stream(runs).anyMatch(sheet::standsOut);
        double half = Math.min(26, row * 0.36);
        if (violin()) {
            violin(sheet, frame, even, middle, Math.min(60, row * 0.45), argb, out ? 0.35 : 0.15);
        }
        points(sheet, frame, hits, runs, box, middle, violin() ? half * 0.5 : half * 0.8, argb);
        box(sheet, frame, box, middle, violin() ? Math.min(5, half * 0.3) : half, argb, out ? 1 : 0.4);
        Rectangle2D whole = new Rectangle2D.Double(place(frame, box.low()) - 3, middle - half,
                place(frame, box.high()) - place(frame, box.low()) + 6, 2 * half);
        if (whole.intersects(frame.area())) {
            hits.region(whole.createIntersection(frame.area()), runs, words(box, code));
        }
    }

    private List<String> words(BoxSummary box, int code) {
        return List.of(groups.labels().get(code), Texts.get("plots.read.runs", box.n()),
                Texts.get("plots.read.median", text(box.median())),
                Texts.get("plots.read.quartiles", text(box.lowerQuartile()), text(box.upperQuartile())),
                Texts.get("plots.read.whiskers", text(box.low()), text(box.high())));
    }

    private String text(double even) {
        return x.column().text(x.back(even));
    }

    private double place(Frame frame, double even) {
        return frame.px(frame.x().unit(x.back(even)));
    }

    private void box(Sheet sheet, Frame frame, BoxSummary box, double middle, double half, int argb, double opacity) {
        Graphics2D g = sheet.g();
        double left = place(frame, box.lowerQuartile());
        double right = place(frame, box.upperQuartile());
        Rectangle2D body = new Rectangle2D.Double(left, middle - half, Math.max(0.5, right - left), 2 * half);
        g.setColor(Sheet.color(argb, violin() ? 0.85 * opacity : 0.16 * opacity));
        g.fill(body);
        g.setColor(Sheet.color(argb, opacity));
        g.setStroke(new BasicStroke(1.3f));
        g.draw(body);
        g.draw(new Line2D.Double(place(frame, box.low()), middle, left, middle));
        g.draw(new Line2D.Double(right, middle, place(frame, box.high()), middle));
        if (!violin()) {
            for (double end : new double[] {box.low(), box.high()}) {
                g.draw(new Line2D.Double(place(frame, end), middle - half / 2, place(frame, end), middle + half / 2));
            }
        }
        g.setColor(Sheet.color(violin() ? sheet.theme().background() : sheet.theme().text()));
        g.setStroke(new BasicStroke(2f));
        double median = place(frame, box.median());
        g.draw(new Line2D.Double(median, middle - half, median, middle + half));
    }

    private void violin(Sheet sheet, Frame frame, double[] even, double middle, double half, int argb,
            double opacity) {
        Density density = Density.of(even);
        if (density.width() <= 0) {
            return;
        }
        double low = Arrays.stream(even).min().orElse(0);
        double high = Arrays.stream(even).max().orElse(0);
        double[] at = DoubleStream.iterate(0, i -> i + 1).limit(STEPS + 1L)
                .map(i -> low + (high - low) * i / STEPS).toArray();
        double[] heights = Arrays.stream(at).map(density::at).toArray();
        double most = Arrays.stream(heights).max().orElse(1);
        Path2D path = new Path2D.Double();
        path.moveTo(place(frame, at[0]), middle);
        for (int i = 0; i <= STEPS; i++) {
            path.lineTo(place(frame, at[i]), middle - heights[i] / most * half);
        }
        for (int i = STEPS; i >= 0; i--) {
            path.lineTo(place(frame, at[i]), middle + heights[i] / most * half);
        }
        path.closePath();
        sheet.g().setColor(Sheet.color(argb, opacity));
        sheet.g().fill(path);
        sheet.g().setColor(Sheet.color(argb, Math.min(1, opacity * 3)));
        sheet.g().setStroke(new BasicStroke(1f));
        sheet.g().draw(path);
    }

    private void points(Sheet sheet, Frame frame, MarkHits hits, int[] runs, BoxSummary box, double middle,
            double spread, int argb) {
        if (points == Points.NONE) {
            return;
        }
        boolean all = points == Points.ALL || size() <= ALL_POINTS;
        double r = size() <= ALL_POINTS ? 2.6 : 1.8;
        for (int run : runs) {
            double even = x.even(x.column().value(run));
            boolean beyond = even < box.low() || even > box.high();
            double px = place(frame, even);
            if ((all || beyond) && frame.holds(px, middle)) {
                // The same run is always at the same height, whoever else is there.
                double shake = Math.floorMod(runs().key(run) * 2654435761L, 1000L) / 999.0 - 0.5;
                double py = middle + shake * 2 * spread;
                sheet.g().setColor(Sheet.color(argb, sheet.standsOut(run) ? 0.75 : 0.15));
                sheet.g().fill(Marker.CIRCLE.at(px, py, r));
                hits.point(run, px, py, r);
            }
        }
    }
}
