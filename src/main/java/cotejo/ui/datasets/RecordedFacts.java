package cotejo.ui.datasets;

import cotejo.artifact.DatasetLocator;
import cotejo.dataset.Value;
import cotejo.model.DatasetRef;
import cotejo.model.DatasetUse;
import cotejo.model.RunFrame;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.ShowEvent;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What runs recorded of a dataset, whether its file is here or not: digest, source, schema, profile, and who read it.
final class RecordedFacts {

    /// More names than these are never read; the last one says how many are left out.
    private static final int MOST = 40;

    private RecordedFacts() {
    }

    /// The section, or an empty list for a file that no run refers to.
    static List<Node> of(KnownDataset known, RunFrame frame) {
        DatasetRef dataset = known.dataset();
        if (dataset == null) {
            return List.of();
        }
        GridPane grid = new GridPane(16, 4);
        pair(grid, "digest", text(dataset.digest()));
        pair(grid, "source", text(DatasetLocator.address(dataset)));
        pair(grid, "kind", text(dataset.sourceType()));
        pair(grid, "runs", runs(known, dataset, frame));
        VBox parts = new VBox(8, grid);
        json(parts, "schema", dataset.schema());
        json(parts, "profile", dataset.profile());
        TitledPane pane = new TitledPane(Texts.get("datasets.recorded"), parts);
        pane.setAnimated(false);
        pane.getStyleClass().add("dataset-section");
        return List.of(pane);
    }

    // texts: datasets.recorded.*
    private static void pair(GridPane grid, String key, Region value) {
        Label name = new Label(Texts.get("datasets.recorded." + key));
        name.getStyleClass().add("dataset-detail");
        name.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(name, javafx.geometry.VPos.TOP);
        GridPane.setHgrow(value, javafx.scene.layout.Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), name, value);
    }

    private static Label text(String text) {
        Label label = new Label(text.isEmpty() ? "–" : text);
        label.setWrapText(true);
        return label;
    }

    private static FlowPane runs(KnownDataset known, DatasetRef dataset, RunFrame frame) {
        FlowPane all = new FlowPane(10, 0);
        all.setPrefWrapLength(900);
        for (long key : known.runs().subList(0, Math.min(MOST, known.runs().size()))) {
            int row = frame.row(key);
            if (row >= 0) {
                Hyperlink link = new Hyperlink(name(frame, row, dataset));
                link.setOnAction(event -> link.fireEvent(new ShowEvent(new ShowEvent.Run(key))));
                all.getChildren().add(link);
            }
        }
        if (known.runs().size() > MOST) {
            all.getChildren().add(new Label(Texts.get("datasets.file.more",
                    Figures.count(known.runs().size() - MOST))));
        }
        return all;
    }

    /// The name of a run, and what it read the dataset for where that was recorded.
    private static String name(RunFrame frame, int row, DatasetRef dataset) {
        String uses = frame.datasets(row).stream().filter(use -> use.dataset().equals(dataset))
                .map(DatasetUse::context).filter(context -> !context.isEmpty()).distinct()
                .collect(Collectors.joining(", "));
        String name = frame.run(row).name().isEmpty() ? frame.run(row).id() : frame.run(row).name();
        return uses.isEmpty() ? name : name + " (" + uses + ")";
    }

    private static void json(VBox parts, String key, String recorded) {
        if (recorded.isEmpty()) {
            return;
        }
        TextArea text = new TextArea(Indented.json(new Value.Text(recorded)));
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(Math.clamp(text.getText().lines().count(), 2, 10));
        text.getStyleClass().add("dataset-value-text");
        TitledPane pane = new TitledPane(Texts.get("datasets.recorded." + key), text);
        pane.setAnimated(false);
        pane.setExpanded(false);
        parts.getChildren().add(pane);
    }
}
