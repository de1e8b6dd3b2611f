package cotejo.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/// A chart as a figure to keep: title, legend and remarks are part of it, all drawn by JFreeChart on whatever
/// [Graphics2D] is given, so that a vector format gets vectors and text.
public final class Figure {

    private Figure() {
    }

    /// Draws a chart at a size in units of the graphics.
    ///
    /// @param remarks what the figure must own up to, one line each, such as how it was reduced
    public static void draw(ChartSpec spec, List<String> remarks, Graphics2D g2, double width, double height) {
        ChartTheme theme = spec.theme();
        JFreeChart chart = Axes.chart(spec);
        XYPlot plot = chart.getXYPlot();
        plot.setDataset(PathRenderer.dataset(spec));
        plot.setRenderer(new PathRenderer(spec));
        plot.setFixedLegendItems(legend(spec));
        chart.setBackgroundPaint(Axes.color(theme.background()));
        TextTitle title = new TextTitle(spec.title(), Axes.font(theme, Font.BOLD, theme.fontSize() + 2));
        title.setPaint(Axes.color(theme.text()));
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(new RectangleInsets(8, 10, 2, 10));
        chart.setTitle(title);
        LegendTitle names = new LegendTitle(plot);
        names.setItemFont(Axes.font(theme, Font.PLAIN, theme.fontSize()));
        names.setItemPaint(Axes.color(theme.text()));
        names.setPosition(RectangleEdge.BOTTOM);
        names.setPadding(new RectangleInsets(4, 8, 6, 8));
        chart.addSubtitle(names);
        for (String remark : remarks) {
            TextTitle line = new TextTitle(remark, Axes.font(theme, Font.PLAIN, theme.fontSize() - 1));
            line.setPaint(Axes.color(theme.faintText()));
            line.setPosition(RectangleEdge.BOTTOM);
            line.setHorizontalAlignment(HorizontalAlignment.LEFT);
            line.setPadding(new RectangleInsets(0, 10, 4, 10));
            chart.addSubtitle(line);
        }
        chart.draw(g2, new Rectangle2D.Double(0, 0, width, height));
    }

    private static LegendItemCollection legend(ChartSpec spec) {
        LegendItemCollection items = new LegendItemCollection();
        for (CurveSpec curve : spec.curves()) {
            float[] lengths = curve.dash().lengths();
            BasicStroke stroke = lengths.length == 0 ? new BasicStroke(2)
                    : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
            items.add(new LegendItem(curve.name(), null, null, null, new Line2D.Double(-9, 0, 9, 0), stroke,
                    Axes.color(curve.argb())));
        }
        return items;
    }

    /// Writes a chart as PNG, at `scale` device pixels per unit.
    ///
    /// @throws IOException naming the file, when it cannot be written
    public static void writePng(ChartSpec spec, List<String> remarks, int width, int height, double scale, Path file)
            throws IOException {
        BufferedImage image = new BufferedImage((int) Math.round(width * scale), (int) Math.round(height * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g2.scale(scale, scale);
        draw(spec, remarks, g2, width, height);
        g2.dispose();
        try (var out = Files.newOutputStream(file)) {
            ImageIO.write(image, "png", out);
        }
    }
}
