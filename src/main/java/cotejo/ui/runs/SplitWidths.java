package cotejo.ui.runs;

import cotejo.settings.SettingsStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Remembers how wide the folding parts are, in pixels, and which are folded away.
final class SplitWidths {

    static final String SIDE = "runs.side";
    static final String DETAILS = "runs.details";
    private static final String CURVES = "runs.curves";
    private static final String BESIDE = "runs.beside";
    private static final String FOLDED = ".folded";
    /// Below this width the outer parts leave more to the table than they would else.
    private static final double NARROW = 1100;

    enum Fold {
        OPEN,
        FOLDED
    }

    private final SettingsStore settings;
    private final SplitPane split;
    private final SplitPane middle;
    private final PauseTransition later = new PauseTransition(Duration.millis(400));
    private final InvalidationListener sized = any -> place();
    private final InvalidationListener moved = any -> later.playFromStart();
    private boolean placed;
    private Node side = new Region();
    private Node details = new Region();

    SplitWidths(SettingsStore settings, SplitPane split, SplitPane middle) {
        this.settings = settings;
        this.split = split;
        this.middle = middle;
        later.setOnFinished(event -> keep());
        split.widthProperty().addListener(sized);
        middle.heightProperty().addListener(sized);
    }

    private double of(String part, double otherwise) {
        return settings.get().layout().getOrDefault(part, otherwise);
    }

    boolean open(String part) {
        return of(part + FOLDED, part.equals(SIDE) ? 0 : 1) == 0;
    }

    void open(String part, Fold fold) {
        put(Map.of(part + FOLDED, fold == Fold.OPEN ? 0.0 : 1.0));
    }

    private void put(Map<String, Double> more) {
        settings.change(now -> {
            Map<String, Double> layout = new HashMap<>(now.layout());
            layout.putAll(more);
            return now.withLayout(layout);
        });
    }

    /// Places the dividers of what is shown now.
    void apply(Node left, Node right) {
        side = left;
        details = right;
        placed = false;
        place();
        for (SplitPane pane : List.of(split, middle)) {
            for (SplitPane.Divider divider : pane.getDividers()) {
                divider.positionProperty().removeListener(moved);
                divider.positionProperty().addListener(moved);
            }
        }
    }

    private void place() {
        double width = split.getWidth();
        if (placed || width <= 0) {
            return;
        }
        placed = middle.getHeight() > 0;
        int number = 0;
        if (split.getItems().contains(side)) {
            split.setDividerPosition(number++, Math.min(width < NARROW ? 0.2 : 0.4, of(SIDE, 230) / width));
        }
        if (split.getItems().contains(details)) {
            split.setDividerPosition(number, Math.max(width < NARROW ? 0.68 : 0.4, 1 - of(DETAILS, 360) / width));
        }
        if (middle.getItems().size() == 2) {
            middle.setDividerPosition(0, beside() ? of(BESIDE, 0.2) : of(CURVES, 0.5));
        }
    }

    /// Whether the charts stand beside a slim table rather than below it.
    private boolean beside() {
        return middle.getOrientation() == Orientation.HORIZONTAL;
    }

    private void keep() {
        Map<String, Double> now = new HashMap<>();
        if (split.getItems().contains(side) && side instanceof Region region && region.getWidth() > 40) {
            now.put(SIDE, region.getWidth());
        }
        if (split.getItems().contains(details) && details instanceof Region region && region.getWidth() > 40) {
            now.put(DETAILS, region.getWidth());
        }
        if (middle.getItems().size() == 2) {
            now.put(beside() ? BESIDE : CURVES, middle.getDividerPositions()[0]);
        }
        put(now);
    }

    void close() {
        later.stop();
        split.widthProperty().removeListener(sized);
        middle.heightProperty().removeListener(sized);
    }
}
