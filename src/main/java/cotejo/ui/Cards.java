package cotejo.ui;

import cotejo.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The cards that [ModalLayer] shows.
final class Cards {

    private Cards() {
    }

    static VBox card(String title, List<? extends Node> body, List<Button> buttons) {
        Label head = new Label(title);
        head.getStyleClass().add("card-title");
        head.setWrapText(true);
        HBox row = new HBox(8);
        row.setAlignment(Pos.CENTER_RIGHT);
        row.getStyleClass().add("card-buttons");
        row.getChildren().addAll(buttons);
        VBox card = new VBox(12);
        card.getChildren().add(head);
        card.getChildren().addAll(body);
        card.getChildren().add(row);
        card.setAccessibleText(title);
        return card;
    }

    static Label text(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(440);
        return label;
    }

    /// A title over long text that can be scrolled and copied.
    static void details(ModalLayer layer, String title, String text) {
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.setPrefSize(680, 320);
        area.setAccessibleText(title);
        area.getStyleClass().add("details-text");
        VBox.setVgrow(area, Priority.ALWAYS);
        Button copy = new Button(Texts.get("shell.details.copy"));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        Button close = new Button(Texts.get("shell.close"));
        close.setDefaultButton(true);
        close.setOnAction(event -> layer.close());
        layer.show(card(title, List.of(area), List.of(copy, close)), close, () -> { });
    }
}
