package cotejo.chart.plot;

import cotejo.chart.ChartTheme;
import cotejo.chart.LineOptions.Limits;
import cotejo.chart.PanelSpec;
import cotejo.query.ColumnRef;
import cotejo.text.Texts;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Parallel coordinates: an upright axis a column, and a line through all of them for each run.
final class ParallelPlot extends Plot {

    /// Axes that are shown when nobody chose.
    private static final int OWN_AXES = 9;

    private final List<PlotAxis> axes;
    private final Set<ColumnRef> flipped;
    private final RunInk ink;
    private final float[][] heights;
    /// The lines of all runs stepped back.
    private volatile @Nullable Ground ground;
    /// The lines of all runs in full colour.
    private volatile @Nullable Ground whole;

    /// Lines that were drawn, kept while a hand brushes.
    private record Ground(ChartTheme theme, Strands.Place place, StrandRaster raster) {
    }

    private ParallelPlot(PanelSpec spec, PlotRuns runs, List<PlotAxis> axes, Set<ColumnRef> flipped, RunInk ink) {
        super(spec, runs);
        this.axes = List.copyOf(axes);
        this.flipped = Set.copyOf(flipped);
        this.ink = ink;
        this.heights = new float[axes.size()][runs.size()];
        for (int axis = 0; axis < heights.length; axis++) {
            for (int run = 0; run < runs.size(); run++) {
                heights[axis][run] = height(axes.get(axis), run);
            }
        }
    }

    static ParallelPlot of(PanelSpec spec, PlotRuns runs) throws PlotException {
        Wishes wishes = new Wishes(spec);
        List<ColumnRef> refs = wishes.columns("axes");
        if (refs.isEmpty()) {
            refs = own(new Guess(runs), wishes.column("color"));
        }
        Set<ColumnRef> log = new LinkedHashSet<>(wishes.columns("log"));
        Set<ColumnRef> linear = new LinkedHashSet<>(wishes.columns("linear"));
        List<PlotAxis> axes = new ArrayList<>();
        for (ColumnRef ref : refs) {
            PlotAxis.Wish wish = log.contains(ref) ? PlotAxis.Wish.LOG
                    : linear.contains(ref) ? PlotAxis.Wish.LINEAR : PlotAxis.Wish.AUTO;
            axes.add(PlotAxis.tight(runs.column(ref), wish));
        }
        ColumnRef color = wishes.column("color").orElse(telling(refs, new Guess(runs)));
        RunInk ink = RunInk.by(runs, runs.column(color), wishes.choice("colorScale", PlotAxis.Wish.class));
        return new ParallelPlot(spec, runs, axes, new LinkedHashSet<>(wishes.columns("flipped")), ink);
    }

    /// The column that colours the lines when nobody chose; the same in whatever order the axes stand.
    private static ColumnRef telling(List<ColumnRef> refs, Guess guess) {
        ColumnRef metric = guess.metric();
        return refs.contains(metric) ? metric : refs.stream().filter(ref -> ref instanceof ColumnRef.Metric)
                .min(Comparator.comparing(ColumnRef::text)).orElse(refs.getLast());
    }

    /// What leads to the metric that is asked for by its colour, or else to the one that matters.
    private static List<ColumnRef> own(Guess guess, Optional<ColumnRef> color) {
        List<ColumnRef> refs = new ArrayList<>(guess.params().stream().filter(column -> !Guess.ownWay(column))
                .map(PlotColumn::ref).limit(OWN_AXES)
                .sorted(Comparator.comparing(ColumnRef::text)).toList());
        refs.add(color.filter(ref -> ref instanceof ColumnRef.Metric).orElseGet(guess::metric));
        return refs;
    }

    private float height(PlotAxis axis, int run) {
        double unit = axis.at(run);
        if (Double.isNaN(unit)) {
            return (float) StrandHits.MISSING;
        }
        boolean down = axis.categorical() != flipped.contains(axis.column().ref());
        return (float) Math.clamp(down ? unit : 1 - unit, 0.0, 1.0);
    }

