package cotejo.ui.models;

import cotejo.text.Texts;
import cotejo.ui.Icons;
import cotejo.ui.preview.MarkdownView;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Writes several lines: Markdown, with what it looks like beside it, or plain text.
final class WordsSheet extends VBox {

    /// What the lines are.
    enum Kind {
        MARKDOWN, PLAIN
    }

    private static final int LONGEST_SHOWN = 100_000;

    private final TextArea text;
    private final ScrollPane shown = new ScrollPane();

    WordsSheet(String title, Kind kind, String before, Consumer<String> done, Runnable close) {
        super(12);
        getStyleClass().addAll("floating-card", kind == Kind.MARKDOWN ? "words-sheet" : "plain-sheet");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label head = new Label(title);
        head.getStyleClass().add("card-title");
        head.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(8, head, gap, Icons.button("fth-x", Texts.get("models.close"), close));
        top.setAlignment(Pos.CENTER_LEFT);
        text = new TextArea(before);
        text.setWrapText(true);
        text.setAccessibleText(title);
        if (kind == Kind.PLAIN) {
            text.setPrefRowCount(4);
            Sheets.tabLeadsOn(text);
            VBox.setVgrow(text, Priority.ALWAYS);
            getChildren().setAll(top, text, buttons(done, close));
            return;
        }
        getChildren().setAll(top, beside(), buttons(done, close));
        show(before);
    }

    private Node beside() {
        text.setPrefRowCount(14);
        text.textProperty().addListener((property, last, now) -> show(now));
        shown.setFitToWidth(true);
        shown.getStyleClass().addAll("edge-to-edge", "words-shown");
        SplitPane both = new SplitPane(text, shown);
        both.setDividerPositions(0.5);
        VBox.setVgrow(both, Priority.ALWAYS);
        return both;
    }

    Node first() {
        return text;
    }

    private void show(String words) {
        String some = words.length() > LONGEST_SHOWN ? words.substring(0, LONGEST_SHOWN) : words;
        if (some.isBlank()) {
            Label hint = new Label(Texts.get("models.words.hint"));
            hint.getStyleClass().add("muted");
            hint.setWrapText(true);
            shown.setContent(hint);
        } else {
            shown.setContent(new MarkdownView(some));
        }
    }

    private Node buttons(Consumer<String> done, Runnable close) {
        Button cancel = new Button(Texts.get("models.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> close.run());
        Button save = new Button(Texts.get("models.words.save"));
        save.getStyleClass().add("accent");
        save.setOnAction(event -> {
            String words = text.getText().strip();
            close.run();
            done.accept(words);
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, gap, cancel, save);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
