package cotejo.ui;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// Files that are dragged in a window without a display. Beginning to drag with the mouse is the only way to a board of
/// dragged files; the platform cannot carry them itself, so they are let go of at once, and the board is emptied before
/// it would try.
public final class Dragged implements AutoCloseable {

    private final Stage stage = new Stage();
    private final StackPane from = new StackPane();

    /// Shows a node in a window. Call it within [Fx#run].
    public Dragged(Node node) {
        from.setMinSize(100, 40);
        from.setStyle("-fx-background-color: gray");
        BorderPane both = new BorderPane(node);
        both.setTop(from);
        stage.setScene(new Scene(both, 900, 700));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        Fx.lay(stage.getScene());
    }

    /// Lets go of files over the middle of a node. Call it within [Fx#run].
    public void drop(List<Path> files, Node onto) {
        from.setOnDragDetected(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(files.stream().map(Path::toFile).toList());
            Dragboard board = from.startDragAndDrop(TransferMode.COPY);
            board.setContent(content);
            Bounds place = onto.localToScene(onto.getBoundsInLocal());
            double x = place.getCenterX();
            double y = place.getCenterY();
            Event.fireEvent(onto, new DragEvent(onto, onto, DragEvent.DRAG_DROPPED, board, x, y, x, y,
                    TransferMode.COPY, from, onto, new PickResult(onto, x, y)));
            board.clear();
            event.consume();
        });
        Bounds place = from.localToScreen(from.getBoundsInLocal());
        Point2D at = new Point2D(place.getCenterX(), place.getCenterY());
        Robot robot = new Robot();
        robot.mouseMove(at);
        robot.mousePress(MouseButton.PRIMARY);
        robot.mouseMove(at.add(20, 5));
        robot.mouseMove(at.add(40, 5));
        robot.mouseRelease(MouseButton.PRIMARY);
    }

    @Override
    public void close() throws Exception {
        Fx.run(() -> {
            stage.close();
            letGo();
            return 0;
        });
    }

    /// Dragging ends when the platform says so, and this one never does: the clipboard would show the board of dragged
    /// files to every test that comes after.
    private static void letGo() throws ReflectiveOperationException {
        Method release = Class.forName("com.sun.javafx.tk.quantum.QuantumClipboard")
                .getDeclaredMethod("releaseCurrentDragboard");
        release.setAccessible(true);
        release.invoke(null);
    }
}
