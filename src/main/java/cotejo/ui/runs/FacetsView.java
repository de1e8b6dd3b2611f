package cotejo.ui.runs;

import cotejo.model.MetricColumn;
import cotejo.model.RunFrame;
import cotejo.model.TextColumn;
import cotejo.query.ColumnRef;
import cotejo.query.Facets;
import cotejo.query.RunAttribute;
import cotejo.query.SeriesAt;
import cotejo.text.Texts;
import cotejo.work.Latest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the columns hold within the runs in the table: values to check, ranges to draw. Each choice is a condition
/// joined to the filter, where it can be read and changed.
final class FacetsView extends HBox {

    private static final List<RunAttribute> ATTRIBUTES = List.of(RunAttribute.STATUS, RunAttribute.START,
            RunAttribute.DURATION, RunAttribute.USER, RunAttribute.EXPERIMENT, RunAttribute.STARRED);
    private static final int MOST = 200;

    private final RunsViewModel model;
    private final Latest latest;
    private final TextField search = new TextField();
    private final ListView<ColumnRef> list = new ListView<>();
    private final List<ColumnRef> all = new ArrayList<>();
    private final StackPane shown = new StackPane();
    /// Held here alone: a closed view goes with it.
    private final InvalidationListener changed = any -> show(list.getSelectionModel().getSelectedItem());

    FacetsView(RunsViewModel model) {
        this.model = model;
        this.latest = new Latest(model.context().background(), model.context().front());
        getStyleClass().addAll("run-popover", "run-facets");
        search.setPromptText(Texts.get("runs.facets.search"));
        search.setAccessibleText(Texts.get("runs.facets.search"));
        search.textProperty().addListener((property, before, now) -> fill());
        list.setFixedCellSize(28);
        list.setPrefSize(220, 340);
        list.getStyleClass().add("run-choices");
        list.setAccessibleText(Texts.get("runs.facets.title"));
        list.setCellFactory(view -> new Cell());
        ColumnList.follow(search, list, () -> { });
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> show(now));
        shown.setPrefSize(320, 340);
        shown.setAlignment(Pos.TOP_LEFT);
        VBox left = new VBox(8, search, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        left.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(left, shown);
        ATTRIBUTES.forEach(attribute -> all.add(ColumnRef.attribute(attribute)));
        fill();
        list.getSelectionModel().selectFirst();
        Listing now = model.listing().get();
        new Latest(model.context().background(), model.context().front()).submit(
                cancel -> keys(now.frame(), now.scope()), keys -> {
                    all.addAll(keys.stream().filter(key -> !all.contains(key)).toList());
                    fill();
                }, failure -> shown.getChildren().setAll(new Label(Texts.get("runs.failed"))));
        model.listing().addListener(new WeakInvalidationListener(changed));
    }

    private static final class Cell extends ListCell<ColumnRef> {
        private final ColumnList.Line line = new ColumnList.Line();

        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ColumnRef ref, boolean empty) {
            super.updateItem(ref, empty);
            boolean none = empty || ref == null;
            setGraphic(none ? null : line);
            if (!none) {
                line.show(ref, this);
                setAccessibleText(line.words());
            }
        }
    }

    private void fill() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        ColumnRef at = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(all.stream()
                .filter(ref -> ColumnHead.of(ref).title().toLowerCase(Locale.ROOT).contains(wanted)).toList());
        if (at != null && list.getItems().contains(at)) {
            list.getSelectionModel().select(at);
        }
    }

    /// The keys of the runs here, not of the workspace; one with the same value everywhere tells nothing apart.
    private static List<ColumnRef> keys(RunFrame frame, BitSet scope) {
        List<ColumnRef> keys = new ArrayList<>();
        frame.metricKeys().stream().filter(key -> measured(frame.metric(key), scope))
                .forEach(key -> keys.add(ColumnRef.metric(key)));
        frame.paramKeys().stream().filter(key -> varied(frame.param(key), scope))
                .forEach(key -> keys.add(new ColumnRef.Param(key)));
        frame.tagKeys().stream().filter(key -> varied(frame.tag(key), scope) && !key.equals(GridColumn.NOTE_TAG))
                .forEach(key -> keys.add(new ColumnRef.Tag(key)));
        return keys;
    }

    /// Shows the facet of a column.
    void choose(ColumnRef ref) {
        if (!all.contains(ref)) {
            all.add(ref);
            fill();
        }
        list.getSelectionModel().select(ref);
    }

    private static boolean varied(@Nullable TextColumn column, BitSet scope) {
        int first = scope.nextSetBit(0);
        return column != null && first >= 0
                && scope.stream().anyMatch(row -> column.code(row) != column.code(first));
    }

    private static boolean measured(@Nullable MetricColumn column, BitSet scope) {
        return column != null && scope.stream().anyMatch(column::has);
    }

    /// Counts within the runs in the table: those that pass the filter as it is.
    private void show(@Nullable ColumnRef ref) {
        if (ref == null) {
            return;
        }
        Listing now = model.listing().get();
        BitSet rows = now.matching();
        latest.submit(cancel -> Facets.of(ref, now.frame(), rows, SeriesAt.none(), MOST, cancel),
                facet -> shown.getChildren().setAll(FacetNodes.of(facet, model)),
                failure -> shown.getChildren().setAll(new Label(Texts.get("runs.failed"))));
    }
}
