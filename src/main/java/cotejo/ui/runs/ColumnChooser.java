package cotejo.ui.runs;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import cotejo.model.NaturalOrder;
import cotejo.model.RunFrame;
import cotejo.query.ColumnRef;
import cotejo.query.RunAttribute;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.FittedName;
import cotejo.ui.Tip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
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
    private static final List<RunAttribute> ATTRIBUTES = List.of(RunAttribute.STATUS, RunAttribute.START,
            RunAttribute.END, RunAttribute.DURATION, RunAttribute.USER, RunAttribute.EXPERIMENT, RunAttribute.RUN_ID,
            RunAttribute.NOTE, RunAttribute.ARTIFACT_URI);
    private static final List<String> TAGS_LIKE_ATTRIBUTES = List.of(GridColumn.SOURCE_TAG, GridColumn.COMMIT_TAG);

    /// A column with the number of runs that have it, or the head of a group where `column` is null.
    private record Choice(String text, int runs, @Nullable ColumnSpec column, List<ColumnSpec> group) {
    }

    private final RunsViewModel model;
    private final ColumnEdits columns;
    private final CustomTextField search = new CustomTextField();
    private final ListView<Choice> list = new ListView<>();
    /// Held here alone: a closed chooser goes with it.
    private final InvalidationListener changed = any -> list.refresh();

    ColumnChooser(RunsViewModel model, ColumnEdits columns) {
        this.model = model;
        this.columns = columns;
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
        model.listing().addListener(new WeakInvalidationListener(changed));
        // The frame is shown first, then what is in it.
        model.context().front().execute(this::fill);
    }

    private void fill() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        Choice at = list.getSelectionModel().getSelectedItem();
        List<Choice> lines = new ArrayList<>();
        add(lines, "runs.columns.attributes", attributes(), wanted);
        RunFrame frame = model.listing().get().frame();
        add(lines, "runs.columns.metrics", frame.metricKeys().stream().map(key -> choice(ColumnRef.metric(key),
                present(frame.metric(key)))).toList(), wanted);
        add(lines, "runs.columns.params", frame.paramKeys().stream().map(key -> choice(new ColumnRef.Param(key),
                present(frame.param(key)))).toList(), wanted);
        add(lines, "runs.columns.tags", frame.tagKeys().stream().filter(key -> !TAGS_LIKE_ATTRIBUTES.contains(key)
                && !key.equals(GridColumn.NOTE_TAG)).sorted(Comparator.comparing((String key) ->
                        key.startsWith("mlflow.")).thenComparing(NaturalOrder.INSTANCE))
                .map(key -> choice(new ColumnRef.Tag(key), present(frame.tag(key)))).toList(), wanted);
        list.getItems().setAll(lines);
        if (at != null) {
            list.getSelectionModel().select(at);
        }
    }

    private List<Choice> attributes() {
        RunFrame frame = model.listing().get().frame();
        List<Choice> found = new ArrayList<>();
        ATTRIBUTES.forEach(attribute -> found.add(choice(ColumnRef.attribute(attribute), -1)));
        TAGS_LIKE_ATTRIBUTES.stream().filter(key -> frame.tag(key) != null)
                .forEach(key -> found.add(choice(new ColumnRef.Tag(key), present(frame.tag(key)))));
        return found;
    }

    private static int present(cotejo.model.@Nullable MetricColumn column) {
        return column == null ? 0 : column.present();
    }

    private static int present(cotejo.model.@Nullable TextColumn column) {
        return column == null ? 0 : column.present();
    }

    private static Choice choice(ColumnRef ref, int runs) {
        return new Choice(ColumnHead.of(ref).title(), runs, ColumnSpec.of(ref), List.of());
    }

    private static void add(List<Choice> lines, String title, List<Choice> choices, String wanted) {
        List<Choice> found = choices.stream().filter(c -> c.text().toLowerCase(Locale.ROOT).contains(wanted)).toList();
        if (!found.isEmpty()) {
            List<ColumnSpec> all = new ArrayList<>();
            for (Choice one : found) {
                ColumnSpec column = one.column();
                if (column != null) {
                    all.add(column);
                }
            }
            lines.add(new Choice(Texts.get(title), found.size(), null, all));
            lines.addAll(found);
        }
    }

    /// Whether a column, or all of a group, is chosen; a metric counts whichever of its numbers is shown.
    private boolean chosen(Choice choice) {
        ColumnSpec column = choice.column();
        return column != null ? !shown(column).isEmpty()
                : choice.group().stream().noneMatch(one -> shown(one).isEmpty());
    }

    /// Whether at least one of a group is chosen.
    private boolean some(Choice head) {
        return head.group().stream().anyMatch(one -> !shown(one).isEmpty());
    }

    private List<ColumnSpec> shown(ColumnSpec column) {
        return columns.chosen().stream().filter(spec -> sameKey(spec.ref(), column.ref())).toList();
    }

    private static boolean sameKey(ColumnRef a, ColumnRef b) {
        return a.equals(b) || metric(a) != null && java.util.Objects.equals(metric(a), metric(b));
    }

    private static @Nullable String metric(ColumnRef ref) {
        return switch (ref) {
            case ColumnRef.Metric m -> m.key();
            case ColumnRef.MetricAt m -> m.key();
            case ColumnRef.Attribute _, ColumnRef.Param _, ColumnRef.Tag _ -> null;
        };
    }

    private void flip(Choice choice) {
        ColumnSpec column = choice.column();
        List<ColumnSpec> meant = column == null ? choice.group() : List.of(column);
        if (chosen(choice)) {
            columns.remove(meant.stream().flatMap(one -> shown(one).stream()).toList());
        } else {
            columns.add(meant.stream().filter(one -> shown(one).isEmpty()).toList());
        }
        list.refresh();
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
            return index < 0 || index >= all.size() || all.get(index).column() == null ? null : all.get(index).text();
        }

        @Override
        protected void updateItem(Choice item, boolean empty) {
            super.updateItem(item, empty);
            boolean none = empty || item == null;
            setGraphic(none ? null : line);
            if (!none) {
                boolean head = item.column() == null;
                FittedName.show(box, item.text(), textAt(getIndex() - 1), textAt(getIndex() + 1), BOX);
                box.setSelected(chosen(item));
                box.setIndeterminate(head && !chosen(item) && some(item));
                Tip.on(box, item.text().length() > 40 ? item.text() : "");
                pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("head"), head);
                count.setText(item.runs() < 0 ? "" : head ? Figures.count(item.runs())
                        : Texts.get("runs.columns.runs", item.runs()));
                setAccessibleText(item.text() + ", "
                        + Texts.get(chosen(item) ? "runs.columns.on" : "runs.columns.off"));
            }
        }
    }
}
