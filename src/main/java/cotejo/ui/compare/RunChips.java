package cotejo.ui.compare;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import cotejo.compare.ComparedRun;
import cotejo.compare.Comparison;
import cotejo.export.RunLabels;
import cotejo.model.Experiment;
import cotejo.model.RunFrame;
import cotejo.text.Texts;
import cotejo.ui.Tip;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The runs that are compared, as chips: choose the baseline, take one out, add another.
final class RunChips extends HBox {

    private static final int MOST_FOUND = 200;

    private final CompareViewModel model;
    private final HBox chips = new HBox(8);
    private final Popover popover = new Popover();

    RunChips(CompareViewModel model) {
        super(8);
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("compare-chips");
        chips.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(chips);
        scroll.setFitToHeight(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(32);
        scroll.setMinWidth(0);
        // A wheel has one direction, and so has this row.
        scroll.addEventFilter(ScrollEvent.SCROLL, event -> {
            double by = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
            scroll.setHvalue(scroll.getHvalue() - by / Math.max(1, chips.getWidth() - scroll.getWidth()));
            event.consume();
        });
        getChildren().addAll(scroll, adding());
        popover.setDetachable(false);
        popover.setArrowSize(0);
    }

    void show(Comparison comparison, List<Integer> colours) {
        List<String> labels = RunLabels.of(comparison.runs());
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            nodes.add(chip(comparison.runs().get(i), labels.get(i), colours.get(i), i == comparison.baseline()));
        }
        chips.getChildren().setAll(nodes);
    }

    private Node chip(ComparedRun run, String name, int colour, boolean base) {
        long key = run.run().key();
        Label label = new Label(name);
        label.setMaxWidth(220);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Tip.on(label, name + "\n" + run.experiment() + "\n" + run.source() + "\n" + run.run().id());
        ToggleButton anchor = new ToggleButton(base ? Texts.get("compare.baseline") : "", new FontIcon("fth-anchor"));
        anchor.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "compare-anchor");
        anchor.setSelected(base);
        Tip.on(anchor, Texts.get(base ? "compare.baseline.drop" : "compare.baseline.choose"));
        anchor.setAccessibleText(Texts.get("compare.baseline.choose"));
        anchor.setOnAction(event -> model.baseline().set(anchor.isSelected() ? key : -1L));
        Button out = new Button("", new FontIcon("fth-x"));
        out.getStyleClass().add("icon-button");
        Tip.on(out, Texts.get("compare.remove"));
        out.setAccessibleText(Texts.get("compare.remove"));
        out.setOnAction(event -> model.remove(key));
        HBox chip = new HBox(4, new Circle(4, MatrixRow.colour(colour)), label, anchor, out);
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().add("compare-chip");
        return chip;
    }

    private Node adding() {
        Button add = new Button(Texts.get("compare.add"), new FontIcon("fth-plus"));
        add.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        add.setMinWidth(Button.USE_PREF_SIZE);
        add.setOnAction(event -> open(add));
        return add;
    }

    /// Opens the list of runs to add below a button.
    void open(Node owner) {
        TextField search = new TextField();
        search.setPromptText(Texts.get("compare.add.search"));
        ObservableList<Integer> found = FXCollections.observableArrayList();
        ListView<Integer> list = new ListView<>(found);
        RunFrame frame = model.frame();
        list.setFixedCellSize(28);
        list.setPrefSize(420, 320);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable Integer row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? "" : title(frame, row));
            }
        });
        Runnable look = () -> found.setAll(find(frame, search.getText()));
        search.textProperty().addListener(any -> look.run());
        list.setOnMouseClicked(event -> take(frame, list.getSelectionModel().getSelectedItem()));
        search.setOnAction(event -> take(frame, found.isEmpty() ? null : found.getFirst()));
        look.run();
        popover.setContentNode(new VBox(8, search, list));
        popover.show(owner);
        search.requestFocus();
    }

    private void take(RunFrame frame, @Nullable Integer row) {
        if (row != null) {
            popover.hide();
            model.add(frame.run(row).key());
        }
    }

    private List<Integer> find(RunFrame frame, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < frame.size() && rows.size() < MOST_FOUND; row++) {
            if (!frame.trashed(row) && !model.keys().get().contains(frame.run(row).key())
                    && (title(frame, row) + frame.run(row).id()).toLowerCase(Locale.ROOT).contains(wanted)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static String title(RunFrame frame, int row) {
        @Nullable Experiment experiment = frame.experiment(row);
        return frame.run(row).name() + (experiment == null ? "" : "  ·  " + experiment.name());
    }
}
