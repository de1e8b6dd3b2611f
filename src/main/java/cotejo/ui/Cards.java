package cotejo.ui;

import cotejo.text.Texts;
import java.nio.file.Path;
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
        show(layer, title, text, area(title, text));
    }

    /// A title over sentences, one a paragraph, that are read whole and can be copied.
    static void sentences(ModalLayer layer, String title, List<String> sentences) {
        String text = String.join("\n", sentences);
        TextArea area = area(title, String.join("\n\n", sentences));
        area.setWrapText(true);
        show(layer, title, text, area);
    }

    private static void show(ModalLayer layer, String title, String text, TextArea area) {
        Button close = close(layer);
        layer.show(card(title, List.of(area), List.of(copy("shell.details.copy", text), close)), close, () -> { });
    }

    /// Where the log lies, and how it ends.
    ///
    /// @param end its last lines; empty when nothing was logged
    static void log(ModalLayer layer, Path file, String end) {
        String title = Texts.get("shell.log.title");
        TextArea area = area(title, end.isEmpty() ? Texts.get("shell.log.empty") : end);
        area.positionCaret(area.getLength());
        Label where = text(Texts.get("shell.log.where", file.toString()));
        where.setMaxWidth(680);
        Button close = close(layer);
        layer.show(card(title, List.of(where, area), List.of(copy("shell.log.copyPath", file.toString()), close)),
                close, () -> { });
    }

    private static TextArea area(String title, String text) {
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.setPrefSize(680, 320);
        area.setAccessibleText(title);
        area.getStyleClass().add("details-text");
        VBox.setVgrow(area, Priority.ALWAYS);
        return area;
    }

    // texts: shell.details.copy, shell.log.copyPath
    private static Button copy(String key, String text) {
        Button copy = new Button(Texts.get(key));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        return copy;
    }

    private static Button close(ModalLayer layer) {
        Button close = new Button(Texts.get("shell.close"));
        close.setDefaultButton(true);
        close.setOnAction(event -> layer.close());
        return close;
    }
}
