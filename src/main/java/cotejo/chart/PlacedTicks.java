package cotejo.chart;

import cotejo.analysis.Tick;
import cotejo.analysis.TickRoom;
import java.awt.FontMetrics;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/// As many ticks as fit along an edge without their labels touching.
final class PlacedTicks {

    private static final int ROOM_ACROSS = 16;
    /// Room to the right of the area.
    private static final double BESIDE = Axes.BESIDE - 1;

    private PlacedTicks() {
    }

    static List<NumberTick> place(IntFunction<List<Tick>> ticks, Range shown, Rectangle2D area, RectangleEdge edge,
            FontMetrics metrics) {
        boolean bottom = RectangleEdge.isTopOrBottom(edge);
        double length = bottom ? area.getWidth() : area.getHeight();
        int wanted = (int) Math.clamp(length / (bottom ? 60 : ROOM_ACROSS + metrics.getAscent()), 2, 12);
        DoubleUnaryOperator along = at -> (at - shown.getLowerBound()) / shown.getLength() * length;
        TickRoom room = new TickRoom(length, along,
                label -> bottom ? metrics.stringWidth(label) + 12 : metrics.getHeight());
        List<Tick> found = room.fill(ticks, wanted, 0.8);
        List<NumberTick> placed = new ArrayList<>();
        double free = Double.NEGATIVE_INFINITY;
        for (Tick tick : found) {
            double at = along.applyAsDouble(tick.at());
            double width = metrics.stringWidth(tick.label());
            boolean out = bottom && at + width / 2 > length + BESIDE;
            // One that would be cut off at the edge of the picture ends below its tick, if it has the room.
            boolean fits = !out || at - width >= free;
            placed.add(new NumberTick(tick.at(), fits ? tick.label() : "", !bottom ? TextAnchor.CENTER_RIGHT
                    : out ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0));
            free = at + width / 2 + 4;
        }
        return placed;
    }
}
