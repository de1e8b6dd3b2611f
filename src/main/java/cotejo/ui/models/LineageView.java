package cotejo.ui.models;

import cotejo.registry.Lineage;
import cotejo.text.Texts;
import cotejo.ui.Icons;
import cotejo.ui.Tip;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// From data over the run to the version and its stage, as a small graph to click through.
final class LineageView extends VBox {

    /// Where a click leads.
    interface Goto {
        void data(Lineage.Data data, Node from);

        void run(long runKey);

        void stage(String stage, Node from);
    }

    LineageView(Lineage.Way way, Goto to) {
        super(0);
        getStyleClass().add("lineage");
        setAlignment(Pos.TOP_LEFT);
        if (!way.data().isEmpty()) {
            FlowPane data = new FlowPane(8, 8);
            for (Lineage.Data one : way.data()) {
                String context = one.context().isEmpty() ? "" : " · " + one.context();
                Button button = box("fth-database", one.name(), one.digest() + context, "lineage-data");
                button.setOnAction(event -> to.data(one, button));
                data.getChildren().add(button);
            }
            data.setPrefWrapLength(320);
            getChildren().addAll(data, arrow());
        }
        if (way.run() != null) {
            long key = way.run().key();
            Button run = box("fth-activity", way.run().name(), way.experiment(), "lineage-run");
            run.setOnAction(event -> to.run(key));
            getChildren().addAll(run, arrow());
        } else if (!way.version().runId().isEmpty()) {
            Button gone = box("fth-activity", way.version().runId(), Texts.get("models.lineage.noRun"),
                    "lineage-run");
            gone.setDisable(true);
            getChildren().addAll(gone, arrow());
        }
        Button version = box("fth-package", way.model().name(),
                Texts.get("models.version", Integer.toString(way.version().version())), "lineage-version");
        version.setFocusTraversable(false);
        getChildren().addAll(version, arrow());
        Button stage = box("fth-flag", way.version().stage(), Texts.get("models.lineage.stage"), "lineage-stage");
        stage.getStyleClass().add(StageChip.styleOf(way.version().stage()));
        stage.setOnAction(event -> to.stage(way.version().stage(), stage));
        getChildren().add(stage);
    }

    private static Region arrow() {
        Region line = new Region();
        line.getStyleClass().add("lineage-line");
        return line;
    }

    private static Button box(String icon, String title, String facts, String style) {
        Label name = new Label(title);
        name.getStyleClass().add("lineage-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Label small = new Label(facts);
        small.getStyleClass().addAll("muted", "small");
        VBox words = new VBox(name, small);
        words.setMaxWidth(220);
        javafx.scene.layout.HBox content = new javafx.scene.layout.HBox(8, Icons.of(icon), words);
        content.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setGraphic(content);
        button.setAccessibleText(title + ", " + facts);
        Tip.on(button, title + "\n" + facts);
        button.getStyleClass().addAll(List.of("lineage-node", style));
        return button;
    }
}
