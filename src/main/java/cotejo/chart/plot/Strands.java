package cotejo.chart.plot;

import cotejo.analysis.Tick;
import cotejo.query.ColumnRef;
import cotejo.text.Texts;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the axes of parallel coordinates stand in a room, and how lines and axes are drawn there.
final class Strands {

    private static final double LANE = 22;
    private static final double GAP = 5;

    private final Sheet sheet;
    private final List<PlotAxis> axes;
    private final Set<ColumnRef> flipped;
    private final float[][] heights;
    private final double[] xs;
    private final double top;
    private final double bottom;
    private final double missing;
    private final double nameRows;
    private final Rectangle2D room;
    private final @Nullable PlotAxis colored;

    /// @param lane    whether some runs lack a value, and a lane is needed for them
    /// @param colored the column that gives lines their colours
    Strands(Sheet sheet, Rectangle2D room, List<PlotAxis> axes, Set<ColumnRef> flipped, float[][] heights,
            boolean lane, @Nullable PlotAxis colored) {
        this.colored = colored;
        this.sheet = sheet;
        this.room = room;
        this.axes = axes;
        this.flipped = flipped;
        this.heights = heights;
        this.xs = new double[axes.size()];
        double first = room.getX() + Math.min(room.getWidth() * 0.2, labels(axes.getFirst(), 12) + 14);
        double last = room.getMaxX() - 12;
        double gap = axes.size() < 2 ? room.getWidth() : (last - first) / (axes.size() - 1);
        for (int axis = 0; axis < xs.length; axis++) {
            xs[axis] = axes.size() < 2 ? room.getCenterX() : Math.round(first + axis * gap);
        }
        boolean crowded = axes.stream().anyMatch(axis -> sheet.width(axis.title()) > gap - 10);
        this.nameRows = crowded && axes.size() > 2 ? 2 : 1;
        this.top = room.getY() + nameRows * sheet.lineHeight() + 8;
        this.bottom = Math.max(top + 1, room.getMaxY() - 10 - (lane ? LANE : 0));
        this.missing = lane ? bottom + LANE - 6 : bottom;
    }

    private double labels(PlotAxis axis, int most) {
        return axis.ticks(200, 30, label -> 0).stream().limit(most)
                .mapToDouble(tick -> sheet.width(tick.label().substring(0, Math.min(60, tick.label().length()))))
                .max().orElse(0);
    }

    StrandHits hits() {
        List<StrandHits.Lane> lanes = new ArrayList<>();
        for (int axis = 0; axis < xs.length; axis++) {
            lanes.add(new StrandHits.Lane(axes.get(axis).column().ref(), axes.get(axis).column().name(), xs[axis]));
        }
        return new StrandHits(lanes, heights, top, bottom, missing);
    }

    private double y(float height) {
        return height > 1 ? missing : top + height * (bottom - top);
    }

    /// So that many lines keep showing where they are dense.
    static double opacity(int lines) {
        return lines <= 60 ? 0.9 : lines <= 400 ? 0.7 : lines <= 3000 ? 0.5 : 0.4;
    }

    /// Of those that step back.
    static double backOpacity(int lines) {
        return lines <= 60 ? 0.22 : lines <= 400 ? 0.09 : lines <= 3000 ? 0.05 : 0.03;
    }

    private static double thickness(int lines) {
        return lines <= 400 ? 1.4 : lines <= 3000 ? 1 : 0.8;
    }

