package cotejo.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/// A chart of lines as a figure to keep: title, legend and remarks are part of it, all drawn on whatever [Graphics2D]
/// is given, so that a vector format gets vectors and text. The legend stands in columns below the chart, and names as
/// many lines as leave the chart the room it needs.
final class Figure {

    private static final double EDGE = 8;

    /// What the area of the lines has at least: of the height, and no more than this of the width.
    private static final double LINES_HIGH = 0.45;
    private static final double LINES_WIDE = 0.32;
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final ChartSpec spec;
    private final Graphics2D g2;
    private final double width;
    private final double height;
    private final Font plain;
    private final Font small;
    private final double line;

    private Figure(ChartSpec spec, Graphics2D g2, double width, double height) {
        this.spec = spec;
        this.g2 = g2;
        this.width = width;
        this.height = height;
        float size = spec.theme().fontSize();
        this.plain = Axes.font(spec.theme(), Font.PLAIN, size);
        this.small = Axes.font(spec.theme(), Font.PLAIN, size * 0.9f);
        this.line = size * 1.45;
    }

    /// Draws a chart at a size in units of the graphics.
    ///
    /// @param remarks what the figure must own up to, such as how it was reduced
    static void draw(ChartSpec spec, List<String> remarks, Graphics2D g2, double width, double height) {
        Graphics2D own = (Graphics2D) g2.create();
        own.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        new Figure(spec, own, width, height).draw(remarks);
        own.dispose();
    }

    /// How high a figure is that is free to be higher than usual: it names every line, unless the names would take as
    /// much room as a whole figure.
    static double height(ChartSpec spec, List<String> remarks, double width, double usual) {
        Figure figure = new Figure(spec, new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics(), width,
                usual);
        double needed = figure.around(remarks) + figure.legend(usual).height() + LINES_WIDE * width;
        figure.g2.dispose();
        return Math.max(usual, Math.ceil(needed));
    }

    /// What a figure of this size must own up to.
    static Facts facts(ChartSpec spec, double width, double height) {
        Edges edges = new Edges(spec, width, height, PathRenderer.columns(width));
        Facts facts = Facts.NONE;
        for (CurveSpec curve : spec.curves()) {
            facts = facts.with(Facts.of(curve.raw(), spec.shown(curve.raw()), edges.reduce(curve.line()), true));
        }
        return facts;
    }

    private void draw(List<String> remarks) {
        g2.setColor(Axes.color(spec.theme().background()));
        g2.fill(new Rectangle2D.Double(0, 0, width, height));
        double top = EDGE / 2;
        if (!spec.title().isEmpty()) {
            Font bold = Axes.font(spec.theme(), Font.BOLD, spec.theme().fontSize() * 1.15f);
            top += line * 1.2;
            text(shortened(spec.title(), bold, width - 2 * EDGE), bold, EDGE, top - line * 0.35, spec.theme().text());
        }
        List<String> notes = wrapped(remarks);
        double notesHigh = notes.size() * line * 0.9;
        FigureLegend legend = legend(height - around(remarks) - Math.min(LINES_HIGH * height, LINES_WIDE * width));
        double below = height - EDGE / 2 - notesHigh;
        chart(new Rectangle2D.Double(0, top, width, Math.max(1, below - legend.height() - EDGE / 2 - top)));
        legend.draw(g2, spec, EDGE, below - legend.height());
        for (int i = 0; i < notes.size(); i++) {
            text(notes.get(i), small, EDGE, height - EDGE / 2 - notesHigh + (i + 0.75) * line * 0.9,
                    spec.theme().faintText());
        }
    }

    private FigureLegend legend(double room) {
        return FigureLegend.of(spec.curves().stream().filter(curve -> curve.role() == CurveSpec.Role.LINE).toList(),
                plain, width - 2 * EDGE, room, line);
    }

    /// The height of everything but the area of the lines and the legend.
    private double around(List<String> remarks) {
        double title = spec.title().isEmpty() ? 0 : line * 1.2;
        double axis = line * (spec.xLabel().isEmpty() ? 1.2 : 2.3) + 6;
        return 1.5 * EDGE + title + axis + wrapped(remarks).size() * line * 0.9;
    }

    private void chart(Rectangle2D room) {
        JFreeChart chart = Axes.chart(spec);
        XYPlot plot = chart.getXYPlot();
        plot.setDataset(PathRenderer.dataset(spec));
        plot.setRenderer(new PathRenderer(spec));
        chart.draw(g2, room);
    }

    static double width(String text, Font font) {
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    private void text(String text, Font font, double x, double y, int argb) {
        g2.setFont(font);
        g2.setColor(Axes.color(argb));
        g2.drawString(text, (float) x, (float) y);
    }

    private List<String> wrapped(List<String> remarks) {
        List<String> lines = new ArrayList<>();
        StringBuilder now = new StringBuilder();
        for (String remark : remarks) {
            String next = now.isEmpty() ? remark : now + "  ·  " + remark;
            if (!now.isEmpty() && width(next, small) > width - 2 * EDGE) {
                lines.add(now.toString());
                next = remark;
            }
            now.setLength(0);
            now.append(shortened(next, small, width - 2 * EDGE));
        }
        if (!now.isEmpty()) {
            lines.add(now.toString());
        }
        return lines;
    }

    /// The text, its middle left out where it is longer than the room.
    static String shortened(String text, Font font, double room) {
        if (text.length() < 400 && width(text, font) <= room) {
            return text;
        }
        int half = Math.min(text.length(), 400) / 2;
        while (half > 1 && width(cut(text, half), font) > room) {
            half--;
        }
        return cut(text, half);
    }

    private static String cut(String text, int half) {
        return text.substring(0, half).stripTrailing() + "…" + text.substring(text.length() - half).stripLeading();
    }
}
