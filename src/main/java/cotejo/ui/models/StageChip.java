package cotejo.ui.models;

import javafx.scene.control.Label;

/// A stage in a word and a colour of its own.
final class StageChip extends Label {

    StageChip(String stage) {
        super(stage);
        getStyleClass().addAll("chip", "stage-chip", styleOf(stage));
        setMinWidth(USE_PREF_SIZE);
    }

    /// The style class that gives a stage its colour.
    static String styleOf(String stage) {
        return switch (stage) {
            case "Production" -> "stage-production";
            case "Staging" -> "stage-staging";
            case "Archived" -> "stage-archived";
            case "None" -> "stage-none";
            case String _ -> "stage-own";
        };
    }
}
