package cotejo.chart;

import cotejo.analysis.Tick;
import cotejo.analysis.TickRoom;
import java.awt.FontMetrics;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.IntFunction;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/// As many ticks as fit along an edge without their labels touching.
final class PlacedTicks {

    private static final int ROOM_ACROSS = 16;

    private PlacedTicks() {
    }

    static List<NumberTick> place(IntFunction<List<Tick>> ticks, Range shown, Rectangle2D area, RectangleEdge edge,
            FontMetrics metrics) {
        boolean bottom = RectangleEdge.isTopOrBottom(edge);
        double length = bottom ? area.getWidth() : area.getHeight();
        int wanted = (int) Math.clamp(length / (bottom ? 60 : ROOM_ACROSS + metrics.getAscent()), 2, 12);
        TickRoom room = new TickRoom(length, at -> (at - shown.getLowerBound()) / shown.getLength() * length,
                label -> bottom ? metrics.stringWidth(label) + 12 : metrics.getHeight());
        List<Tick> found = room.fill(ticks, wanted, 0.8);
        TextAnchor anchor = bottom ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        return found.stream()
                .map(tick -> new NumberTick(tick.at(), tick.label(), anchor, TextAnchor.CENTER, 0))
                .toList();
    }
}
