package cotejo.ui.runs;

import cotejo.model.Run;
import cotejo.query.RunRow;
import cotejo.text.Texts;
import cotejo.ui.details.Attaching;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;

/// Files dropped on the line of a run are attached to it; anywhere else in the table the window takes them.
final class GridDrop {

    private final RunGrid grid;
    private final Attaching attaching;
    private final Label promise = new Label();

    GridDrop(RunGrid grid, Region body, Attaching attaching) {
        this.grid = grid;
        this.attaching = attaching;
        promise.getStyleClass().addAll("floating-card", "attach-promise");
        promise.setMouseTransparent(true);
        promise.setManaged(false);
        promise.setVisible(false);
        body.addEventHandler(DragEvent.DRAG_OVER, this::over);
        body.addEventHandler(DragEvent.DRAG_EXITED, event -> leave());
        body.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    /// Says what dropping would do; lies over the table.
    Label promise() {
        return promise;
    }

    private Optional<Run> at(DragEvent event) {
        int line = event.getDragboard().hasFiles() ? grid.lineAt(event.getY()) : -1;
        return line >= 0 && grid.listing().rows().get(line) instanceof RunRow.Leaf leaf
                ? Optional.of(grid.listing().frame().run(leaf.row())) : Optional.empty();
    }

    private void over(DragEvent event) {
        Optional<Run> run = at(event);
        if (run.isEmpty()) {
            leave();
            return;
        }
        event.acceptTransferModes(TransferMode.COPY);
        event.consume();
        grid.linked().hovered().set(run.get().key());
        promise.setText(Texts.get("details.attach.drop", run.get().name()));
        promise.setVisible(true);
        promise.autosize();
        double y = grid.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
        double x = grid.sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
        promise.relocate(Math.max(4, Math.min(x + 16, grid.getWidth() - promise.getWidth() - 4)),
                y + promise.getHeight() + 24 < grid.getHeight() ? y + 20 : y - promise.getHeight() - 8);
    }

    private void leave() {
        promise.setVisible(false);
        grid.linked().hovered().set(null);
    }

    private void dropped(DragEvent event) {
        promise.setVisible(false);
        at(event).ifPresent(run -> {
            attaching.drop(grid, run, event.getDragboard().getFiles());
            event.setDropCompleted(true);
            event.consume();
        });
    }
}
