package cotejo.chart;

import cotejo.text.Figures;
import cotejo.text.Texts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
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
final class Figure {

    private static final int MOST_NAMES = 24;
    private static final int LONGEST_NAME = 60;

    private Figure() {
    }

    /// Draws a chart at a size in units of the graphics.
    ///
    /// @param remarks what the figure must own up to, one line each, such as how it was reduced
    static void draw(ChartSpec spec, List<String> remarks, Graphics2D g2, double width, double height) {
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

    /// What a figure of this size must own up to.
    static Facts facts(ChartSpec spec, double width, double height) {
        Edges edges = new Edges(spec, width, height, PathRenderer.columns(width));
        Facts facts = Facts.NONE;
        for (CurveSpec curve : spec.curves()) {
            facts = facts.with(Facts.of(curve.raw(), spec.shown(curve.raw()), edges.reduce(curve.line())));
        }
        return facts;
    }

    private static LegendItemCollection legend(ChartSpec spec) {
        LegendItemCollection items = new LegendItemCollection();
        List<CurveSpec> lines = spec.curves().stream().filter(curve -> curve.role() == CurveSpec.Role.LINE).toList();
        for (CurveSpec curve : lines.subList(0, Math.min(MOST_NAMES, lines.size()))) {
            items.add(item(spec, curve));
        }
        if (lines.size() > MOST_NAMES) {
            items.add(new LegendItem(Texts.get("lines.more", Figures.count(lines.size() - MOST_NAMES)), null, null,
                    null, new Line2D.Double(), new BasicStroke(0), new Color(0, true)));
        }
        return items;
    }

    private static LegendItem item(ChartSpec spec, CurveSpec curve) {
        float[] lengths = curve.dash().lengths();
        BasicStroke stroke = lengths.length == 0 ? new BasicStroke(2)
                : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
        Color color = Axes.color(curve.argb());
        return new LegendItem(shortened(curve.name()), null, null, null, spec.marked(),
                spec.marked() ? curve.marker().at(0, 0, 3.1) : new Rectangle2D.Double(), true, color, false, color,
                new BasicStroke(1), true, new Line2D.Double(-9, 0, 9, 0), stroke, color);
    }

    /// Long names give up their middle, which says least.
    private static String shortened(String name) {
        int half = LONGEST_NAME / 2;
        return name.length() <= LONGEST_NAME ? name
                : name.substring(0, half) + "…" + name.substring(name.length() - half);
    }
}