    @Override
    String ownTitle() {
        return Texts.get("plots.title.parallel", axes.getLast().column().name());
    }

    @Override
    List<PlotColumn> columns() {
        List<PlotColumn> columns = new ArrayList<>(axes.stream().map(PlotAxis::column).toList());
        if (ink.axis() != null) {
            columns.add(ink.axis().column());
        }
        return columns;
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        int lacking = (int) IntStream.range(0, size()).filter(this::lacks).count();
        if (lacking > 0) {
            remarks.add(Texts.get("plots.note.lane", lacking));
        }
        hidden(remarks, (int) IntStream.range(0, size()).filter(run -> incomplete(run) && !lacks(run)).count());
        return remarks;
    }

    private boolean lacks(int run) {
        return axes.stream().anyMatch(axis -> !axis.column().finite(run));
    }

    private boolean incomplete(int run) {
        for (float[] axis : heights) {
            if (axis[run] > 1) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<String> nothing() {
        return size() == 0 ? Optional.of(Texts.get("plots.nothing.runs"))
                : Optional.empty();
    }

    @Override
    PlotTable drawn(Limits limits) {
        Set<ColumnRef> seen = new LinkedHashSet<>();
        List<PlotColumn> once = columns().stream().filter(column -> seen.add(column.ref())).toList();
        return PlotTable.ofRuns(runs(), once, run -> true, List.of(), run -> List.of());
    }

    @Override
    Hits paint(Sheet sheet, Rectangle2D room) {
        @Nullable PlotAxis colored = ink.axis();
        boolean onAxis = colored != null && axes.stream()
                .anyMatch(axis -> axis.column().ref().equals(colored.column().ref()));
        Rectangle2D left = onAxis ? room
                : ColorKey.paint(sheet, room, colored, ColorRamp.lines(sheet.theme()));
        boolean lane = IntStream.range(0, size()).anyMatch(this::incomplete);
        Strands strands = new Strands(sheet, left, axes, flipped, heights, lane, colored);
        int[] colors = ink.colors(sheet.theme());
        lines(sheet, strands, colors);
        strands.axes();
        return strands.hits();
    }

    private void lines(Sheet sheet, Strands strands, int[] colors) {
        int[] all = IntStream.range(0, size()).toArray();
        int[] first = IntStream.range(0, size()).filter(sheet::standsOut).toArray();
        Sheet.@Nullable Raster raster = sheet.raster();
        if (raster == null || axes.size() < 2) {
            if (sheet.choosing()) {
                strands.paths(all, faint(sheet.theme()), Strands.backOpacity(size()));
            }
            strands.paths(first, colors, Strands.opacity(first.length));
            return;
        }
        Strands.Place place = strands.place(raster);
        StrandRaster lines;
        if (sheet.choosing()) {
            lines = place.raster();
            strands.draw(lines, place, first, colors, Strands.opacity(first.length));
            lines.under(ground(sheet.theme(), strands, place, all));
        } else {
            Ground kept = kept(whole, sheet.theme(), place, fresh -> strands.draw(fresh, place, all, colors,
                    Strands.opacity(all.length)));
            whole = kept;
            lines = kept.raster();
        }
        lines.onto(raster.pixels(), raster.width(), raster.height(), place.top());
    }

    private StrandRaster ground(ChartTheme theme, Strands strands, Strands.Place place, int[] all) {
        Ground kept = kept(ground, theme, place, raster -> strands.draw(raster, place, all, faint(theme),
                Strands.backOpacity(all.length)));
        ground = kept;
        return kept.raster();
    }

    /// What was drawn before, or is drawn now.
    private static Ground kept(@Nullable Ground known, ChartTheme theme, Strands.Place place,
            Consumer<StrandRaster> drawing) {
        if (known != null && known.theme().equals(theme) && known.place().equals(place)) {
            return known;
        }
        StrandRaster raster = place.raster();
        drawing.accept(raster);
        return new Ground(theme, place, raster);
    }

    private int[] faint(ChartTheme theme) {
        int[] colors = new int[size()];
        Arrays.fill(colors, theme.faintText());
        return colors;
    }
}
