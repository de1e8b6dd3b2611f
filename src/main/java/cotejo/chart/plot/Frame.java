package cotejo.chart.plot;

import cotejo.analysis.Tick;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// Axes around an area: thin, with a pale grid, names at their ends, and as many labels as fit. The same look as the
/// charts of lines.
///
/// @param area where the values are
record Frame(Sheet sheet, Rectangle2D area, PlotAxis x) {

    private static final double GAP = 6;
    private static final double TICK = 3;
    private static final double APART = 62;
    private static final double LABEL_SHARE = 0.34;

    /// Which lines stand behind the values.
    enum Grid {
        /// At the ticks of the axis on the left.
        ACROSS,
        /// At the ticks of both.
        BOTH,
        NONE
    }

    /// An x axis below and a y axis on the left, whose name stands above it.
    static Frame xy(Sheet sheet, Rectangle2D room, PlotAxis x, PlotAxis y, Grid grid) {
        double line = sheet.lineHeight();
        double top = room.getY() + line + 4;
        double bottom = room.getMaxY() - 2 * line - TICK - 4;
        List<Tick> ticks = y.ticks(bottom - top, y.categorical() ? line : 16 + line, label -> 0);
        double most = y.categorical() ? room.getWidth() * LABEL_SHARE : room.getWidth() * 0.5;
        double labels = Math.min(most, ticks.stream().mapToDouble(tick -> sheet.width(tick.label())).max().orElse(0));
        double left = room.getX() + labels + GAP + 2;
        Rectangle2D area = new Rectangle2D.Double(left, top, Math.max(1, room.getMaxX() - 8 - left),
                Math.max(1, bottom - top));
        Frame frame = new Frame(sheet, area, x);
        List<String> shown = ShortLabels.of(sheet, ticks.stream().map(Tick::label).toList(), labels + 1);
        for (Tick tick : ticks) {
            double at = frame.py(y, tick.at());
            if (grid != Grid.NONE) {
                sheet.line(area.getX(), at, area.getMaxX(), at, sheet.theme().grid());
            }
            sheet.text(shown.get(ticks.indexOf(tick)), left - GAP, at, Sheet.RIGHT, sheet.theme().faintText());
        }
        sheet.text(sheet.shortened(y.title(), room.getWidth()), room.getX() + 2, room.getY() + line / 2, Sheet.LEFT,
                sheet.theme().text());
        frame.bottom(grid == Grid.BOTH);
        return frame;
    }

    /// An x axis below, and labels on the left for rows of equal height.
    ///
    /// @param side room on the right that values may need, such as for numbers after bars
    static Frame rows(Sheet sheet, Rectangle2D room, PlotAxis x, List<String> labels, double side) {
        double line = sheet.lineHeight();
        double bottom = room.getMaxY() - 2 * line - TICK - 4;
        double widest = labels.stream().mapToDouble(label -> label.length() > 200 ? room.getWidth()
                : sheet.width(label)).max().orElse(0);
        double names = Math.min(room.getWidth() * LABEL_SHARE, widest);
        double left = room.getX() + names + GAP + 2;
        Rectangle2D area = new Rectangle2D.Double(left, room.getY() + 2, Math.max(1, room.getMaxX() - 8 - side - left),
                Math.max(1, bottom - room.getY() - 2));
        Frame frame = new Frame(sheet, area, x);
        frame.bottom(true);
        double height = area.getHeight() / Math.max(1, labels.size());
        List<String> shown = ShortLabels.of(sheet, labels, names + 1);
        for (int row = 0; row < labels.size(); row++) {
            sheet.text(shown.get(row), left - GAP, area.getY() + (row + 0.5) * height, Sheet.RIGHT,
                    sheet.theme().text());
        }
        return frame;
    }

    private void bottom(boolean grid) {
        double line = sheet.lineHeight();
        double y = area.getMaxY();
        double apart = x.categorical() ? Math.clamp(x.column().categories().stream().limit(200)
                .mapToDouble(label -> sheet.width(label.substring(0, Math.min(60, label.length()))) + 10).max()
                .orElse(34), 20, 90) : APART;
        List<Tick> ticks = x.ticks(area.getWidth(), apart, sheet::width);
        List<String> whole = ticks.stream().map(Tick::label).toList();
        // Numbers are as many as have room; a part of one would be another number.
        List<String> shown = x.categorical() ? ShortLabels.of(sheet, whole, Math.max(apart, area.getWidth()
                / Math.max(1, ticks.size())) - 6) : whole;
        for (Tick tick : ticks) {
            double at = px(x.unit(tick.at()));
            if (grid) {
                sheet.line(at, area.getY(), at, y, sheet.theme().grid());
            }
            sheet.line(at, y, at, y + TICK, sheet.theme().axis());
            String label = shown.get(ticks.indexOf(tick));
            double half = sheet.width(label) / 2;
            double middle = Math.max(area.getX() - GAP, Math.min(at, area.getMaxX() + 8 - half));
            sheet.text(label, middle, y + TICK + line / 2 + 1, Sheet.MIDDLE, sheet.theme().faintText());
        }
        sheet.line(area.getX(), y, area.getMaxX(), y, sheet.theme().axis());
        sheet.text(sheet.shortened(x.title(), area.getWidth() + 20), area.getMaxX(), y + TICK + line * 1.5 + 2,
                Sheet.RIGHT, sheet.theme().text());
    }

    /// By what the chart in this frame can be zoomed.
    ///
    /// @param wholeX what the x axis shows when nobody chose its ends
    ZoomAxes zoom(PlotAxis wholeX, PlotAxis y, PlotAxis wholeY) {
        return new ZoomAxes(area, ZoomAxes.Along.of(ZoomAxes.Role.X, x, wholeX),
                ZoomAxes.Along.of(ZoomAxes.Role.Y, y, wholeY));
    }

    /// By what a chart of rows can be zoomed: its values run across.
    ZoomAxes zoom(PlotAxis whole) {
        return new ZoomAxes(area, ZoomAxes.Along.of(ZoomAxes.Role.Y, x, whole), null);
    }

    /// Whether a place is within the area.
    boolean holds(double px, double py) {
        return px >= area.getX() - 0.5 && px <= area.getMaxX() + 0.5 && py >= area.getY() - 0.5
                && py <= area.getMaxY() + 0.5;
    }

    /// The place of a part, 0…1, of the x axis.
    double px(double unit) {
        return area.getX() + unit * area.getWidth();
    }

    /// The place of a value on a y axis: numbers grow upwards, categories are read downwards.
    double py(PlotAxis y, double value) {
        double unit = y.unit(value);
        return y.categorical() ? area.getY() + unit * area.getHeight() : area.getMaxY() - unit * area.getHeight();
    }
}
