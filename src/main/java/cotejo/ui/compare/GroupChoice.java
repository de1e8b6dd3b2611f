package cotejo.ui.compare;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import cotejo.compare.ComparedRun;
import cotejo.compare.Comparison;
import cotejo.compare.Groups;
import cotejo.compare.PickedGroups;
import cotejo.export.RunLabels;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Which two groups of runs are asked about: offered ones, or runs picked one by one.
final class GroupChoice extends HBox {

    private record Pick(long key, String name) {
    }

    private final CompareViewModel model;
    private final ComboBox<Groups> groups = new ComboBox<>();
    private final Popover popover = new Popover();
    private Comparison comparison = new Comparison(List.of(), -1, List.of());

    GroupChoice(CompareViewModel model) {
        super(8);
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        groups.setMaxWidth(480);
        groups.setMinWidth(120);
        Button pick = new Button(Texts.get("compare.groups.pick"), new FontIcon("fth-users"));
        pick.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        pick.setMinWidth(Region.USE_PREF_SIZE);
        pick.setOnAction(event -> open(pick));
        popover.setDetachable(false);
        popover.setArrowSize(0);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
        getChildren().addAll(groups, pick);
        model.picked().addListener(any -> picked());
    }

    /// A word beside a choice, which is never cut: choices have room to give.
    static Label word(String key) {
        Label word = new Label(Texts.get(key));
        word.setMinWidth(Region.USE_PREF_SIZE);
        return word;
    }

    ReadOnlyObjectProperty<Groups> value() {
        return groups.valueProperty();
    }

    /// Offers the groups of these runs, keeping what was chosen where it can still be.
    void show(Comparison runs) {
        comparison = runs;
        List<Groups> ways = new ArrayList<>(Groups.of(runs));
        model.picked().get().of(runs.runs()).ifPresent(ways::add);
        ExplainPage.keep(groups, ways);
    }

    private void picked() {
        show(comparison);
        model.picked().get().of(comparison.runs()).ifPresent(groups::setValue);
    }

    private void open(Button owner) {
        ListView<Pick> list = new ListView<>();
        List<String> labels = RunLabels.of(comparison.runs());
        List<ComparedRun> runs = comparison.runs();
        for (int i = 0; i < labels.size(); i++) {
            list.getItems().add(new Pick(runs.get(i).run().key(), labels.get(i)));
        }
        list.setCellFactory(view -> new PickCell(model));
        list.setFixedCellSize(36);
        list.setPrefSize(420, Math.min(360, 36 * labels.size() + 4));
        Label hint = new Label(Texts.get("compare.groups.pick.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMaxWidth(420);
        popover.setContentNode(new VBox(8, hint, list));
        // The list would keep it.
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                popover.hide();
                event.consume();
            }
        });
        popover.show(owner);
        list.requestFocus();
    }

    /// A run with its two groups.
    private static final class PickCell extends ListCell<Pick> {

        private final CompareViewModel model;
        private final Label name = new Label();
        private final ToggleButton a = letter(PickedGroups.Letter.A, Styles.LEFT_PILL);
        private final ToggleButton b = letter(PickedGroups.Letter.B, Styles.RIGHT_PILL);
        private final HBox letters = new HBox(a, b);
        private final HBox line = new HBox(8, name, letters);

        PickCell(CompareViewModel model) {
            this.model = model;
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            name.setMaxWidth(Double.MAX_VALUE);
            name.setMinWidth(0);
            HBox.setHgrow(name, Priority.ALWAYS);
            line.setAlignment(Pos.CENTER_LEFT);
            letters.setAlignment(Pos.CENTER);
            setPrefWidth(0);
        }

        private ToggleButton letter(PickedGroups.Letter letter, String place) {
            ToggleButton button = new ToggleButton(letter.name());
            button.getStyleClass().addAll(Styles.SMALL, place);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> {
                Pick pick = getItem();
                if (pick != null) {
                    model.picked().set(model.picked().get().toggled(pick.key(), letter));
                    getListView().refresh();
                }
            });
            return button;
        }

        @Override
        protected void updateItem(@Nullable Pick pick, boolean empty) {
            super.updateItem(pick, empty);
            if (empty || pick == null) {
                setGraphic(null);
                return;
            }
            name.setText(pick.name());
            PickedGroups.Letter letter = model.picked().get().letters().get(pick.key());
            a.setSelected(letter == PickedGroups.Letter.A);
            b.setSelected(letter == PickedGroups.Letter.B);
            a.setAccessibleText(pick.name() + ", A");
            b.setAccessibleText(pick.name() + ", B");
            setGraphic(line);
        }
    }
}
