package cotejo.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.analysis.Tick;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

/// Labels below an axis are never cut off at the edge of the picture.
final class PlacedTicksTest {

    private final FontMetrics metrics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics()
            .getFontMetrics(ChartFont.of("Inter", Font.PLAIN, 12));

    private List<NumberTick> ticks(Tick... ticks) {
        return PlacedTicks.place(most -> List.of(ticks), new Range(0, 600), new Rectangle2D.Double(0, 0, 400, 200),
                RectangleEdge.BOTTOM, metrics);
    }

    @Test
    void aLabelAtTheEndEndsThere() {
        List<NumberTick> placed = ticks(new Tick(0, "0"), new Tick(300, "300,000"), new Tick(600, "600,000"));
        assertEquals(List.of(TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, TextAnchor.TOP_RIGHT),
                placed.stream().map(NumberTick::getTextAnchor).toList());
        assertTrue(placed.stream().noneMatch(tick -> tick.getText().isEmpty()));
    }

    @Test
    void oneThatWouldThenTouchAnotherIsLeftOut() {
        List<NumberTick> placed = ticks(new Tick(0, "0"), new Tick(540, "1,234,567"), new Tick(600, "1,234,568"));
        assertEquals("", placed.getLast().getText());
    }
}
