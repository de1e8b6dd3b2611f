package cotejo.chart.plot;

import cotejo.analysis.Tick;
import cotejo.chart.ChartTheme;
import cotejo.chart.Marker;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What colours and sizes stand for, beside the chart.
final class ColorKey {

    private static final double BAR = 10;
    private static final double MOST = 130;
    private static final int ROWS = 12;
    private static final double NARROW = 260;

    private final Sheet sheet;
    private final Rectangle2D room;
    private final double width;

    /// @param room of chart and key together
    private ColorKey(Sheet sheet, Rectangle2D room, double width) {
        this.sheet = sheet;
        this.room = room;
        this.width = width;
    }

    /// A bar of colours or a list of categories on the right; gives back the room that is left for the chart.
    static Rectangle2D paint(Sheet sheet, Rectangle2D room, @Nullable PlotAxis colors, ColorRamp ramp) {
        return paint(sheet, room, colors, ramp, List.of());
    }

    /// @param bubbles what three sizes of bubbles stand for
    static Rectangle2D paint(Sheet sheet, Rectangle2D room, @Nullable PlotAxis colors, ColorRamp ramp,
            List<Bubble> bubbles) {
        if (room.getWidth() < NARROW || (colors == null && bubbles.isEmpty())) {
            return room;
        }
        double width = Math.min(Math.min(MOST, room.getWidth() * 0.28), needed(sheet, colors, bubbles));
        ColorKey key = new ColorKey(sheet, room, width);
        double y = room.getY() + sheet.lineHeight() / 2;
        if (colors != null) {
            y = colors.categorical() ? key.categories(colors, y)
                    : key.bar(colors, ramp, y, bubbles.isEmpty() ? 1 : 0.55);
        }
        key.bubbles(bubbles, y);
        return new Rectangle2D.Double(room.getX(), room.getY(), room.getWidth() - width - 14, room.getHeight());
    }

    /// A size of a bubble and what it stands for; the first of them has the column's name as `title`.
    record Bubble(double radius, String label, String title) {
    }

    private static double needed(Sheet sheet, @Nullable PlotAxis colors, List<Bubble> bubbles) {
        double most = bubbles.stream().mapToDouble(b -> Math.max(sheet.width(b.label()) + 36, sheet.width(b.title())))
                .max().orElse(0);
        if (colors != null) {
            most = Math.max(most, sheet.width(colors.title()));
            for (String category : colors.column().categories().stream().limit(ROWS).toList()) {
                most = Math.max(most, 18 + sheet.width(category.substring(0, Math.min(60, category.length()))));
            }
        }
        return Math.max(56, most + 4);
    }

    private double left() {
        return room.getMaxX() - width;
    }

    private double title(String title, double y) {
        sheet.text(sheet.shortened(title, width), left(), y, Sheet.LEFT, sheet.theme().text());
        return y + sheet.lineHeight();
    }

    private double bar(PlotAxis axis, ColorRamp ramp, double from, double share) {
        double y = title(axis.title(), from) - 2;
        double height = Math.max(20, Math.min(220, (room.getMaxY() - y - 8 - sheet.lineHeight()) * share));
        int bands = 64;
        for (int i = 0; i < bands; i++) {
            sheet.g().setColor(Sheet.color(ramp.argb((i + 0.5) / bands)));
            double bottom = y + height - height * i / bands;
            double top = y + height - height * (i + 1) / bands;
            sheet.g().fill(new Rectangle2D.Double(left(), top - (i + 1 < bands ? 0.4 : 0), BAR,
                    bottom - top + (i + 1 < bands ? 0.4 : 0)));
        }
        for (Tick tick : axis.ticks(height, 16 + sheet.lineHeight(), label -> 0)) {
            double at = y + height - axis.unit(tick.at()) * height;
            if (at < y - 1 || at > y + height + 1) {
                continue;
            }
            sheet.line(left() + BAR, at, left() + BAR + 3, at, sheet.theme().axis());
            sheet.text(sheet.shortened(tick.label(), width - BAR - 6), left() + BAR + 6, at, Sheet.LEFT,
                    sheet.theme().faintText());
        }
        return y + height + sheet.lineHeight();
    }

    private double categories(PlotAxis axis, double from) {
        double y = title(axis.title(), from);
        List<String> names = axis.column().categories();
        int fit = (int) Math.max(1, Math.min(ROWS, (room.getMaxY() - y) / sheet.lineHeight() - 1));
        int shown = names.size() <= fit ? names.size() : fit - 1;
        ChartTheme theme = sheet.theme();
        List<String> labels = ShortLabels.of(sheet, names.subList(0, shown), width - 16);
        for (int code = 0; code < shown; code++) {
            sheet.g().setColor(Sheet.color(RunInk.category(theme, code)));
            sheet.g().fill(Marker.of(code).at(left() + 5, y, 4));
            sheet.text(labels.get(code), left() + 14, y, Sheet.LEFT, theme.faintText());
            y += sheet.lineHeight();
        }
        if (shown < names.size()) {
            sheet.text(Texts.get("plots.key.more", Figures.count(names.size() - shown)), left() + 14, y, Sheet.LEFT,
                    theme.faintText());
            y += sheet.lineHeight();
        }
        return y + sheet.lineHeight() / 2;
    }

    private void bubbles(List<Bubble> bubbles, double from) {
        double y = from;
        for (Bubble bubble : bubbles) {
            if (y + sheet.lineHeight() * 2 > room.getMaxY()) {
                return;
            }
            if (!bubble.title().isEmpty()) {
                y = title(bubble.title(), y);
            }
            double height = Math.max(sheet.lineHeight(), bubble.radius() * 2 + 4);
            double middle = y - sheet.lineHeight() / 2 + height / 2;
            sheet.g().setColor(Sheet.color(sheet.theme().faintText()));
            sheet.g().setStroke(new java.awt.BasicStroke(1.2f));
            sheet.g().draw(Marker.CIRCLE.at(left() + 14, middle, bubble.radius()));
            sheet.text(sheet.shortened(bubble.label(), width - 36), left() + 32, middle, Sheet.LEFT,
                    sheet.theme().faintText());
            y += height;
        }
    }

    /// A list of names with one line each, cut to what is worth reading.
    static List<String> first(List<String> names, int most) {
        List<String> shown = new ArrayList<>(names.subList(0, Math.min(most, names.size())));
        if (names.size() > most) {
            shown.add(Texts.get("plots.key.more", Figures.count(names.size() - most)));
        }
        return shown;
    }
}
