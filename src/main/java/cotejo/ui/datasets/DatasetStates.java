package cotejo.ui.datasets;

import cotejo.artifact.DatasetLocator;
import cotejo.model.RunFrame;
import cotejo.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands in place of a dataset while there is none to show.
final class DatasetStates {

    private DatasetStates() {
    }

    static Node nothing(int known, Runnable open) {
        return state("fth-grid", Texts.get(known == 0 ? "datasets.state.none" : "datasets.state.choose"),
                Texts.get(known == 0 ? "datasets.state.none.hint" : "datasets.state.choose.hint"), open);
    }

    /// A dataset that runs read, and that is not on this machine, or not where it was said to be.
    static Node missing(KnownDataset line, RunFrame frame, Runnable open) {
        String address = line.dataset() == null ? "" : DatasetLocator.address(line.dataset());
        StackPane said = state("fth-slash", Texts.get("datasets.state.missing", line.name()),
                Texts.get("datasets.state.missing.hint", address.isEmpty() ? "–" : address), open);
        VBox all = new VBox(12, said);
        VBox.setVgrow(said, Priority.ALWAYS);
        all.getChildren().addAll(RecordedFacts.of(line, frame));
        all.getStyleClass().add("dataset-file-parts");
        ScrollPane pane = new ScrollPane(all);
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.getStyleClass().add("dataset-file");
        return pane;
    }

    static Node failed(String message, Runnable open) {
        return state("fth-alert-triangle", Texts.get("datasets.state.failed"), message, open);
    }

    /// Why there is nothing to show.
    static Node told(String message) {
        Label head = new Label(Texts.get("datasets.state.failed"));
        head.getStyleClass().add("dataset-headline");
        Label words = new Label(message);
        words.getStyleClass().add("dataset-hint");
        words.setWrapText(true);
        words.setMaxWidth(460);
        return box(new VBox(12, head, words));
    }

    static Node loading(String name) {
        ProgressIndicator busy = new ProgressIndicator();
        busy.setMaxSize(32, 32);
        Label words = new Label(Texts.get("datasets.state.opening", name));
        words.getStyleClass().add("dataset-hint");
        return box(new VBox(12, busy, words));
    }

    private static StackPane state(String literal, String headline, String hint, Runnable open) {
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().add("dataset-state-icon");
        Label head = new Label(headline);
        head.getStyleClass().add("dataset-headline");
        head.setWrapText(true);
        Label words = new Label(hint);
        words.getStyleClass().add("dataset-hint");
        words.setWrapText(true);
        words.setMaxWidth(460);
        Button button = new Button(Texts.get("datasets.open"));
        button.getStyleClass().add("accent");
        button.setOnAction(event -> open.run());
        return box(new VBox(12, icon, head, words, button));
    }

    private static StackPane box(VBox box) {
        box.setAlignment(Pos.CENTER);
        box.setMaxWidth(520);
        StackPane pane = new StackPane(box);
        pane.getStyleClass().add("dataset-state");
        return pane;
    }
}
