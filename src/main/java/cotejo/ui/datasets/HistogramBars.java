package cotejo.ui.datasets;

import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.VLineTo;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Bars of counts, at any size; of a large one each bar can be pointed at, and chosen by mouse or keyboard.
final class HistogramBars extends Region {

    private final Path bars = new Path();
    private final Rectangle pointed = new Rectangle();
    private @Nullable Tooltip tip;
    private long[] counts = new long[0];
    private IntFunction<String> words = bar -> "";
    private IntConsumer chosen = bar -> { };
    private int at = -1;

    HistogramBars() {
        getStyleClass().add("dataset-bars");
        bars.getStyleClass().add("dataset-bars-shape");
        pointed.getStyleClass().add("dataset-bars-pointed");
        bars.setManaged(false);
        pointed.setManaged(false);
        pointed.setVisible(false);
        getChildren().addAll(pointed, bars);
        setMouseTransparent(true);
    }

    void show(long[] next) {
        counts = next;
        at = -1;
        requestLayout();
    }

    /// Lets bars be pointed at and chosen.
    void choosing(IntFunction<String> wordsOfBar, IntConsumer choose) {
        words = wordsOfBar;
        chosen = choose;
        setMouseTransparent(false);
        setFocusTraversable(true);
        setCursor(Cursor.HAND);
        setOnMouseMoved(event -> point(bar(event)));
        setOnMouseExited(event -> point(-1));
        setOnMouseClicked(event -> choose(bar(event)));
        setOnKeyPressed(this::key);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            point(Math.clamp(at + (event.getCode() == KeyCode.LEFT ? -1 : 1), 0, Math.max(0, counts.length - 1)));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            choose(at);
            event.consume();
        }
    }

    private void choose(int bar) {
        if (bar >= 0 && bar < counts.length) {
            chosen.accept(bar);
        }
    }

    private int bar(MouseEvent event) {
        return counts.length == 0 ? -1
                : Math.clamp((int) (event.getX() / getWidth() * counts.length), 0, counts.length - 1);
    }

    private Tooltip tip() {
        if (tip == null) {
            tip = new Tooltip();
            tip.setShowDelay(Duration.millis(100));
            Tooltip.install(this, tip);
        }
        return tip;
    }

    private void point(int bar) {
        if (bar != at) {
            at = bar;
            String said = bar < 0 ? "" : words.apply(bar);
            tip().setText(said);
            setAccessibleText(said);
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        bars.getElements().clear();
        long most = 1;
        for (long count : counts) {
            most = Math.max(most, count);
        }
        double each = getWidth() / Math.max(1, counts.length);
        double gap = each >= 5 ? 1 : 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                // A bar that is there is seen.
                double height = Math.max(1.5, counts[i] * getHeight() / most);
                bars.getElements().addAll(new MoveTo(i * each, getHeight()), new VLineTo(getHeight() - height),
                        new HLineTo((i + 1) * each - gap), new VLineTo(getHeight()), new ClosePath());
            }
        }
        pointed.setVisible(at >= 0 && at < counts.length);
        pointed.setX(at * each);
        pointed.setWidth(each);
        pointed.setHeight(getHeight());
    }
}
