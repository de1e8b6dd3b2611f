package cotejo.chart.plot;

import cotejo.chart.ChartFont;
import cotejo.chart.ChartTheme;
import cotejo.chart.LineOptions.Limits;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// What a chart is painted on: graphics, colours, type, and which runs are selected.
final class Sheet {

    static final int LEFT = -1;
    static final int MIDDLE = 0;
    static final int RIGHT = 1;

    private final Graphics2D g;
    private final ChartTheme theme;
    private final BitSet selected;
    private final @Nullable Raster raster;
    private final Limits limits;
    private @Nullable ZoomAxes zoom;
    private final Font font;
    private final Font strong;
    private final FontMetrics metrics;

    /// The pixels behind the graphics, for charts of very many lines.
    ///
    /// @param scale device pixels per unit of the graphics
    @SuppressWarnings("ArrayRecordComponent")
    record Raster(int[] pixels, int width, int height, double scale) {
    }

    /// @param selected the runs to stand out; none or all of them: nobody steps back
    /// @param limits   the ends of the axes where they were chosen
    Sheet(Graphics2D g, ChartTheme theme, BitSet selected, @Nullable Raster raster, Limits limits) {
        this.limits = limits;
        this.g = g;
        this.theme = theme;
        this.selected = selected;
        this.raster = raster;
        this.font = ChartFont.of(theme.fontFamily(), Font.PLAIN, theme.fontSize());
        this.strong = font.deriveFont(Font.BOLD);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setFont(font);
        this.metrics = g.getFontMetrics(font);
    }

    Graphics2D g() {
        return g;
    }

    ChartTheme theme() {
        return theme;
    }

    @Nullable Raster raster() {
        return raster;
    }

    /// An axis as it is seen, between the ends that were chosen for it.
    PlotAxis seen(ZoomAxes.Role role, PlotAxis whole) {
        return switch (role) {
            case X -> whole.between(limits.xMin(), limits.xMax());
            case Y -> whole.between(limits.yMin(), limits.yMax());
        };
    }

    Limits limits() {
        return limits;
    }

    /// Whether a part is looked at, so that values may lie beyond the edges.
    boolean zoomed() {
        return !limits.isEmpty();
    }

    /// Says by which axes what was painted can be zoomed.
    void zoom(ZoomAxes axes) {
        zoom = axes;
    }

    /// By which axes what was painted can be zoomed; null where there are none.
    @Nullable ZoomAxes zoom() {
        return zoom;
    }

    /// Paints what may reach beyond the edges of an area, and cuts it off there.
    void within(Rectangle2D area, Runnable painting) {
        if (!zoomed()) {
            painting.run();
            return;
        }
        Shape before = g.getClip();
        g.clip(area);
        painting.run();
        g.setClip(before);
    }

    /// Whether some runs stand out, so that the others step back.
    boolean choosing() {
        return !selected.isEmpty();
    }

    boolean standsOut(int run) {
        return selected.isEmpty() || selected.get(run);
    }

    double lineHeight() {
        return metrics.getAscent() + metrics.getDescent() + 2.0;
    }

    double ascent() {
        return metrics.getAscent();
    }

    double width(String text) {
        return font.getStringBounds(text, context()).getWidth();
    }

    double strongWidth(String text) {
        return strong.getStringBounds(text, context()).getWidth();
    }

    /// The same for every graphics, so that screen and figure break at the same places.
    private static FontRenderContext context() {
        return new FontRenderContext(null, true, true);
    }

    static Color color(int argb) {
        return new Color(argb, true);
    }

    /// A colour with another opacity.
    static Color color(int argb, double opacity) {
        return new Color(argb & 0xffffff | (int) Math.round((argb >>> 24) * opacity) << 24, true);
    }

    /// Writes on one line, at its left end, middle or right end.
    ///
    /// @param y the middle of small letters' height
    void text(String text, double x, double y, int anchor, int argb) {
        write(text, x, y, anchor, argb, font, width(text));
    }

    /// What is left of a room above a line that says how much more there is; the whole room where there is no more.
    Rectangle2D above(Rectangle2D room, int more) {
        if (more <= 0) {
            return room;
        }
        text(Texts.get("plots.key.more", Figures.count(more)), room.getX() + 2, room.getMaxY() - lineHeight() / 2,
                LEFT, theme.faintText());
        return new Rectangle2D.Double(room.getX(), room.getY(), room.getWidth(), room.getHeight() - lineHeight());
    }

    /// Dims what lies behind a text that is to be written there, so that it can be read.
    ///
    /// @param y the middle of the text
    void plate(double left, double right, double y) {
        g.setColor(color(theme.background(), 0.72));
        g.fill(new RoundRectangle2D.Double(left - 2, y - lineHeight() / 2 + 1, right - left + 3, lineHeight() - 2, 4,
                4));
    }

    void strong(String text, double x, double y, int anchor, int argb) {
        write(text, x, y, anchor, argb, strong, strongWidth(text));
    }

    private void write(String text, double x, double y, int anchor, int argb, Font face, double width) {
        double left = anchor == LEFT ? x : anchor == RIGHT ? x - width : x - width / 2;
        g.setFont(face);
        g.setColor(color(argb));
        g.drawString(text, (float) left, (float) (y + metrics.getAscent() * 0.36));
    }

    void line(double x0, double y0, double x1, double y1, int argb) {
        g.setColor(color(argb));
        g.setStroke(new BasicStroke(1));
        g.draw(new java.awt.geom.Line2D.Double(x0, y0, x1, y1));
    }

    /// The text, its middle left out where it is longer than the room.
    String shortened(String text, double room) {
        String whole = text.length() > 400 ? text.substring(0, 200) + text.substring(text.length() - 200) : text;
        if (whole.length() == text.length() && width(text) <= room) {
            return text;
        }
        int keep = (int) Math.max(0, Math.min(whole.length() - 1.0, whole.length() * room / Math.max(1, width(whole))));
        while (keep > 1 && width(cut(whole, keep)) > room) {
            keep--;
        }
        return keep < 1 ? "…" : cut(whole, keep);
    }

    private static String cut(String text, int keep) {
        int head = (keep + 1) / 2;
        return text.substring(0, head).stripTrailing() + "…" + text.substring(text.length() - (keep - head))
                .stripLeading();
    }
}
