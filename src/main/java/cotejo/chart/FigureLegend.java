package cotejo.chart;

import cotejo.text.Figures;
import cotejo.text.Texts;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;

/// The names below a figure: as many columns as fit, and as many rows as there is room for.
///
/// @param shown   lines that are named
/// @param more    how many are not
/// @param columns of names
/// @param each    the width of a column
/// @param line    the height of a row
record FigureLegend(List<CurveSpec> shown, int more, int columns, double each, double line, Font font) {

    private static final double SAMPLE = 20;
    private static final double GAP = 12;

    static FigureLegend of(List<CurveSpec> lines, Font font, double width, double height, double line) {
        double widest = 0;
        for (CurveSpec curve : lines) {
            String name = curve.name().length() > 200 ? curve.name().substring(0, 200) : curve.name();
            widest = Math.max(widest, Figure.width(name, font));
        }
        double each = Math.min(width, SAMPLE + 6 + widest + GAP);
        int columns = (int) Math.max(1, Math.floor((width + GAP) / each));
        int rows = (int) Math.max(1, Math.floor(height / line));
        int room = columns * rows;
        int shown = lines.size() <= room ? lines.size() : Math.max(0, room - 1);
        return new FigureLegend(lines.subList(0, shown), lines.size() - shown, columns, each, line, font);
    }

    double height() {
        int cells = shown.size() + (more > 0 ? 1 : 0);
        int rows = (cells + columns - 1) / columns;
        return rows * line;
    }

    void draw(Graphics2D g2, ChartSpec spec, double left, double top) {
        for (int i = 0; i < shown.size(); i++) {
            entry(g2, spec, shown.get(i), left + i % columns * each, middle(top, i));
        }
        if (more > 0) {
            int i = shown.size();
            g2.setColor(Axes.color(spec.theme().faintText()));
            g2.setFont(font);
            g2.drawString(Texts.get("lines.more", Figures.count(more)), (float) (left + i % columns * each),
                    (float) (middle(top, i) + font.getSize2D() * 0.36));
        }
    }

    private double middle(double top, int entry) {
        int row = entry / columns;
        return top + (row + 0.5) * line;
    }

    private void entry(Graphics2D g2, ChartSpec spec, CurveSpec curve, double x, double middle) {
        g2.setColor(Axes.color(curve.argb()));
        float[] lengths = curve.dash().lengths();
        g2.setStroke(lengths.length == 0 ? new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0));
        g2.draw(new Line2D.Double(x, middle, x + SAMPLE, middle));
        if (spec.marked()) {
            g2.fill(curve.marker().at(x + SAMPLE / 2, middle, 3.1));
        }
        g2.setColor(Axes.color(spec.theme().text()));
        g2.setFont(font);
        g2.drawString(Figure.shortened(curve.name(), font, each - SAMPLE - 6), (float) (x + SAMPLE + 6),
                (float) (middle + font.getSize2D() * 0.36));
    }
}
