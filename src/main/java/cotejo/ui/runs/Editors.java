package cotejo.ui.runs;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import cotejo.model.Experiment;
import cotejo.model.RunFrame;
import cotejo.model.TextColumn;
import cotejo.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// The small forms in which tags, notes and the experiment of runs are changed. They open beside the table and lock
/// nothing.
final class Editors {

    private static final double EDGE = 8;

    private final RunsViewModel model;
    private final Node owner;
    private final Popover popover = new Popover();

    /// What a click beside the form still does. A long text is not lost by one; Escape is the way to drop it.
    private Runnable unsaved = () -> { };

    /// @param owner a node that a click on does not close the forms; not the table
    Editors(RunsViewModel model, Node owner) {
        this.model = model;
        this.owner = owner;
        popover.setDetachable(false);
        popover.setArrowSize(0);
        popover.setHeaderAlwaysVisible(false);
        popover.setOnHidden(event -> {
            Runnable kept = unsaved;
            unsaved = () -> { };
            kept.run();
        });
    }

    /// Opens beside the line the keyboard stands on, and within the window.
    private void open(VBox form, RunGrid grid) {
        form.getStyleClass().add("run-popover");
        // Lists and combo boxes keep the key for themselves.
        form.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                unsaved = () -> { };
                popover.hide();
                event.consume();
            }
        });
        unsaved = () -> { };
        popover.setContentNode(form);
        Point2D beside = grid.besideLead();
        popover.show(owner, beside.getX(), beside.getY());
        Window window = grid.getScene().getWindow();
        double right = window.getX() + window.getWidth() - EDGE;
        double bottom = window.getY() + window.getHeight() - EDGE;
        popover.setX(Math.max(window.getX(), Math.min(popover.getX(), right - popover.getWidth())));
        popover.setY(Math.max(window.getY(), Math.min(popover.getY(), bottom - popover.getHeight())));
    }

    void close() {
        popover.hide();
    }

    private static Label title(String key, Set<Long> runs) {
        Label title = new Label(Texts.get(key, runs.size()));
        title.getStyleClass().add("run-facet-title");
        return title;
    }

    private Button done(String key, Runnable action) {
        Button button = new Button(Texts.get(key));
        button.getStyleClass().addAll(Styles.ACCENT, Styles.SMALL);
        button.setOnAction(event -> {
            action.run();
            popover.hide();
        });
        return button;
    }

    /// Adds a tag, or takes one away.
    void tags(RunGrid grid) {
        Set<Long> runs = model.changed();
        RunFrame frame = model.listing().get().frame();
        ComboBox<String> key = new ComboBox<>();
        key.setEditable(true);
        key.getItems().setAll(frame.tagKeys().stream().filter(tag -> !tag.startsWith("mlflow.")).toList());
        key.setPromptText(Texts.get("runs.tags.key"));
        key.setAccessibleText(Texts.get("runs.tags.key"));
        key.setMaxWidth(Double.MAX_VALUE);
        TextField value = new TextField();
        value.setPromptText(Texts.get("runs.tags.value"));
        value.setAccessibleText(Texts.get("runs.tags.value"));
        VBox present = new VBox(2);
        for (String tag : tagsOf(runs, frame)) {
            Button remove = new Button(Texts.get("runs.tags.remove", tag));
            remove.setMnemonicParsing(false);
            remove.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
            remove.setOnAction(event -> {
                model.edits().removeTag(runs, tag);
                popover.hide();
            });
            present.getChildren().add(remove);
        }
        Button add = done("runs.tags.add", () -> {
            String name = key.getEditor().getText().strip();
            if (!name.isEmpty()) {
                model.edits().tag(runs, name, value.getText());
            }
        });
        add.disableProperty().bind(key.getEditor().textProperty().map(String::isBlank));
        value.setOnAction(event -> add.fire());
        HBox foot = new HBox(add);
        foot.setAlignment(Pos.CENTER_RIGHT);
        VBox form = new VBox(8, title("runs.tags.title", runs), key, value, foot);
        if (!present.getChildren().isEmpty()) {
            form.getChildren().add(present);
        }
        form.setPrefWidth(320);
        open(form, grid);
        key.requestFocus();
    }

    private static List<String> tagsOf(Set<Long> runs, RunFrame frame) {
        Set<String> found = new TreeSet<>();
        for (String tag : frame.tagKeys()) {
            TextColumn column = frame.tag(tag);
            boolean has = column != null && !tag.startsWith("mlflow.") && runs.stream()
                    .anyMatch(key -> frame.row(key) >= 0 && column.code(frame.row(key)) >= 0);
            if (has) {
                found.add(tag);
            }
        }
        return found.stream().limit(12).toList();
    }

    /// Writes a note in Markdown.
    void note(RunGrid grid) {
        Set<Long> runs = model.changed();
        RunFrame frame = model.listing().get().frame();
        TextColumn notes = frame.tag(GridColumn.NOTE_TAG);
        String before = "";
        if (notes != null && runs.size() == 1) {
            int row = frame.row(runs.iterator().next());
            String known = row < 0 ? null : notes.value(row);
            before = known == null ? "" : known;
        }
        TextArea area = new TextArea(before);
        area.setPromptText(Texts.get("runs.note.prompt"));
        area.setAccessibleText(Texts.get("runs.note.name"));
        area.setWrapText(true);
        area.setPrefSize(420, 220);
        Button save = done("runs.note.save", () -> {
            unsaved = () -> { };
            model.edits().note(runs, area.getText());
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                save.fire();
            } else if (event.getCode() == KeyCode.TAB) {
                save.requestFocus();
                event.consume();
            }
        });
        HBox foot = new HBox(save);
        foot.setAlignment(Pos.CENTER_RIGHT);
        String old = before;
        open(new VBox(8, title("runs.note.title", runs), area, foot), grid);
        unsaved = () -> {
            if (!area.getText().equals(old)) {
                model.edits().note(runs, area.getText());
            }
        };
        area.requestFocus();
    }

    /// Chooses another experiment.
    void move(RunGrid grid) {
        Set<Long> runs = model.changed();
        List<MoveTarget> all = MoveTarget.of(runs, model.listing().get().frame(), model.sidebar().get());
        TextField search = new TextField();
        search.setPromptText(Texts.get("runs.side.search"));
        search.setAccessibleText(Texts.get("runs.side.search"));
        ListView<MoveTarget> list = experiments(all);
        search.textProperty().addListener((property, was, now) -> {
            list.getItems().setAll(all.stream()
                    .filter(e -> e.words().toLowerCase(Locale.ROOT).contains(now.toLowerCase(Locale.ROOT))).toList());
            list.getSelectionModel().selectFirst();
        });
        Button move = done("runs.move.action", () -> {
            Experiment target = list.getSelectionModel().getSelectedItem().experiment();
            model.edits().moveTo(runs, target.key(), target.name());
        });
        move.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        search.setOnAction(event -> move.fire());
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                list.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                move.fire();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                move.fire();
            }
        });
        HBox foot = new HBox(move);
        foot.setAlignment(Pos.CENTER_RIGHT);
        open(new VBox(8, title("runs.move.title", runs), search, list, foot), grid);
        search.requestFocus();
    }

    private static ListView<MoveTarget> experiments(List<MoveTarget> all) {
        ListView<MoveTarget> list = new ListView<>();
        list.setFixedCellSize(28);
        list.setPrefSize(320, 240);
        list.getStyleClass().add("run-choices");
        list.setAccessibleText(Texts.get("runs.move.name"));
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(MoveTarget item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? "" : item.words());
            }
        });
        list.getItems().setAll(all);
        return list;
    }
}
