package cotejo.ui.preview;

import cotejo.model.Problem;
import cotejo.preview.Preview;
import cotejo.preview.TerminalCodes;
import cotejo.preview.TextFile;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.BrowseEvent;
import cotejo.ui.Tip;
import cotejo.work.Latest;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// A text of any length: its beginning, its end, and the lines that contain something.
final class TextPane extends BorderPane {

    private final TextFile file;
    private final Preview.Language language;
    private final Latest latest;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ListView<Line> list = new ListView<>(lines);
    private final Label said = new Label();
    private final ToggleButton tail = new ToggleButton(Texts.get("preview.text.tail"));

    /// A line with its number, or 0 where it is not known.
    private record Line(long number, String text) {
    }

    TextPane(Preview.Text text, Executor background, Executor front) {
        this.file = text.file();
        this.language = text.language();
        this.latest = new Latest(background, front);
        list.getStyleClass().addAll("preview-text", "edge-to-edge");
        list.setFixedCellSize(18);
        list.setCellFactory(view -> new LineCell());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        list.setAccessibleText(file.path().getFileName().toString());
        setTop(bar());
        setCenter(list);
        said.getStyleClass().addAll("text-muted", "text-small", "preview-bar");
        said.setMinWidth(0);
        setBottom(said);
        reload("");
    }

    private HBox bar() {
        TextField search = new TextField();
        search.setPromptText(Texts.get("preview.text.search"));
        search.setAccessibleText(Texts.get("preview.text.search"));
        search.setMinWidth(60);
        HBox.setHgrow(search, Priority.ALWAYS);
        search.textProperty().subscribe(this::reload);
        ToggleButton head = new ToggleButton(Texts.get("preview.text.head"));
        ToggleGroup ends = new ToggleGroup();
        ends.getToggles().setAll(head, tail);
        head.setSelected(true);
        head.getStyleClass().add("left-pill");
        tail.getStyleClass().add("right-pill");
        ends.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            } else {
                reload(search.getText());
            }
        });
        HBox choice = new HBox(head, tail);
        boolean isLong = file.bytes() > TextFile.SHOWN;
        choice.setVisible(isLong);
        choice.setManaged(isLong);
        choice.setMinWidth(Region.USE_PREF_SIZE);
        HBox bar = new HBox(8, search, choice);
        if (language == Preview.Language.HTML) {
            bar.getChildren().add(browser());
        }
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("preview-bar");
        return bar;
    }

    /// Only a click brings a page to the browser, which runs what is in it.
    private Button browser() {
        Button button = new Button(Texts.get("preview.text.browser"), new FontIcon("fth-external-link"));
        Tip.on(button, Texts.get("preview.text.browser.hint"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> fireEvent(new BrowseEvent(file.path())));
        return button;
    }

    private void reload(String wanted) {
        boolean fromEnd = tail.isSelected();
        latest.submit(cancel -> {
            if (!wanted.isBlank()) {
                return file.search(wanted, cancel).stream().map(found -> new Line(found.number(), found.line()))
                        .toList();
            }
            TextFile.Lines read = fromEnd ? file.tail() : file.head();
            return java.util.stream.IntStream.range(0, read.lines().size())
                    .mapToObj(i -> new Line(read.first() == 0 ? 0 : read.first() + i, read.lines().get(i))).toList();
        }, found -> {
            show(found, wanted);
            list.scrollTo(fromEnd && wanted.isBlank() ? Math.max(0, found.size() - 1) : 0);
        }, failure -> said.setText(Problem.describe(failure)));
    }

    private void show(List<Line> found, String wanted) {
        lines.setAll(found);
        String size = Figures.bytes(file.bytes());
        if (!wanted.isBlank()) {
            boolean many = found.size() >= TextFile.MOST_FOUND;
            said.setText(Texts.get(many ? "preview.text.foundMany" : "preview.text.found", found.size()));
        } else if (file.bytes() > TextFile.SHOWN) {
            said.setText(Texts.get(tail.isSelected() ? "preview.text.end" : "preview.text.start",
                    Figures.count(found.size()), size));
        } else {
            said.setText(Texts.get("preview.text.all", found.size(), size, file.encoding()));
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            ClipboardContent content = new ClipboardContent();
            content.putString(String.join("\n", list.getSelectionModel().getSelectedItems().stream().map(Line::text)
                    .toList()));
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        }
    }

    /// A line with its number to the left.
    private static final class LineCell extends ListCell<Line> {
        private final Label number = new Label();
        private final Label text = new Label();
        private final HBox box = new HBox(12, number, text);

        LineCell() {
            getStyleClass().add("preview-line");
            number.getStyleClass().add("preview-number");
            number.setMinWidth(44);
            number.setAlignment(Pos.CENTER_RIGHT);
            text.setMinWidth(Region.USE_PREF_SIZE);
            box.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            number.setText(line.number() > 0 ? Long.toString(line.number()) : "");
            text.setText(TerminalCodes.without(line.text()).replace("\t", "    "));
            setGraphic(box);
        }
    }
}
