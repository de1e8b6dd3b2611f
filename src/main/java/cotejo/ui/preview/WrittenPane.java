package cotejo.ui.preview;

import cotejo.text.Texts;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// What a text means, or the text itself: a switch above chooses.
final class WrittenPane extends BorderPane {

    private final Node meant;
    private final Supplier<Node> source;
    private @Nullable Node text;

    /// @param source made when it is first asked for
    WrittenPane(Node meant, Supplier<Node> source) {
        this.meant = meant;
        this.source = source;
        ToggleButton first = new ToggleButton(Texts.get("preview.shown"));
        ToggleButton second = new ToggleButton(Texts.get("preview.source"));
        first.getStyleClass().addAll("left-pill", "small");
        second.getStyleClass().addAll("right-pill", "small");
        ToggleGroup group = new ToggleGroup();
        group.getToggles().setAll(first, second);
        first.setSelected(true);
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            } else {
                setCenter(second.isSelected() ? source() : this.meant);
            }
        });
        HBox choice = new HBox(first, second);
        choice.setAlignment(Pos.CENTER_LEFT);
        choice.getStyleClass().add("preview-bar");
        setTop(choice);
        setCenter(meant);
    }

    /// What is shown at first.
    Node meant() {
        return meant;
    }

    private Node source() {
        Node made = text;
        if (made == null) {
            made = source.get();
            text = made;
        }
        return made;
    }
}
