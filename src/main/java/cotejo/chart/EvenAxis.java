package cotejo.chart;

import cotejo.analysis.Range;
import cotejo.analysis.Tick;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.IntFunction;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.RectangleEdge;

/// JFreeChart's number axis with our ticks, over numbers that run evenly: its own formats show no time and too few
/// digits close up.
final class EvenAxis extends NumberAxis {

    private static final long serialVersionUID = 1;

    private final transient IntFunction<List<Tick>> ticks;

    EvenAxis(Range range, IntFunction<List<Tick>> ticks) {
        this.ticks = ticks;
        setAutoRange(false);
        setRange(range.low(), range.high());
    }

    @Override
    public List<?> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        return PlacedTicks.place(ticks, getRange(), area, edge, g2.getFontMetrics(getTickLabelFont()));
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
