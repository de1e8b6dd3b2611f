package cotejo.ui.curves;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/// Drags a chart out of the window as a picture, by its button or with Alt, which many desktops keep for moving
/// windows. A drag must have its file when it begins, and a file takes
/// time: it is made in the background from the press on, and the drag begins with the first movement after it is there.
final class DragOut {

    private final PanelView panel;
    private final Supplier<@Nullable Figures> figures;
    private @Nullable Path file;
    /// Counts presses, so that the file of an earlier one is not dragged.
    private long press;
    private boolean held;

    /// @param figures how charts leave the window; gives null where they cannot
    DragOut(PanelView panel, Supplier<@Nullable Figures> figures) {
        this.panel = panel;
        this.figures = figures;
    }

    void install() {
        panel.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        panel.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::move);
        panel.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> held = false);
        // Buttons keep mouse events from what they stand on.
        panel.addEventFilter(MouseEvent.DRAG_DETECTED, this::begin);
    }

    private void press(MouseEvent event) {
        Figures out = figures.get();
        file = null;
        press++;
        held = out != null && (event.isAltDown() || byButton(event)) && event.getButton() == MouseButton.PRIMARY;
        if (held && out != null) {
            event.setDragDetect(false);
            long of = press;
            out.prepare(panel, made -> {
                if (of == press) {
                    file = made;
                }
            });
        }
    }

    private boolean byButton(MouseEvent event) {
        Node at = event.getTarget() instanceof Node node ? node : null;
        while (at != null && !at.equals(panel.out())) {
            at = at.getParent();
        }
        return at != null;
    }

    private void move(MouseEvent event) {
        if (held) {
            event.setDragDetect(file != null);
        }
    }

    private void begin(MouseEvent event) {
        Path picture = file;
        if (held && picture != null) {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(picture.toFile()));
            panel.startDragAndDrop(TransferMode.COPY).setContent(content);
            event.consume();
        }
    }

    /// What would be dragged now; null while it is made.
    @Nullable Path file() {
        return file;
    }
}
