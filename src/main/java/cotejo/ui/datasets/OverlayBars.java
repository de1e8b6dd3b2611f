package cotejo.ui.datasets;

import java.util.function.IntFunction;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.VLineTo;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Two histograms over the same bins, as shares of their own sums: the first as filled bars, the second as a line of
/// steps above them, so that they are told apart without colour.
final class OverlayBars extends Region {

    private final Path bars = new Path();
    private final Path steps = new Path();
    private final Rectangle pointed = new Rectangle();
    private @Nullable Tooltip tip;
    private double[] before = new double[0];
    private double[] after = new double[0];
    private int at = -1;

    OverlayBars() {
        getStyleClass().add("dataset-bars");
        bars.getStyleClass().add("drift-before");
        steps.getStyleClass().add("drift-after");
        pointed.getStyleClass().add("dataset-bars-pointed");
        pointed.setVisible(false);
        getChildren().addAll(pointed, bars, steps);
        getChildren().forEach(node -> node.setManaged(false));
        setMouseTransparent(true);
    }

    void show(long[] first, long[] second) {
        before = shares(first);
        after = shares(second);
        at = -1;
        requestLayout();
    }

    private static double[] shares(long[] counts) {
        double sum = 0;
        for (long count : counts) {
            sum += count;
        }
        double[] shares = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            shares[i] = sum == 0 ? 0 : counts[i] / sum;
        }
        return shares;
    }

    /// Says what a bin holds when it is pointed at.
    void pointing(IntFunction<String> words) {
        setMouseTransparent(false);
        setOnMouseMoved(event -> point(before.length == 0 ? -1
                : Math.clamp((int) (event.getX() / getWidth() * before.length), 0, before.length - 1), words));
        setOnMouseExited(event -> point(-1, words));
    }

    private Tooltip tip() {
        if (tip == null) {
            tip = new Tooltip();
            tip.setShowDelay(Duration.millis(100));
            Tooltip.install(this, tip);
        }
        return tip;
    }

    private void point(int bin, IntFunction<String> words) {
        if (bin != at) {
            at = bin;
            tip().setText(bin < 0 ? "" : words.apply(bin));
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        bars.getElements().clear();
        steps.getElements().clear();
        double most = 1e-12;
        for (int i = 0; i < before.length; i++) {
            most = Math.max(most, Math.max(before[i], after[i]));
        }
        double room = getHeight() - 2;
        double each = getWidth() / Math.max(1, before.length);
        double gap = each >= 5 ? 1 : 0;
        for (int i = 0; i < before.length; i++) {
            if (before[i] > 0) {
                double height = Math.max(1.5, before[i] * room / most);
                bars.getElements().addAll(new MoveTo(i * each, getHeight()), new VLineTo(getHeight() - height),
                        new HLineTo((i + 1) * each - gap), new VLineTo(getHeight()), new ClosePath());
            }
            double y = getHeight() - (after[i] > 0 ? Math.max(1.5, after[i] * room / most) : 0);
            steps.getElements().add(i == 0 ? new MoveTo(0, getHeight()) : new LineTo(i * each, y));
            steps.getElements().addAll(new VLineTo(y), new HLineTo((i + 1) * each));
        }
        if (before.length > 0) {
            steps.getElements().add(new VLineTo(getHeight()));
        }
        pointed.setVisible(at >= 0 && at < before.length);
        pointed.setX(at * each);
        pointed.setWidth(each);
        pointed.setHeight(getHeight());
    }
}
