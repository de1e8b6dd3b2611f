package cotejo.ui.plots;

import cotejo.chart.plot.Hits;
import cotejo.chart.plot.PlotPicture;
import cotejo.chart.plot.StrandHits;
import cotejo.chart.plot.ZoomAxes;
import java.awt.Shape;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Keys on a chart of runs: arrows go from run to run, from left to right; Enter or Space selects the run that is
/// meant, with Shift or Ctrl besides what is selected; Escape lets go. On parallel axes, left and right go from axis to
/// axis, with Ctrl they move it, up and down go from run to run along it, Home and End lead to its ends. Plus and minus
/// zoom, 0 shows everything, Z lets drags zoom or select.
final class PlotKeys {

    /// With others Ctrl means something to the window, such as Ctrl+Z.
    private static final Set<KeyCode> WITH_CONTROL = EnumSet.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.ENTER,
            KeyCode.SPACE);

    private final PlotViewModel model;
    private final PlotView view;
    private final Overlay overlay;

    PlotKeys(PlotViewModel model, PlotView view, Overlay overlay) {
        this.model = model;
        this.view = view;
        this.overlay = overlay;
    }

    void install() {
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        view.focusedProperty().addListener((focus, before, now) -> {
            if (!now) {
                overlay.lane(-1);
                view.read(null, 0, 0);
            }
        });
    }

    private void key(KeyEvent event) {
        @Nullable PlotPicture picture = model.picture();
        boolean menu = (event.isShortcutDown() || event.isAltDown()) && !WITH_CONTROL.contains(event.getCode());
        if (picture == null || menu) {
            return;
        }
        @Nullable StrandHits strands = picture.hits() instanceof StrandHits found ? found : null;
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> across(picture, strands, -1, event.isShortcutDown());
            case RIGHT -> across(picture, strands, 1, event.isShortcutDown());
            case UP -> step(picture, -1);
            case DOWN -> step(picture, 1);
            case HOME -> go(picture, order(picture), 0);
            case END -> go(picture, order(picture), Integer.MAX_VALUE);
            case PLUS, ADD, EQUALS -> zoom(picture, PlotGestures.CLOSER);
            case MINUS, SUBTRACT -> zoom(picture, 1 / PlotGestures.CLOSER);
            case DIGIT0, NUMPAD0 -> model.zoom().reset(model.spec());
            case Z -> model.drag().set(model.drag().get().other());
            case ENTER, SPACE -> select(event);
            case ESCAPE -> {
                known = !model.linked().selected().get().isEmpty() || overlay.lane() >= 0;
                overlay.lane(-1);
                model.clear();
            }
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    /// Zooms around the middle.
    private void zoom(PlotPicture picture, double factor) {
        ZoomAxes axes = picture.zoom();
        if (axes != null) {
            model.zoom().begin();
            model.zoom().at(picture, axes.area().getCenterX(), axes.area().getCenterY(), factor);
            model.zoom().rest();
        }
    }

    private void across(PlotPicture picture, @Nullable StrandHits strands, int by, boolean move) {
        if (strands == null) {
            step(picture, by);
            return;
        }
        int last = strands.lanes().size() - 1;
        int lane = Math.clamp(overlay.lane(), -1, last);
        int to = Math.clamp(lane < 0 ? by > 0 ? 0 : last : lane + by, 0, last);
        if (move && lane >= 0 && to != lane) {
            model.change(Reorder.move(model.spec(), strands.lanes(), lane, to));
        }
        overlay.lane(to);
        view.setAccessibleText(strands.lanes().get(move && lane >= 0 ? lane : to).name());
    }

    /// The runs that are drawn, in the order keys go through them.
    private List<Integer> order(PlotPicture picture) {
        Hits hits = picture.hits();
        int lane = overlay.lane();
        Comparator<Integer> order = hits instanceof StrandHits strands
                ? Comparator.comparingDouble(run -> strands.heightOf(Math.max(0, lane), run))
                : Comparator.comparingDouble(run -> left(hits.outline(run)));
        return IntStream.range(0, picture.plot().size()).filter(run -> hits.outline(run) != null).boxed()
                .sorted(order.thenComparing(Comparator.naturalOrder())).toList();
    }

    private static double left(@Nullable Shape outline) {
        return outline == null ? 0 : outline.getBounds2D().getCenterX();
    }

    private void step(PlotPicture picture, int by) {
        List<Integer> order = order(picture);
        int at = order.indexOf(model.hovered());
        go(picture, order, at < 0 ? by > 0 ? 0 : order.size() - 1 : at + by);
    }

    private void go(PlotPicture picture, List<Integer> order, int wanted) {
        if (order.isEmpty()) {
            return;
        }
        int run = order.get(Math.clamp(wanted, 0, order.size() - 1));
        model.linked().hovered().set(picture.plot().key(run));
        @Nullable Shape outline = picture.hits().outline(run);
        if (outline != null) {
            view.read(new Hits.Found(List.of(run), List.of()), outline.getBounds2D().getCenterX(),
                    outline.getBounds2D().getCenterY());
        }
    }

    private void select(KeyEvent event) {
        int run = model.hovered();
        if (run >= 0) {
            model.select(new Hits.Found(List.of(run), List.of()), event.isShortcutDown() || event.isShiftDown()
                    ? PlotViewModel.Joining.TOGGLE : PlotViewModel.Joining.INSTEAD);
        }
    }
}
