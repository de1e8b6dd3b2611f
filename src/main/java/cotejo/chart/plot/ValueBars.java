package cotejo.chart.plot;

import cotejo.chart.ChartTheme;
import cotejo.chart.Drawing;
import cotejo.chart.LineOptions.Limits;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;

/// Single values as a figure, a bar each, whatever they are the values of: runs, groups of runs, or several metrics.
/// Bars begin at 0, so that their lengths can be compared.
///
/// @param axis the name of the values
public record ValueBars(ChartTheme theme, String title, String axis, List<Bar> bars) implements Drawing {

    private static final double EDGE = 8;
    private static final double LEAST = 13;

    /// A value that is not finite has a name and no length.
    ///
    /// @param argb the colour of its bar
    /// @param text the value as it is read
    public record Bar(String name, int argb, double value, String text) {
    }

    /// How many times as thick as usual a bar may be where there are few, so that they fill their room.
    public static double fullness(int bars) {
        return Math.clamp(7.0 / (bars + 1), 1.0, 2.6);
    }

    /// Room for every bar, unless they would take twice as much as usual.
    @Override
    public double height(double width, double usual) {
        Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        double line = new Sheet(g, theme, new BitSet(), null, Limits.NONE).lineHeight();
        g.dispose();
        return Math.clamp(Math.ceil(2 * EDGE + 4 * line + 8 + bars.size() * Math.max(LEAST,
                line * BarPlot.CLOSE)), usual, 2 * usual);
    }

    @Override
    public void draw(Graphics2D g2, double width, double height) {
        Sheet sheet = new Sheet((Graphics2D) g2.create(), theme, new BitSet(), null, Limits.NONE);
        sheet.g().setColor(Sheet.color(theme.background()));
        sheet.g().fill(new Rectangle2D.Double(0, 0, width, height));
        double line = sheet.lineHeight();
        sheet.strong(sheet.shortened(title, (width - 2 * EDGE) * 0.94), EDGE, EDGE + line / 2, Sheet.LEFT,
                theme.text());
        Rectangle2D room = new Rectangle2D.Double(EDGE, EDGE + line + 8, Math.max(1, width - 2 * EDGE),
                Math.max(1, height - 2 * EDGE - line - 8));
        if (bars.isEmpty()) {
            Plot.blank(sheet, room, Texts.get("plots.nothing.one", axis));
        } else {
            bars(sheet, room);
        }
        sheet.g().dispose();
    }

    private void bars(Sheet sheet, Rectangle2D room) {
        double line = sheet.lineHeight();
        int fit = (int) Math.max(1, (room.getHeight() - 3 * line) / Math.max(LEAST, line * BarPlot.CLOSE));
        List<Bar> shown = bars.size() <= fit ? bars : bars.subList(0, Math.max(1, fit - 1));
        boolean more = shown.size() < bars.size();
        if (more) {
            sheet.text(Texts.get("plots.key.more", Figures.count(bars.size() - shown.size())), room.getX() + 2,
                    room.getMaxY() - line / 2, Sheet.LEFT, theme.faintText());
        }
        double thickest = BarPlot.THICK * fullness(shown.size());
        Rectangle2D taken = BarPlot.taken(sheet, new Rectangle2D.Double(room.getX(), room.getY(), room.getWidth(),
                room.getHeight() - (more ? line : 0)), shown.size());
        PlotAxis x = PlotAxis.fromZero(PlotColumn.counts(axis, 1).withValues(shown.stream().mapToDouble(Bar::value)
                .filter(Double::isFinite).toArray()), PlotAxis.Wish.LINEAR);
        double values = BarPlot.valuesRoom(room, shown.stream().mapToDouble(bar -> sheet.width(bar.text())).max()
                .orElse(0));
        Frame frame = Frame.rows(sheet, taken, x, shown.stream().map(Bar::name).toList(), values);
        double row = frame.area().getHeight() / shown.size();
        double thick = Math.min(thickest, row * 0.68);
        for (int i = 0; i < shown.size(); i++) {
            Bar bar = shown.get(i);
            double middle = frame.area().getY() + (i + 0.5) * row;
            double zero = frame.px(x.unit(0));
            double end = Double.isFinite(bar.value()) ? frame.px(x.unit(bar.value())) : zero;
            sheet.g().setColor(Sheet.color(bar.argb()));
            sheet.g().fill(new RoundRectangle2D.Double(Math.min(zero, end), middle - thick / 2,
                    Math.max(1.5, Math.abs(end - zero)), thick, 3, 3));
            if (values > 0) {
                sheet.text(bar.text(), Math.max(zero, end) + 6, middle, Sheet.LEFT, theme.faintText());
            }
        }
    }
}