    /// Lines as paths.
    void paths(int[] runs, int[] colors, double opacity) {
        Graphics2D g = sheet.g();
        g.setStroke(new BasicStroke((float) thickness(runs.length), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int run : runs) {
            Path2D path = new Path2D.Double();
            for (int axis = 0; axis < xs.length; axis++) {
                if (axis == 0) {
                    path.moveTo(xs[0] - (xs.length == 1 ? 8 : 0), y(heights[0][run]));
                }
                path.lineTo(xs[axis] + (xs.length == 1 ? 8 : 0), y(heights[axis][run]));
            }
            g.setColor(Sheet.color(colors[run], opacity));
            g.draw(path);
        }
    }

    /// Where the lines lie in device pixels.
    record Place(List<Integer> xs, int top, int height, double scale) {

        StrandRaster raster() {
            return new StrandRaster(xs.stream().mapToInt(x -> x).toArray(), height);
        }
    }

    Place place(Sheet.Raster raster) {
        List<Integer> devices = new ArrayList<>();
        for (double x : xs) {
            devices.add((int) Math.round(x * raster.scale()));
        }
        int from = (int) Math.floor((top - 3) * raster.scale());
        int to = (int) Math.ceil((missing + 3) * raster.scale());
        return new Place(devices, from, Math.max(1, to - from), raster.scale());
    }

    /// Lines as pixels.
    void draw(StrandRaster raster, Place place, int[] runs, int[] colors, double opacity) {
        float[][] ys = new float[xs.length][];
        for (int axis = 0; axis < xs.length; axis++) {
            float[] devices = new float[heights[axis].length];
            for (int run : runs) {
                devices[run] = (float) (y(heights[axis][run]) * place.scale() - place.top());
            }
            ys[axis] = devices;
        }
        raster.draw(runs, ys, colors, thickness(runs.length) * place.scale(), opacity);
    }

    /// Axes with their names and labels, over the lines.
    void axes() {
        if (missing > bottom) {
            sheet.line(xs[0] - 6, missing, xs[xs.length - 1] + 6, missing, sheet.theme().grid());
            String name = Texts.get("plots.lane");
            label(name, Math.max(xs[0] - GAP - 2, room.getX() + sheet.width(name)), missing);
        }
        for (int axis = 0; axis < xs.length; axis++) {
            axis(axis);
        }
    }

    private void axis(int number) {
        PlotAxis axis = axes.get(number);
        double x = xs[number];
        Graphics2D g = sheet.g();
        g.setColor(Sheet.color(sheet.theme().background(), 0.8));
        g.setStroke(new BasicStroke(3));
        g.draw(new Line2D.Double(x, top - 2, x, bottom + 2));
        sheet.line(x, top - 2, x, bottom + 2, sheet.theme().faintText());
        boolean down = axis.categorical() != flipped.contains(axis.column().ref());
        colors(axis, x, down);
        double before = number == 0 ? x - room.getX() : xs[number] - xs[number - 1];
        List<Tick> ticks = axis.ticks(bottom - top, axis.categorical() ? sheet.lineHeight()
                : 16 + sheet.lineHeight(), label -> 0);
        double space = Math.min(before - 12, 120);
        List<String> labels = ShortLabels.of(sheet, ticks.stream().map(Tick::label).toList(), space);
        for (Tick tick : ticks) {
            double unit = axis.unit(tick.at());
            if (!(unit >= 0 && unit <= 1)) {
                continue;
            }
            double at = top + (down ? unit : 1 - unit) * (bottom - top);
            sheet.line(x - 3, at, x, at, sheet.theme().faintText());
            if (space >= 34 || sheet.width(tick.label()) <= space) {
                label(labels.get(ticks.indexOf(tick)), x - GAP, at);
            }
        }
        name(number, x);
    }

    /// The colours of the lines, on the axis that gives them.
    private void colors(PlotAxis axis, double x, boolean down) {
        if (colored == null || !axis.column().ref().equals(colored.column().ref())) {
            return;
        }
        int count = axis.categorical() ? axis.column().categories().size() : 64;
        ColorRamp ramp = ColorRamp.lines(sheet.theme());
        for (int i = 0; i < Math.min(count, 400); i++) {
            double unit = (i + 0.5) / count;
            int argb = axis.categorical() ? RunInk.category(sheet.theme(), i)
                    : ramp.argb(colored.unit(axis.value(unit)));
            double length = (bottom - top) / count;
            double middle = top + (down ? unit : 1 - unit) * (bottom - top);
            double inset = axis.categorical() ? Math.min(3, length * 0.2) : -0.3;
            sheet.g().setColor(Sheet.color(argb));
            sheet.g().fill(new Rectangle2D.Double(x - 3, middle - length / 2 + inset, 6, length - 2 * inset));
        }
    }

    private void label(String text, double right, double y) {
        sheet.plate(right - sheet.width(text), right, y);
        sheet.text(text, right, y, Sheet.RIGHT, sheet.theme().text());
    }

    private void name(int number, double x) {
        double gap = xs.length < 2 ? room.getWidth() : xs[1] - xs[0];
        double row = nameRows == 2 && number % 2 == 0 ? 0 : nameRows - 1;
        String name = sheet.shortened(axes.get(number).title(), Math.max(20, gap * nameRows - 10));
        double half = sheet.width(name) / 2;
        double middle = Math.max(room.getX() + half, Math.min(x, room.getMaxX() - half));
        double y = room.getY() + (row + 0.5) * sheet.lineHeight();
        sheet.text(name, middle, y, Sheet.MIDDLE, sheet.theme().text());
        if (nameRows == 2 && row == 0) {
            sheet.line(x, y + sheet.lineHeight() / 2 + 1, x, top - 2, sheet.theme().grid());
        }
    }
}
