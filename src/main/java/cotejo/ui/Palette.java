package cotejo.ui;

import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All commands by their names: type some letters, press Enter.
final class Palette extends VBox {

    /// A line of the palette.
    record Line(String text, String icon, @Nullable KeyCombination keys, Runnable action) {
    }

    private final TextField field = new TextField();
    private final ObservableList<Line> shown = FXCollections.observableArrayList();
    private final ListView<Line> list = new ListView<>(shown);
    private final List<Line> lines;
    private final Runnable close;

    Palette(List<Line> lines, Runnable close) {
        super(8);
        this.lines = lines;
        this.close = close;
        getStyleClass().add("palette");
        field.setPromptText(Texts.get("shell.palette.prompt"));
        field.setAccessibleText(Texts.get("shell.palette.prompt"));
        field.textProperty().addListener((value, before, now) -> filter(now));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        list.setAccessibleText(Texts.get("shell.palette.list"));
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new LineCell());
        list.setOnMouseClicked(event -> run());
        list.setPrefSize(520, 360);
        list.setPlaceholder(new Label(Texts.get("shell.palette.none")));
        getChildren().addAll(field, list);
        filter("");
    }

    Node focus() {
        return field;
    }

    void filter(String text) {
        List<Line> fit = new ArrayList<>();
        String[] words = text.toLowerCase(Locale.ROOT).strip().split("\\s+", -1);
        for (Line line : lines) {
            String name = line.text().toLowerCase(Locale.ROOT);
            boolean all = true;
            for (String word : words) {
                all &= name.contains(word);
            }
            if (all) {
                fit.add(line);
            }
        }
        shown.setAll(fit);
        list.getSelectionModel().selectFirst();
    }

    List<String> shown() {
        return shown.stream().map(Line::text).toList();
    }

    private void steer(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> move(event, Math.min(at + 1, shown.size() - 1));
            case UP -> move(event, Math.max(at - 1, 0));
            case ENTER -> {
                event.consume();
                run();
            }
            default -> { }
        }
    }

    private void move(KeyEvent event, int to) {
        event.consume();
        list.getSelectionModel().select(to);
        list.scrollTo(Math.max(0, to - 4));
    }

    private void run() {
        @Nullable Line line = list.getSelectionModel().getSelectedItem();
        if (line != null) {
            close.run();
            line.action().run();
        }
    }

    private static final class LineCell extends ListCell<Line> {
        private final Label name = new Label();
        private final Label keys = new Label();
        private final HBox row = new HBox(10);

        LineCell() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            keys.getStyleClass().add("keys");
            row.setAlignment(Pos.CENTER_LEFT);
            row.getChildren().addAll(name, gap, keys);
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            name.setText(line.text());
            name.setGraphic(Icons.of(line.icon()));
            name.setGraphicTextGap(10);
            keys.setText(line.keys() == null ? "" : line.keys().getDisplayText());
            setGraphic(row);
        }
    }
}
