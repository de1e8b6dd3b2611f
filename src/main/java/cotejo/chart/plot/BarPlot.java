package cotejo.chart.plot;

import cotejo.chart.LineOptions.Limits;
import cotejo.chart.PanelSpec;
import cotejo.query.ColumnRef;
import cotejo.query.ColumnValues;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A bar for each run, or for each group of runs. Bars begin at 0, so that their lengths can be compared; a group's
/// whisker is its standard deviation.
final class BarPlot extends Plot {

    private static final double THIN = 13;
    /// How close rows may stand, in heights of a line.
    static final double CLOSE = 0.85;
    private static final double MOST_VALUES = 0.42;
    static final double THICK = 22;

    private final PlotColumn y;
    private final @Nullable Groups groups;
    private final Aggregate aggregate;
    private final List<Bar> bars;
    private final int unshown;
    private final int hidden;
    /// Bars beyond the most that were wished for.
    private final int beyond;
    private final PlotAxis.Wish scale;

    private enum Sort {
        VALUE,
        NAME,
        TABLE
    }

    /// @param spread half the length of its whisker, or NaN
    @SuppressWarnings("ArrayRecordComponent")
    private record Bar(String name, int[] runs, double value, double spread) {
    }

    private BarPlot(PanelSpec spec, PlotRuns runs, PlotColumn y, @Nullable Groups groups, Aggregate aggregate,
            PlotAxis.Wish scale, List<Bar> all, int limit) {
        super(spec, runs);
        this.scale = scale;
        this.y = y;
        this.groups = groups;
        this.aggregate = aggregate;
        List<Bar> seen = all.stream().filter(bar -> Double.isFinite(bar.value())
                && (scale != PlotAxis.Wish.LOG || bar.value() > 0)).toList();
        this.bars = seen.subList(0, Math.min(limit, seen.size()));
        this.beyond = seen.size() - bars.size();
        this.unshown = count(all.stream().filter(bar -> !Double.isFinite(bar.value())).toList());
        this.hidden = count(all) - unshown - count(seen);
    }

    private static int count(List<Bar> bars) {
        return bars.stream().mapToInt(bar -> bar.runs().length).sum();
    }

    static BarPlot of(PanelSpec spec, PlotRuns runs) throws PlotException {
        Wishes wishes = new Wishes(spec);
        PlotColumn y = runs.column(wishes.column("y").orElseGet(new Guess(runs)::metric));
        Aggregate aggregate = wishes.choice("aggregate", Aggregate.class);
        Optional<ColumnRef> group = wishes.column("group");
        @Nullable Groups groups = group.isEmpty() ? null : Groups.of(runs.column(group.get()));
        List<Bar> bars = new ArrayList<>(groups == null ? single(runs, y) : grouped(groups, y, aggregate));
        boolean lower = new Guess(runs).lowerIsBetter(y.ref());
        switch (wishes.choice("sort", Sort.class)) {
            case VALUE -> bars.sort(Comparator.comparingDouble(bar -> lower ? bar.value() : -bar.value()));
            case NAME -> bars.sort(Comparator.comparing(Bar::name, ColumnValues.ORDER));
            case TABLE -> { }
        }
        int limit = wishes.number("limit", 50, 1, 1000);
        return new BarPlot(spec, runs, y, groups, aggregate, wishes.choice("yScale", PlotAxis.Wish.class), bars,
                limit);
    }

    private static List<Bar> single(PlotRuns runs, PlotColumn y) {
        return IntStream.range(0, runs.size()).mapToObj(run -> new Bar(runs.name(run), new int[] {run},
                y.numeric() ? y.value(run) : Double.NaN, Double.NaN)).toList();
    }

    private static List<Bar> grouped(Groups groups, PlotColumn y, Aggregate aggregate) {
        int[][] members = groups.members();
        List<Bar> bars = new ArrayList<>();
        for (int group = 0; group < members.length; group++) {
            int[] runs = members[group];
            double value = y.numeric() || aggregate == Aggregate.COUNT ? aggregate.of(y, runs) : Double.NaN;
            bars.add(new Bar(groups.labels().get(group), runs, value,
                    aggregate == Aggregate.MEAN ? deviation(y, runs, value) : Double.NaN));
        }
        return bars;
    }

    /// The standard deviation, with n − 1.
    private static double deviation(PlotColumn y, int[] runs, double mean) {
        double[] values = Arrays.stream(runs).mapToDouble(y::value).filter(Double::isFinite).toArray();
        double sum = IntStream.range(0, values.length).mapToDouble(i -> Math.pow(values[i] - mean, 2)).sum();
        return values.length < 2 ? Double.NaN : Math.sqrt(sum / (values.length - 1));
    }

    @Override
    String ownTitle() {
        String what = groups == null ? y.name() : aggregate.title(y.name());
        return groups == null ? what : Texts.get("plots.title.by", what, groups.column().name());
    }

    @Override
    List<PlotColumn> columns() {
        return groups == null ? List.of(y) : List.of(y, groups.column());
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        unshown(remarks, unshown);
        hidden(remarks, hidden);
        if (scale == PlotAxis.Wish.LOG) {
            remarks.add(Texts.get("plots.note.logbars"));
        }
        if (groups != null && aggregate == Aggregate.MEAN) {
            remarks.add(Texts.get("plots.note.deviation"));
        }
        return remarks;
    }

