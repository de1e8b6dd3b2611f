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
/// @param heading what all names begin with, said once above them; empty for none
/// @param names   of the lines that are named
/// @param more    how many lines are not
/// @param columns of names
/// @param each    the width of a column
/// @param line    the height of a row
record FigureLegend(List<CurveSpec> shown, String heading, List<String> names, int more, int columns, double each,
        double line, Font font) {

    private static final double SAMPLE = 20;
    private static final double GAP = 12;

    static FigureLegend of(List<CurveSpec> lines, Font font, double width, double height, double line) {
        LegendNames told = LegendNames.of(lines.stream().map(CurveSpec::name).toList());
        double widest = 0;
        for (String name : told.names()) {
            widest = Math.max(widest, Figure.width(name.length() > 200 ? name.substring(0, 200) : name, font));
        }
        double each = Math.min(width, SAMPLE + 6 + widest + GAP);
        int columns = (int) Math.max(1, Math.floor((width + GAP) / each));
        int heading = told.heading().isEmpty() ? 0 : 1;
        int rows = (int) Math.max(1, Math.floor(height / line + 1e-6) - heading);
        int room = columns * rows;
        int shown = lines.size() <= room ? lines.size() : Math.max(0, room - 1);
        String above = shown == 0 ? "" : Figure.shortened(told.heading(), font, width);
        return new FigureLegend(lines.subList(0, shown), above, told.names(), lines.size() - shown, columns, each,
                line, font);
    }

    double height() {
        int cells = shown.size() + (more > 0 ? 1 : 0);
        int rows = (cells + columns - 1) / columns;
        return (rows + above()) * line;
    }

    /// Rows before the first name.
    private int above() {
        return heading.isEmpty() ? 0 : 1;
    }

    void draw(Graphics2D g2, ChartSpec spec, double left, double top) {
        if (!heading.isEmpty()) {
            g2.setColor(Axes.color(spec.theme().faintText()));
            g2.setFont(font);
            g2.drawString(heading, (float) left, (float) (top + 0.5 * line + font.getSize2D() * 0.36));
        }
        for (int i = 0; i < shown.size(); i++) {
            entry(g2, spec, i, left + i % columns * each, middle(top, i));
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
        int row = entry / columns + above();
        return top + (row + 0.5) * line;
    }

    private void entry(Graphics2D g2, ChartSpec spec, int at, double x, double middle) {
        CurveSpec curve = shown.get(at);
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
        g2.drawString(Figure.shortened(names.get(at), font, each - SAMPLE - 6), (float) (x + SAMPLE + 6),
                (float) (middle + font.getSize2D() * 0.36));
    }
}
