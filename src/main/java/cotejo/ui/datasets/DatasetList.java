package cotejo.ui.datasets;

import atlantafx.base.controls.CustomTextField;
import cotejo.text.Texts;
import cotejo.ui.Prompt;
import cotejo.ui.Tip;
import java.util.ArrayList;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The list on the left: files that were opened, and the datasets that runs read.
final class DatasetList extends VBox {

    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    /// A heading, or a dataset.
    private record Line(String heading, @Nullable KnownDataset dataset) {
    }

    private final DatasetsViewModel model;
    private final CustomTextField search = new CustomTextField();
    private final ListView<Line> list = new ListView<>();
    private final ObjectProperty<List<Path>> pair = new SimpleObjectProperty<>(List.of());
    private boolean filling;

    DatasetList(DatasetsViewModel model, Runnable openFile) {
        this.model = model;
        getStyleClass().add("dataset-side");
        Prompt.on(search, Texts.get("datasets.side.search"));
        search.setAccessibleText(Texts.get("datasets.side.search"));
        search.setLeft(new FontIcon("fth-search"));
        search.textProperty().addListener((property, before, now) -> fill());
        Button open = new Button(Texts.get("datasets.open"), new FontIcon("fth-folder"));
        open.setMaxWidth(Double.MAX_VALUE);
        open.setOnAction(event -> openFile.run());
        list.setCellFactory(view -> new Cell());
        list.setFixedCellSize(44);
        list.getStyleClass().add("dataset-list");
        list.setAccessibleText(Texts.get("datasets.side.name"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Line>) change -> selected());
        Button two = new Button(Texts.get("datasets.drift.two"), new FontIcon("fth-columns"));
        two.setMaxWidth(Double.MAX_VALUE);
        Tip.on(two, Texts.get("datasets.drift.two.hint"));
        two.disableProperty().bind(pair.map(List::isEmpty));
        two.setOnAction(event -> compare());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(search, list, two, open);
        model.list().addListener((property, before, now) -> fill());
        model.chosen().addListener((property, before, now) -> mark());
        setMinWidth(160);
        setPrefWidth(240);
        fill();
    }

    /// One line is shown; two that are here can be compared.
    private void selected() {
        if (filling) {
            return;
        }
        List<KnownDataset> chosen = list.getSelectionModel().getSelectedItems().stream()
                .filter(line -> line != null && line.dataset() != null).map(Line::dataset)
                .map(Objects::requireNonNull).toList();
        List<Path> files = chosen.stream().map(KnownDataset::file).filter(Objects::nonNull)
                .map(Objects::requireNonNull).distinct().toList();
        pair.set(files.size() == 2 ? files : List.of());
        if (chosen.size() == 1) {
            KnownDataset one = chosen.getFirst();
            // The list tells of its selection before it is done with it.
            Platform.runLater(Texts.carry(() -> model.choose(one)));
        }
    }

    private void compare() {
        List<Path> files = pair.get();
        if (files.size() == 2) {
            model.compare(files.getFirst(), files.getLast());
        }
    }

    private void fill() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        List<Line> lines = new ArrayList<>();
        section(lines, Texts.get("datasets.side.files"), wanted, Kind.FILES);
        section(lines, Texts.get("datasets.side.runs"), wanted, Kind.OF_RUNS);
        filling = true;
        list.getItems().setAll(lines);
        filling = false;
        mark();
    }

    private enum Kind {
        FILES,
        OF_RUNS
    }

    private void section(List<Line> lines, String heading, String wanted, Kind kind) {
        List<Line> own = model.list().get().stream()
                .filter(line -> (line.dataset() == null) == (kind == Kind.FILES))
                .filter(line -> line.name().toLowerCase(Locale.ROOT).contains(wanted))
                .map(line -> new Line("", line)).toList();
        if (!own.isEmpty()) {
            lines.add(new Line(heading, null));
            lines.addAll(own);
        }
    }

    private void mark() {
        filling = true;
        list.getSelectionModel().clearSelection();
        pair.set(List.of());
        KnownDataset chosen = model.chosen().get();
        for (int i = 0; i < list.getItems().size() && chosen != null; i++) {
            if (chosen.equals(list.getItems().get(i).dataset())) {
                list.getSelectionModel().select(i);
            }
        }
        filling = false;
    }

    /// What stands below a name: digest and number of runs, or where the file lies.
    static String detail(KnownDataset line) {
        if (line.dataset() == null) {
            return line.file() == null ? "" : String.valueOf(line.file().getParent());
        }
        return Texts.get(line.file() == null ? "datasets.side.detail.missing" : "datasets.side.detail",
                line.dataset().digest(), line.runs().size());
    }

    private static final class Cell extends ListCell<Line> {
        private final Label name = new Label();
        private final Label detail = new Label();
        private final FontIcon icon = new FontIcon("fth-grid");
        private final HBox box;

        Cell() {
            for (Label label : List.of(name, detail)) {
                label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
                label.setMinWidth(20);
            }
            detail.getStyleClass().add("dataset-detail");
            VBox words = new VBox(name, detail);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            icon.setIconSize(14);
            box = new HBox(8, icon, words);
            box.setAlignment(Pos.CENTER_LEFT);
            box.setMinWidth(0);
            box.setPrefWidth(0);
            setPrefWidth(0);
            setAccessibleRole(AccessibleRole.LIST_ITEM);
        }

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            boolean none = empty || line == null;
            KnownDataset dataset = none ? null : line.dataset();
            boolean head = !none && dataset == null;
            pseudoClassStateChanged(HEAD, head);
            pseudoClassStateChanged(MISSING, dataset != null && dataset.file() == null);
            setDisable(none || head);
            setText(head ? line.heading() : null);
            setGraphic(dataset == null ? null : box);
            Tip.on(this, "");
            if (dataset != null) {
                name.setText(dataset.name());
                detail.setText(detail(dataset));
                icon.setIconLiteral(dataset.file() == null ? "fth-slash" : "fth-grid");
                Tip.on(this, dataset.file() == null ? dataset.name() : dataset.file().toString());
                setAccessibleText(dataset.name() + ", " + detail.getText());
            }
            detail.setMaxWidth(Region.USE_COMPUTED_SIZE);
        }
    }
}
