package cotejo.ui.runs;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import cotejo.model.RunFrame;
import cotejo.model.TextColumn;
import cotejo.query.ColumnRef;
import cotejo.query.RunAttribute;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Chooses what the table is grouped by, level by level, in the order in which they are clicked.
final class GroupChooser extends VBox {

    private static final List<RunAttribute> ATTRIBUTES = List.of(RunAttribute.STATUS, RunAttribute.USER,
            RunAttribute.EXPERIMENT);

    private final RunsViewModel model;
    private final CustomTextField search = new CustomTextField();
    private final ListView<ColumnRef> list = new ListView<>();

    GroupChooser(RunsViewModel model) {
        this.model = model;
        getStyleClass().add("run-popover");
        search.setPromptText(Texts.get("runs.group.search"));
        search.setAccessibleText(Texts.get("runs.group.search"));
        search.setLeft(new FontIcon("fth-search"));
        search.textProperty().addListener((property, before, now) -> fill());
        list.setCellFactory(view -> new Cell());
        list.setFixedCellSize(28);
        list.setPrefSize(320, 300);
        list.getStyleClass().add("run-choices");
        list.setAccessibleText(Texts.get("runs.group.title"));
        list.setOnMouseClicked(event -> flip());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                flip();
                event.consume();
            }
        });
        ColumnList.follow(search, list, this::flip);
        Button none = new Button(Texts.get("runs.group.none"));
        none.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        none.setOnAction(event -> {
            model.change(state -> state.withGroupBy(List.of()));
            list.refresh();
        });
        HBox foot = new HBox(none);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(search, list, foot);
        // The frame is shown first, then what is in it.
        model.context().front().execute(this::fill);
    }

    private void fill() {
        RunFrame frame = model.listing().get().frame();
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        List<ColumnRef> all = new ArrayList<>();
        ATTRIBUTES.forEach(attribute -> all.add(ColumnRef.attribute(attribute)));
        frame.paramKeys().forEach(key -> all.add(new ColumnRef.Param(key)));
        frame.tagKeys().stream().filter(key -> !key.startsWith("mlflow.") || useful(frame, key))
                .forEach(key -> all.add(new ColumnRef.Tag(key)));
        list.getItems().setAll(all.stream().filter(ref -> ColumnHead.of(ref).title().toLowerCase(Locale.ROOT)
                .contains(wanted)).toList());
    }

    private static boolean useful(RunFrame frame, String tag) {
        TextColumn column = frame.tag(tag);
        return column != null && column.values().size() > 1 && column.values().size() < column.present();
    }

    private void flip() {
        ColumnRef ref = list.getSelectionModel().getSelectedItem();
        if (ref != null) {
            model.change(state -> {
                List<ColumnRef> levels = new ArrayList<>(state.groupBy());
                if (!levels.remove(ref)) {
                    levels.add(ref);
                }
                return state.withGroupBy(levels);
            });
            list.refresh();
        }
    }

    private final class Cell extends ListCell<ColumnRef> {
        private final ColumnList.Line line = new ColumnList.Line();
        private final Label level = new Label();

        Cell() {
            level.getStyleClass().add("run-level");
            level.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(level);
        }

        @Override
        protected void updateItem(ColumnRef ref, boolean empty) {
            super.updateItem(ref, empty);
            boolean none = empty || ref == null;
            setGraphic(none ? null : line);
            if (!none) {
                int at = model.state().get().groupBy().indexOf(ref);
                line.show(ref, this);
                level.setText(at < 0 ? "" : Integer.toString(at + 1));
                level.setVisible(at >= 0);
                setAccessibleText(line.words() + (at < 0 ? "" : ", " + Texts.get("runs.group.level", at + 1)));
            }
        }
    }
}
