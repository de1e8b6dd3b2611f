package cotejo.ui.models;

import cotejo.text.Texts;
import cotejo.ui.Icons;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;

/// What the panel shows while there are no models to show.
final class PanelStates {

    private PanelStates() {
    }

    static Node loading() {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.setMaxSize(32, 32);
        wheel.setAccessibleText(Texts.get("models.loading"));
        return wheel;
    }

    static Node state(String icon, String head, String text, List<Button> buttons) {
        Label title = new Label(head);
        title.getStyleClass().add("page-title");
        Label words = new Label(text);
        words.setWrapText(true);
        words.setMaxWidth(460);
        words.getStyleClass().addAll("muted", "page-text");
        VBox box = new VBox(12, Icons.of(icon), title, words);
        box.getChildren().addAll(buttons);
        box.getStyleClass().add("page");
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
