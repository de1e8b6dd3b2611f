package cotejo.chart;

import cotejo.analysis.Tick;
import java.awt.FontMetrics;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.IntFunction;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/// As many ticks as fit along an edge without their labels touching.
final class PlacedTicks {

    private static final int ROOM_ACROSS = 16;

    private PlacedTicks() {
    }

    static List<NumberTick> place(IntFunction<List<Tick>> ticks, Rectangle2D area, RectangleEdge edge,
            FontMetrics metrics) {
        boolean bottom = RectangleEdge.isTopOrBottom(edge);
        double length = bottom ? area.getWidth() : area.getHeight();
        int wanted = (int) Math.clamp(length / (bottom ? 60 : ROOM_ACROSS + metrics.getAscent()), 2, 12);
        List<Tick> found = ticks.apply(wanted);
        while (bottom && wanted > 2 && widest(found, metrics) * found.size() > length * 0.8) {
            wanted--;
            found = ticks.apply(wanted);
        }
        TextAnchor anchor = bottom ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        return found.stream()
                .map(tick -> new NumberTick(tick.at(), tick.label(), anchor, TextAnchor.CENTER, 0))
                .toList();
    }

    private static double widest(List<Tick> ticks, FontMetrics metrics) {
        return ticks.stream().mapToInt(tick -> metrics.stringWidth(tick.label()) + 12).max().orElse(0);
    }
}