    @Override
    public Optional<String> nothing() {
        return bars.isEmpty() ? Optional.of(Texts.get("plots.nothing.one", y.name()))
                : Optional.empty();
    }

    @Override
    PlotTable drawn(Limits limits) {
        return new PlotTable(List.of("bar", "value", "runs", "deviation"), bars.stream().map(bar -> List.of(
                PlotTable.Item.of(bar.name()), PlotTable.Item.of(bar.value()), PlotTable.Item.of(bar.runs().length),
                PlotTable.Item.of(bar.spread()))).toList());
    }

    @Override
    Hits paint(Sheet sheet, Rectangle2D room) {
        int fit = (int) Math.max(1, (room.getHeight() - 3 * sheet.lineHeight())
                / Math.max(THIN, sheet.lineHeight() * CLOSE));
        List<Bar> shown = bars.size() <= fit ? bars : bars.subList(0, Math.max(1, fit - 1));
        PlotAxis whole = PlotAxis.fromZero(y.withValues(shown.stream().flatMapToDouble(bar -> Double.isNaN(bar.spread())
                ? java.util.stream.DoubleStream.of(bar.value())
                : java.util.stream.DoubleStream.of(bar.value() - bar.spread(), bar.value() + bar.spread()))
                .toArray()), scale);
        PlotAxis x = sheet.seen(ZoomAxes.Role.Y, whole);
        double values = valuesRoom(room, shown.stream().mapToDouble(bar -> sheet.width(label(bar))).max().orElse(0));
        Rectangle2D taken = taken(sheet, sheet.above(room, bars.size() - shown.size() + beyond), shown.size());
        Frame frame = Frame.rows(sheet, taken, x, shown.stream().map(Bar::name).toList(), values);
        sheet.zoom(frame.zoom(whole));
        return bars(sheet, frame, shown, values > 0);
    }

    /// The room of the values after the bars; none where they would leave too little to the bars.
    static double valuesRoom(Rectangle2D room, double widest) {
        return widest > room.getWidth() * MOST_VALUES ? 0 : widest + 8;
    }

    /// The part of a room that so many bars fill without being blown up: few are thicker, and stand in its middle.
    static Rectangle2D taken(Sheet sheet, Rectangle2D room, int bars) {
        double needed = 3 * sheet.lineHeight() + bars * THICK * ValueBars.fullness(bars) * 1.5;
        double left = Math.max(0, room.getHeight() - needed);
        return new Rectangle2D.Double(room.getX(), room.getY() + left / 2, room.getWidth(), room.getHeight() - left);
    }

    private String label(Bar bar) {
        String value = y.numeric() && aggregate != Aggregate.COUNT || groups == null ? y.text(bar.value())
                : Figures.brief(bar.value());
        return groups == null || aggregate == Aggregate.COUNT ? value
                : value + "  n " + Figures.count(bar.runs().length);
    }

    /// Where a value stands, at an edge where it is beyond it; a logarithmic axis has its left end in the place of 0.
    private static double place(Frame frame, double value) {
        double unit = frame.x().unit(value);
        return frame.px(Double.isNaN(unit) ? 0 : Math.clamp(unit, 0.0, 1.0));
    }

    private MarkHits bars(Sheet sheet, Frame frame, List<Bar> shown, boolean written) {
        MarkHits hits = new MarkHits(size());
        Rectangle2D area = frame.area();
        double row = area.getHeight() / shown.size();
        double thick = Math.min(THICK * ValueBars.fullness(shown.size()), row * 0.68);
        for (int i = 0; i < shown.size(); i++) {
            Bar bar = shown.get(i);
            double middle = area.getY() + (i + 0.5) * row;
            double from = place(frame, 0);
            double to = place(frame, bar.value());
            boolean out = Arrays.stream(bar.runs()).anyMatch(sheet::standsOut);
            int argb = sheet.theme().line(groups == null ? runs().slot(bar.runs()[0]) : 0);
            sheet.g().setColor(Sheet.color(argb, out ? 1 : 0.25));
            sheet.g().fill(new RoundRectangle2D.Double(Math.min(from, to), middle - thick / 2,
                    Math.max(1.5, Math.abs(to - from)), thick, 3, 3));
            double end = Math.max(from, to);
            if (!Double.isNaN(bar.spread())) {
                double low = place(frame, bar.value() - bar.spread());
                double high = place(frame, bar.value() + bar.spread());
                sheet.g().setColor(Sheet.color(sheet.theme().text(), out ? 0.9 : 0.4));
                sheet.g().setStroke(new java.awt.BasicStroke(1.2f));
                sheet.g().draw(new Line2D.Double(low, middle, high, middle));
                end = Math.max(end, high);
            }
            if (written) {
                sheet.text(label(bar), end + 6, middle, Sheet.LEFT, sheet.theme().faintText());
            }
            hits.region(new Rectangle2D.Double(Math.min(from, to), middle - row / 2,
                    Math.max(3, Math.abs(to - from)), row), bar.runs(), groups == null ? List.of()
                    : List.of(bar.name(), aggregate.title(y.name()) + ": " + y.text(bar.value()),
                            Texts.get("plots.read.runs", bar.runs().length)));
        }
        return hits;
    }
}
