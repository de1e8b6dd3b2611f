package cotejo.ui.runs;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import cotejo.query.ColumnRef;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.FittedName;
import cotejo.ui.Tip;
import cotejo.ui.runs.ColumnChoices.Choice;
import cotejo.work.Latest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// All columns there could be, in groups, to be searched and checked; a group's box checks all of it that is found.
final class ColumnChooser extends VBox {

    /// The square of a check box and the gap behind it.
    private static final double BOX = 26;

    private final RunsViewModel model;
    private final ColumnEdits columns;
    private final CustomTextField search = new CustomTextField();
    private final ListView<Choice> list = new ListView<>();
    /// Held here alone: a closed chooser goes with it.
    private final ChangeListener<Listing> changed = (property, before, now) -> follow(before, now);
    private final Latest fillings;
    /// The columns in the table, each metric by its last value.
    private Set<ColumnRef> on = Set.of();

    ColumnChooser(RunsViewModel model, ColumnEdits columns) {
        this.model = model;
        this.columns = columns;
        this.fillings = new Latest(model.context().background(), model.context().front());
        getStyleClass().add("run-popover");
        search.setPromptText(Texts.get("runs.columns.search"));
        search.setAccessibleText(Texts.get("runs.columns.search"));
        search.setLeft(new FontIcon("fth-search"));
        search.textProperty().addListener((property, before, now) -> fill());
        list.setCellFactory(view -> new Cell());
        list.setFixedCellSize(28);
        list.setPrefSize(380, 400);
        list.getStyleClass().add("run-choices");
        list.setAccessibleText(Texts.get("runs.columns.title"));
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Choice at = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && at != null) {
                flip(at);
                event.consume();
            }
        });
        ColumnList.follow(search, list, () -> { });
        Button reset = new Button(Texts.get("runs.columns.reset"));
        reset.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        reset.setOnAction(event -> {
            columns.reset();
            fill();
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label hint = new Label(Texts.get("runs.columns.hint"));
        hint.getStyleClass().add("run-faint");
        HBox foot = new HBox(8, hint, gap, reset);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(search, list, foot);
        model.listing().addListener(new WeakChangeListener<>(changed));
        fill();
    }

    private void follow(Listing before, Listing now) {
        if (before.frame() != now.frame() || !before.scope().equals(now.scope())) {
            fill();
        } else {
            look();
        }
    }

    private void fill() {
        Listing listing = model.listing().get();
        String wanted = search.getText();
        fillings.submit(cancel -> ColumnChoices.of(listing, wanted, cancel), this::show,
                failure -> model.context().notices().failed(Texts.get("runs.failed"), failure));
    }

    private void show(List<Choice> lines) {
        Choice at = list.getSelectionModel().getSelectedItem();
        list.setItems(FXCollections.observableList(lines));
        if (at != null) {
            list.getSelectionModel().select(at);
        }
        look();
    }

    /// Shows which columns the table has.
    private void look() {
        on = columns.chosen().stream().map(spec -> plain(spec.ref())).collect(Collectors.toSet());
        list.refresh();
    }

    /// A metric counts whichever of its numbers is shown.
    private static ColumnRef plain(ColumnRef ref) {
        return switch (ref) {
            case ColumnRef.Metric m -> ColumnRef.metric(m.key());
            case ColumnRef.MetricAt m -> ColumnRef.metric(m.key());
            case ColumnRef.Attribute _, ColumnRef.Param _, ColumnRef.Tag _ -> ref;
        };
    }

    /// How many of the columns meant are in the table.
    private long chosen(Choice choice) {
        Set<ColumnRef> meant = choice.meant();
        return meant.size() < on.size() ? meant.stream().filter(on::contains).count()
                : on.stream().filter(meant::contains).count();
    }

    private boolean all(Choice choice) {
        return chosen(choice) == choice.meant().size();
    }

    private void flip(Choice choice) {
        Set<ColumnRef> meant = choice.meant();
        if (all(choice)) {
            columns.remove(columns.chosen().stream().filter(spec -> meant.contains(plain(spec.ref()))).toList());
        } else {
            columns.add(meant.stream().filter(ref -> !on.contains(ref)).map(ColumnSpec::of).toList());
        }
        look();
    }

    private final class Cell extends ListCell<Choice> {
        private final CheckBox box = new CheckBox();
        private final Label count = new Label();
        private final HBox line;

        Cell() {
            // The whole line is the box, so that a click beside a short name checks it too.
            box.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(box, Priority.ALWAYS);
            count.getStyleClass().add("run-faint");
            count.setMinWidth(Region.USE_PREF_SIZE);
            box.setFocusTraversable(false);
            box.setMnemonicParsing(false);
            box.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
            box.setMinWidth(20);
            line = new HBox(8, box, count);
            line.setAlignment(Pos.CENTER_LEFT);
            line.setPrefWidth(0);
            box.setOnAction(event -> {
                Choice item = getItem();
                if (item != null) {
                    flip(item);
                }
            });
        }

        private @Nullable String textAt(int index) {
            List<Choice> all = list.getItems();
            return index < 0 || index >= all.size() || all.get(index).head() ? null : all.get(index).text();
        }

        @Override
        protected void updateItem(Choice item, boolean empty) {
            super.updateItem(item, empty);
            boolean none = empty || item == null;
            setGraphic(none ? null : line);
            if (!none) {
                boolean head = item.head();
                boolean all = all(item);
                FittedName.show(box, item.text(), textAt(getIndex() - 1), textAt(getIndex() + 1), BOX);
                box.setSelected(all);
                box.setIndeterminate(head && !all && chosen(item) > 0);
                Tip.on(box, item.text().length() > 40 ? item.text() : "");
                pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("head"), head);
                count.setText(item.runs() < 0 ? "" : head ? Figures.count(item.runs())
                        : Texts.get("runs.columns.runs", item.runs()));
                setAccessibleText(item.text() + ", "
                        + Texts.get(all ? "runs.columns.on" : "runs.columns.off"));
            }
        }
    }
}
