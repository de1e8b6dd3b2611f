package cotejo.ui.imports;

import cotejo.text.Texts;
import cotejo.ui.Icons;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What lies over the window while something is dragged across it, and says what dropping will do.
public final class DropZone extends StackPane {

    private final Consumer<List<Path>> dropped;

    /// @param dropped told what was dropped, on the FX thread
    public DropZone(Consumer<List<Path>> dropped) {
        this.dropped = dropped;
        getStyleClass().add("drop-zone");
        Label head = new Label(Texts.get("shell.drop.title"), Icons.of("fth-download"));
        head.getStyleClass().add("drop-title");
        Label sense = new Label(Texts.get("shell.drop.sense"));
        Label kinds = new Label(Texts.get("shell.drop.kinds"));
        kinds.getStyleClass().add("muted");
        VBox words = new VBox(8, head, sense, kinds);
        words.getStyleClass().add("drop-card");
        words.setAlignment(Pos.CENTER);
        words.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(words);
        setMouseTransparent(true);
        setVisible(false);
    }

    /// Watches for things dragged over a node, usually the whole window.
    public void watch(Node node) {
        // Where a panel takes what is dragged, this is not for it: the panel says what dropping does there.
        node.addEventFilter(DragEvent.DRAG_OVER, event -> setVisible(false));
        node.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (takes(event.getDragboard())) {
                event.acceptTransferModes(TransferMode.COPY);
                setVisible(true);
                event.consume();
            }
        });
        node.addEventHandler(DragEvent.DRAG_EXITED_TARGET, event -> {
            if (node.equals(event.getTarget())) {
                setVisible(false);
            }
        });
        node.addEventHandler(DragEvent.DRAG_EXITED, event -> setVisible(false));
        node.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            setVisible(false);
            List<Path> paths = paths(event.getDragboard());
            event.setDropCompleted(!paths.isEmpty());
            event.consume();
            if (!paths.isEmpty()) {
                dropped.accept(paths);
            }
        });
    }

    private static boolean takes(Dragboard board) {
        return board.hasFiles() || board.hasString() && !PathText.read(board.getString()).isEmpty();
    }

    private static List<Path> paths(Dragboard board) {
        return board.hasFiles() ? board.getFiles().stream().map(File::toPath).toList()
                : PathText.read(board.hasString() ? board.getString() : "");
    }
}
