package cotejo.ui.runs;

import atlantafx.base.theme.Styles;
import cotejo.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands in place of the table while there is nothing to show in it: what this is for, what is happening, or what
/// went wrong, with one thing to do about it.
final class StateView extends StackPane {

    private final RunsViewModel model;
    private final Runnable importing;
    private final Runnable clear;
    private final Label headline = new Label();
    private final Label hint = new Label();
    private final Button button = new Button();
    private final FontIcon icon = new FontIcon("fth-layers");
    private final ProgressIndicator busy = new ProgressIndicator();

    StateView(RunsViewModel model, Runnable importing, Runnable clear) {
        this.model = model;
        this.importing = importing;
        this.clear = clear;
        getStyleClass().add("run-state");
        headline.getStyleClass().add("run-headline");
        headline.setWrapText(true);
        hint.getStyleClass().add("run-hint");
        hint.setWrapText(true);
        hint.setMaxWidth(440);
        icon.getStyleClass().add("run-state-icon");
        busy.setMaxSize(32, 32);
        VBox box = new VBox(12, busy, icon, headline, hint, button);
        box.setAlignment(Pos.CENTER);
        box.setMaxWidth(480);
        getChildren().add(box);
        model.phase().addListener((property, before, now) -> show());
        model.scope().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        RunsViewModel.Phase phase = model.phase().get();
        setVisible(phase != RunsViewModel.Phase.FULL);
        boolean loading = phase == RunsViewModel.Phase.LOADING;
        busy.setVisible(loading);
        busy.setManaged(loading);
        icon.setVisible(!loading);
        icon.setManaged(!loading);
        switch (phase) {
            case LOADING -> say("runs.state.loading", "", "", "fth-layers");
            case NO_RUNS -> {
                say("runs.state.none", Texts.get("runs.state.none.hint"), "runs.state.none.action", "fth-download");
                button.setOnAction(event -> importing.run());
            }
            case NOTHING_HERE -> say(model.inTrash() ? "runs.state.trash" : model.scope().get() instanceof Scope.Starred
                    ? "runs.state.starred" : "runs.state.empty", Texts.get(model.inTrash() ? "runs.state.trash.hint"
                            : model.scope().get() instanceof Scope.Starred ? "runs.state.starred.hint"
                                    : "runs.state.empty.hint"), "", model.inTrash() ? "fth-trash-2" : "fth-star");
            case NO_MATCH -> {
                say("runs.state.nomatch", Texts.get("runs.state.nomatch.hint"), "runs.state.nomatch.action",
                        "fth-filter");
                button.setOnAction(event -> clear.run());
            }
            case FAILED -> {
                say("runs.state.failed", Texts.get("runs.state.failed.hint", model.failure().get()),
                        "runs.state.failed.action", "fth-alert-triangle");
                button.setOnAction(event -> model.load());
            }
            case FULL -> { }
        }
    }

    private void say(String headlineKey, String more, String action, String literal) {
        headline.setText(Texts.get(headlineKey));
        hint.setText(more);
        hint.setVisible(!more.isEmpty());
        hint.setManaged(!more.isEmpty());
        icon.setIconLiteral(literal);
        button.setVisible(!action.isEmpty());
        button.setManaged(!action.isEmpty());
        button.getStyleClass().remove(Styles.ACCENT);
        button.getStyleClass().add(Styles.ACCENT);
        button.setText(action.isEmpty() ? "" : Texts.get(action));
    }

    Button button() {
        return button;
    }
}
