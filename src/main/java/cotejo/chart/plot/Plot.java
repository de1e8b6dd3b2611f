package cotejo.chart.plot;

import cotejo.chart.ChartTheme;
import cotejo.chart.Drawing;
import cotejo.chart.LineOptions.Limits;
import cotejo.chart.PanelSpec;
import cotejo.query.ColumnRef;
import cotejo.text.Texts;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A chart of runs, ready to be painted at any size and in any theme: on screen and as a figure by the same code.
/// Immutable; may be painted on any thread, and never should be on the one of the window. Runs are numbered from 0 in
/// the order in which they were given.
public abstract sealed class Plot permits ScatterPlot, ParallelPlot, BarPlot, BoxPlot, HistogramPlot,
        HeatPlot, ParetoPlot, ImportancePlot {

    private static final double EDGE = 10;

    /// How high the values stand at least in a figure that is free to be higher than usual, as a part of its width.
    private static final double LEAST = 0.33;

    private final PanelSpec spec;
    private final PlotRuns runs;
    private final Limits own;

    /// A column and what a run has in it, in words.
    public record Fact(String name, String value) {
    }

    Plot(PanelSpec spec, PlotRuns runs) {
        this.spec = spec;
        this.runs = runs;
        this.own = Limits.of(spec);
    }

    /// What was asked for.
    public final PanelSpec spec() {
        return spec;
    }

    final PlotRuns runs() {
        return runs;
    }

    /// How many runs it was given.
    public final int size() {
        return runs.size();
    }

    public final long key(int run) {
        return runs.key(run);
    }

    /// The number of a run by its key, or -1.
    public final int number(long key) {
        return runs.number(key);
    }

    public final String name(int run) {
        return runs.name(run);
    }

    /// The keys of runs by their numbers.
    public final Set<Long> keys(BitSet numbers) {
        Set<Long> keys = new LinkedHashSet<>();
        numbers.stream().filter(run -> run < size()).forEach(run -> keys.add(key(run)));
        return keys;
    }

    /// What stands above it: the title that was chosen, or one made of what it shows.
    public final String title() {
        return spec.title().isEmpty() ? ownTitle() : spec.title();
    }

    abstract String ownTitle();

    /// The columns it shows.
    abstract List<PlotColumn> columns();

    /// The columns whose values it is made of, each once.
    public final List<ColumnRef> shown() {
        return columns().stream().map(PlotColumn::ref).distinct().toList();
    }

    /// What a tooltip says of a run.
    public List<Fact> facts(int run) {
        Set<ColumnRef> said = new LinkedHashSet<>();
        return columns().stream().filter(column -> said.add(column.ref()))
                .map(column -> new Fact(column.name(), column.text(run))).toList();
    }

    /// What the chart owns up to, a sentence each: runs it cannot show, how it was computed.
    public abstract List<String> remarks();

    /// Why there is nothing to be seen, in a sentence, when no run has what the chart shows.
    public abstract Optional<String> nothing();

    /// What it draws, between the ends of its axes, as a table.
    ///
    /// @param limits those of its options where they follow the data
    public final PlotTable table(Limits limits) {
        return drawn(limits.or(own));
    }

    abstract PlotTable drawn(Limits limits);

    /// Paints axes and values, of which there are some, into a room, without title, background and remarks.
    abstract Hits paint(Sheet sheet, Rectangle2D room);

    /// Values, or the sentence why there are none.
    private Hits content(Sheet sheet, Rectangle2D room) {
        Optional<String> why = nothing();
        return why.isPresent() ? blank(sheet, room, why.get()) : paint(sheet, room);
    }

    /// The chart as a figure in a theme: with background, title, key and remarks.
    ///
    /// @param selected keys of the runs to stand out; none: nobody steps back
    public final Drawing drawing(ChartTheme theme, Set<Long> selected) {
        return drawing(theme, selected, Limits.NONE);
    }

    /// The chart as a figure of which a part is seen.
    ///
    /// @param limits the ends of its axes; those of its options where they follow the data
    public final Drawing drawing(ChartTheme theme, Set<Long> selected, Limits limits) {
        return new Figure(this, theme, choice(selected), limits.or(own));
    }

    private record Figure(Plot plot, ChartTheme theme, BitSet choice, Limits limits) implements Drawing {

        private Sheet sheet(Graphics2D g) {
            return new Sheet(g, theme, choice, null, limits);
        }

        @Override
        public void draw(Graphics2D g2, double width, double height) {
            plot.figure(sheet((Graphics2D) g2.create()), width, height);
        }

        @Override
        public double height(double width, double usual) {
            Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
            double needed = plot.around(sheet(g), width) + LEAST * width;
            g.dispose();
            return Math.max(usual, Math.ceil(needed));
        }
    }

    /// The chart as a figure in a theme, nobody standing out.
    public final Drawing drawing(ChartTheme theme) {
        return drawing(theme, Set.of());
    }

    /// The height of all in a figure but the values: title, axes, remarks.
    private double around(Sheet sheet, double width) {
        double line = sheet.lineHeight();
        return EDGE + line + 8 + 3 * line + 11 + foot(wrapped(remarks(), width - 2 * EDGE, sheet), line);
    }

    private static double foot(List<String> notes, double line) {
        return notes.size() * line + (notes.isEmpty() ? 4 : 8);
    }

    private void figure(Sheet sheet, double width, double height) {
        sheet.g().setColor(Sheet.color(sheet.theme().background()));
        sheet.g().fill(new Rectangle2D.Double(0, 0, width, height));
        double line = sheet.lineHeight();
        sheet.strong(sheet.shortened(title(), (width - 2 * EDGE) * 0.94), EDGE, EDGE + line / 2, Sheet.LEFT,
                sheet.theme().text());
        List<String> notes = wrapped(remarks(), width - 2 * EDGE, sheet);
        double foot = foot(notes, line);
        content(sheet, new Rectangle2D.Double(EDGE, EDGE + line + 8, Math.max(1, width - 2 * EDGE),
                Math.max(1, height - EDGE - line - 8 - foot)));
        for (int i = 0; i < notes.size(); i++) {
            sheet.text(notes.get(i), EDGE, height - 6 - (notes.size() - i - 0.5) * line, Sheet.LEFT,
                    sheet.theme().faintText());
        }
        sheet.g().dispose();
    }

    private static List<String> wrapped(List<String> remarks, double room, Sheet sheet) {
        List<String> lines = new ArrayList<>();
        for (String remark : remarks) {
            StringBuilder line = new StringBuilder();
            for (String word : remark.split(" ", -1)) {
                if (!line.isEmpty() && sheet.width(line + " " + word) > room) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /// Paints the chart on transparent ground, without title and remarks, at a size in logical pixels.
    ///
    /// @param scale    device pixels per logical pixel
    /// @param selected keys of the runs to stand out; when it has none or all of the chart's, nobody steps back
    public final PlotPicture picture(ChartTheme theme, int width, int height, double scale, Set<Long> selected) {
        return picture(theme, width, height, scale, selected, Limits.NONE);
    }

    /// The same of a part of the chart.
    ///
    /// @param limits the ends of its axes; those of its options where they follow the data
    public final PlotPicture picture(ChartTheme theme, int width, int height, double scale, Set<Long> selected,
            Limits limits) {
        int deviceWidth = (int) Math.max(1, Math.round(width * scale));
        int deviceHeight = (int) Math.max(1, Math.round(height * scale));
        BufferedImage image = new BufferedImage(deviceWidth, deviceHeight, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        Sheet sheet = new Sheet(g, theme, choice(selected),
                new Sheet.Raster(pixels, deviceWidth, deviceHeight, scale), limits.or(own));
        Hits hits = content(sheet, new Rectangle2D.Double(4, 4, Math.max(1, width - 8), Math.max(1, height - 8)));
        g.dispose();
        return new PlotPicture(pixels, deviceWidth, deviceHeight, scale, this, hits, sheet.zoom());
    }

    private BitSet choice(Set<Long> selected) {
        BitSet chosen = runs.numbers(selected);
        return chosen.cardinality() == size() ? new BitSet() : chosen;
    }

    /// Instead of values, where there are none.
    static Hits blank(Sheet sheet, Rectangle2D room, String why) {
        List<String> lines = wrapped(List.of(why), Math.max(40, room.getWidth() - 20), sheet);
        double y = room.getCenterY() - (lines.size() - 1) * sheet.lineHeight() / 2;
        for (String line : lines) {
            sheet.text(line, room.getCenterX(), y, Sheet.MIDDLE, sheet.theme().faintText());
            y += sheet.lineHeight();
        }
        return Hits.NONE;
    }

    /// The remark that some runs are not shown, if some are not.
    static void unshown(List<String> remarks, int count) {
        if (count > 0) {
            remarks.add(Texts.get("plots.note.unshown", count));
        }
    }

    /// The remark that a logarithmic axis hides some runs, if it does.
    static void hidden(List<String> remarks, int count) {
        if (count > 0) {
            remarks.add(Texts.get("plots.note.hidden", count));
        }
    }
}
