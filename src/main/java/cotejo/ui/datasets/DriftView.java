package cotejo.ui.datasets;

import cotejo.dataset.Dataset;
import cotejo.dataset.profile.Drift;
import cotejo.text.Texts;
import cotejo.ui.Bag;
import cotejo.ui.Tip;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Two datasets beside each other: what differs between their schemas, and their columns, those first that have moved
/// most.
final class DriftView extends BorderPane implements AutoCloseable {

    private final DriftViewModel model;
    private final VBox schema = new VBox(2);
    private final Label before = new Label();
    private final Label after = new Label();
    private final Label grades = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button stop = new Button(Texts.get("datasets.stop"));
    private final SearchField search = new SearchField("datasets.columns.search");
    private final ListView<Drift.ColumnDrift> list = new ListView<>();
    private final DriftSide side = new DriftSide();
    private final Label wrong = new Label();
    private final Bag bag = new Bag();

    /// @param swap compares the other way round
    /// @param end  leaves the comparison
    DriftView(DriftViewModel model, Runnable swap, Runnable end) {
        this.model = model;
        getStyleClass().add("dataset-page");
        setTop(head(swap, end));
        list.setFixedCellSize(DriftCell.HEIGHT);
        list.getStyleClass().add("dataset-columns");
        list.setAccessibleText(Texts.get("datasets.drift.list"));
        list.setCellFactory(view -> new DriftCell());
        list.getSelectionModel().selectedItemProperty().addListener((property, old, now) ->
                side.show(now, model.source()));
        search.textProperty().addListener((property, old, now) -> fill());
        bag.listen(model.state(), (property, old, now) -> show());
        bag.listen(model.columns(), (property, old, now) -> fill());
        bag.listen(model.share(), (property, old, now) -> progress());
        progress();
        show();
    }

    private Node head(Runnable swap, Runnable end) {
        HBox names = new HBox(8, mark("drift-mark-before"), name(model.first(), before), new Label("→"),
                mark("drift-mark-after"), name(model.second(), after));
        names.setAlignment(Pos.CENTER_LEFT);
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        Button other = button("fth-repeat", "datasets.drift.swap", swap);
        Button leave = button("fth-x", "datasets.drift.end", end);
        HBox head = new HBox(12, names, other, leave);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("dataset-head");
        return head;
    }

    private static Button button(String icon, String key, Runnable does) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(Texts.get(key));
        Tip.on(button, Texts.get(key));
        button.setOnAction(event -> does.run());
        return button;
    }

    private static Region mark(String style) {
        Region mark = new Region();
        mark.getStyleClass().add(style);
        return mark;
    }

    private static Node name(Path file, Label detail) {
        Label name = new Label(String.valueOf(file.getFileName() == null ? file : file.getFileName()));
        name.getStyleClass().add("drift-name");
        Tip.on(name, file.toString());
        detail.getStyleClass().add("dataset-detail");
        for (Label label : List.of(name, detail)) {
            label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            label.setMinWidth(0);
        }
        VBox box = new VBox(1, name, detail);
        box.setMinWidth(0);
        return box;
    }

    private Node bar() {
        grades.getStyleClass().add("dataset-detail");
        grades.setMinWidth(0);
        HBox.setHgrow(grades, Priority.ALWAYS);
        grades.setMaxWidth(Double.MAX_VALUE);
        bar.setPrefWidth(120);
        stop.getStyleClass().addAll("flat", "small");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(event -> model.stop());
        search.setPrefWidth(220);
        HBox line = new HBox(8, search, grades, bar, stop);
        line.setAlignment(Pos.CENTER_LEFT);
        wrong.getStyleClass().add("dataset-wrong");
        wrong.setWrapText(true);
        VBox all = new VBox(6, schema, line, wrong);
        all.getStyleClass().add("dataset-bar");
        return all;
    }

    private static Node heads() {
        String[] keys = {"column", "spread", "psi", "ks", "nulls", "words"};
        Label[] heads = new Label[keys.length];
        for (int i = 0; i < keys.length; i++) {
            // texts: datasets.drift.head.*
            heads[i] = new Label(Texts.get("datasets.drift.head." + keys[i]));
            heads[i].getStyleClass().add("dataset-detail");
            heads[i].setAlignment(i == 2 || i == 3 ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        }
        HBox line = DriftCell.LINE.of(heads);
        line.getStyleClass().add("dataset-columns-heads");
        return line;
    }

    private void show() {
        switch (model.state().get()) {
            case DriftViewModel.State.Opening _ -> setCenter(DatasetStates.loading(
                    model.first().getFileName() + ", " + model.second().getFileName()));
            case DriftViewModel.State.Failed failed -> setCenter(DatasetStates.told(failed.message()));
            case DriftViewModel.State.Open(Dataset one, Dataset two, Drift.SchemaDiff diff) -> {
                before.setText(shape(one));
                after.setText(shape(two));
                schema.getChildren().clear();
                for (String part : DriftWords.schema(one, two, diff)) {
                    Label label = new Label(part);
                    label.setWrapText(true);
                    schema.getChildren().add(label);
                }
                BorderPane left = new BorderPane(list);
                left.setTop(heads());
                left.setMinWidth(200);
                SplitPane split = new SplitPane(left, side);
                SplitPane.setResizableWithParent(side, false);
                split.setDividerPositions(0.72);
                BorderPane all = new BorderPane(split);
                all.setTop(bar());
                setCenter(all);
                fill();
            }
        }
    }

    private static String shape(Dataset dataset) {
        return Texts.get("datasets.head.shape", dataset.rowCount().rows(),
                dataset.columns().size());
    }

    private void fill() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        Drift.ColumnDrift chosen = list.getSelectionModel().getSelectedItem();
        List<Drift.ColumnDrift> all = model.columns().get();
        list.getItems().setAll(all.stream().filter(one -> one.name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList());
        // Until somebody chooses, what moved most is shown, also when it is found late.
        if (chosen != null && list.isFocused() && list.getItems().contains(chosen)) {
            list.getSelectionModel().select(chosen);
        } else {
            list.getSelectionModel().selectFirst();
        }
        grades.setText(all.isEmpty() && model.share().get() == RowsViewModel.IDLE ? Texts.get("datasets.drift.nothing")
                : DriftWords.summary(all));
        if (model.state().get() instanceof DriftViewModel.State.Open(Dataset one, Dataset two, Drift.SchemaDiff _)) {
            before.setText(shape(one));
            after.setText(shape(two));
        }
        Map<String, String> failures = model.failures();
        wrong.setText(String.join("\n", failures.values().stream().limit(3).toList()));
        wrong.setVisible(!failures.isEmpty());
        wrong.setManaged(!failures.isEmpty());
    }

    private void progress() {
        double share = model.share().get();
        boolean busy = share != RowsViewModel.IDLE;
        bar.setProgress(busy ? share : 0);
        for (Region part : List.of(bar, stop)) {
            part.setVisible(busy);
            part.setManaged(busy);
        }
        if (!busy) {
            fill();
        }
    }

    @Override
    public void close() {
        bag.close();
    }
}
