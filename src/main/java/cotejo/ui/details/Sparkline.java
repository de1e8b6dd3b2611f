package cotejo.ui.details;

import cotejo.model.MetricSeries;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// A curve the size of a word: the least and greatest value of each pixel column, so that no spike is lost.
final class Sparkline extends Canvas {

    private static final double PAD = 2;

    Sparkline(double width, double height) {
        super(width, height);
        setMouseTransparent(true);
    }

    void clear() {
        getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
    }

    /// Draws the finite points over their steps; nothing when there are fewer than two.
    void draw(MetricSeries series, Color colour) {
        clear();
        double[] steps = range(series, true);
        double[] values = range(series, false);
        if (series.size() < 2 || !(steps[1] > steps[0]) || !(values[1] >= values[0])) {
            return;
        }
        int columns = (int) (getWidth() - 2 * PAD);
        double[] low = new double[columns + 1];
        double[] high = new double[columns + 1];
        java.util.Arrays.fill(low, Double.POSITIVE_INFINITY);
        java.util.Arrays.fill(high, Double.NEGATIVE_INFINITY);
        double[] all = series.values();
        for (int i = 0; i < all.length; i++) {
            if (Double.isFinite(all[i])) {
                int column = (int) ((series.step(i) - steps[0]) / (steps[1] - steps[0]) * columns);
                low[column] = Math.min(low[column], all[i]);
                high[column] = Math.max(high[column], all[i]);
            }
        }
        paint(low, high, values, colour);
    }

    private void paint(double[] low, double[] high, double[] values, Color colour) {
        GraphicsContext g = getGraphicsContext2D();
        g.setStroke(colour);
        g.setLineWidth(1.2);
        double span = values[1] > values[0] ? values[1] - values[0] : 1;
        double height = getHeight() - 2 * PAD;
        g.beginPath();
        boolean begun = false;
        for (int x = 0; x < low.length; x++) {
            if (low[x] <= high[x]) {
                double top = PAD + height * (1 - (high[x] - values[0]) / span);
                double bottom = PAD + height * (1 - (low[x] - values[0]) / span);
                if (begun) {
                    g.lineTo(PAD + x, top);
                } else {
                    g.moveTo(PAD + x, top);
                    begun = true;
                }
                g.lineTo(PAD + x, bottom);
            }
        }
        g.stroke();
    }

    private static double[] range(MetricSeries series, boolean steps) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < series.size(); i++) {
            double number = steps ? series.step(i) : series.value(i);
            if (Double.isFinite(series.value(i))) {
                least = Math.min(least, number);
                greatest = Math.max(greatest, number);
            }
        }
        return new double[] {least, greatest};
    }
}
