package cotejo.ui.curves;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// Moving panels by their titles and making them larger by their corners.
final class PanelDrag {

    private static final double BEGIN = 6;

    private final BoardView board;
    private final CurvesViewModel model;
    private final Region mark = new Region();
    private double fromX;
    private double fromY;
    private boolean moving;

    PanelDrag(BoardView board, CurvesViewModel model) {
        this.board = board;
        this.model = model;
        mark.getStyleClass().add("curve-drop");
        mark.setManaged(false);
        mark.setMouseTransparent(true);
        mark.setVisible(false);
    }

    /// Where the panel would come to stand.
    Region mark() {
        return mark;
    }

    void install(PanelView panel) {
        panel.handle().addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        panel.handle().addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> dragged(panel, event));
        panel.handle().addEventHandler(MouseEvent.MOUSE_RELEASED, event -> dropped(panel, event));
        panel.handle().setCursor(Cursor.MOVE);
        panel.grip().addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        panel.grip().addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> sized(panel, event));
        panel.grip().addEventHandler(MouseEvent.MOUSE_RELEASED, event -> resized(panel, event));
    }

    private void pressed(MouseEvent event) {
        fromX = event.getSceneX();
        fromY = event.getSceneY();
        moving = false;
        event.consume();
    }

    private Point2D here(MouseEvent event) {
        return board.sceneToLocal(event.getSceneX(), event.getSceneY());
    }

    private void dragged(PanelView panel, MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || event.isAltDown() || model.actions().filtered()) {
            return;
        }
        moving = moving || Math.hypot(event.getSceneX() - fromX, event.getSceneY() - fromY) > BEGIN;
        if (moving) {
            Point2D at = here(event);
            panel.setOpacity(0.5);
            board.place(at.getX(), at.getY()).ifPresentOrElse(place -> {
                mark.resizeRelocate(place.x(), place.y(), 3, place.height());
                mark.setVisible(true);
                mark.toFront();
            }, () -> mark.setVisible(false));
        }
        event.consume();
    }

    private void dropped(PanelView panel, MouseEvent event) {
        panel.setOpacity(1);
        mark.setVisible(false);
        if (moving) {
            Point2D at = here(event);
            board.place(at.getX(), at.getY()).ifPresent(place ->
                    model.actions().move(panel.tile(), place.section(), place.before()));
        } else if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            board.maximise(panel.tile());
        }
        moving = false;
        event.consume();
    }

    private Span span(PanelView panel, MouseEvent event) {
        Span now = model.actions().span(panel.tile());
        BoardPlan plan = board.plan();
        return new Span(now.columns() + (int) Math.round((event.getSceneX() - fromX) / plan.cellWidth()),
                now.rows() + (int) Math.round((event.getSceneY() - fromY) / plan.cellHeight()));
    }

    private void sized(PanelView panel, MouseEvent event) {
        Span wanted = span(panel, event);
        BoardPlan plan = board.plan();
        double gap = BoardPlan.GAP;
        mark.resizeRelocate(panel.getLayoutX(), panel.getLayoutY(), wanted.columns() * (plan.cellWidth() + gap) - gap,
                wanted.rows() * (plan.cellHeight() + gap) - gap);
        mark.setVisible(true);
        mark.toFront();
        event.consume();
    }

    private void resized(PanelView panel, MouseEvent event) {
        mark.setVisible(false);
        model.actions().resize(panel.tile(), span(panel, event));
        event.consume();
    }
}
