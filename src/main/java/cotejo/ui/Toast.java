package cotejo.ui;

import cotejo.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// One notice.
final class Toast extends HBox {

    /// What kind of news it is: by icon as well as by colour.
    enum Mood {
        GOOD("fth-check-circle"),
        UNDO("fth-corner-up-left"),
        WARNING("fth-alert-triangle"),
        BAD("fth-alert-circle");

        private final String icon;

        Mood(String icon) {
            this.icon = icon;
        }
    }

    private final Mood mood;
    private final String text;
    private final Consumer<Node> remove;

    Toast(Mood mood, String text, List<Button> actions, Consumer<Node> remove) {
        super(10);
        this.mood = mood;
        this.text = text;
        this.remove = remove;
        getStyleClass().addAll("toast", "toast-" + mood.name().toLowerCase(java.util.Locale.ROOT));
        setAlignment(Pos.TOP_LEFT);
        setAccessibleText(text);
        Label words = new Label(text);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        VBox middle = new VBox(6, words);
        if (!actions.isEmpty()) {
            HBox buttons = new HBox(8);
            buttons.getChildren().addAll(actions);
            actions.forEach(button -> button.getStyleClass().add("small"));
            middle.getChildren().add(buttons);
        }
        HBox.setHgrow(middle, Priority.ALWAYS);
        Button close = Icons.button("fth-x", Texts.get("shell.close"), () -> remove.accept(this));
        getChildren().addAll(Icons.of(mood.icon), middle, close);
    }

    /// Lets it go by itself, unless the mouse or the keyboard is on it.
    Toast goingAfter(Duration time) {
        PauseTransition pause = new PauseTransition(time);
        pause.setOnFinished(event -> remove.accept(this));
        Runnable judge = () -> {
            if (isHover() || isFocusWithin()) {
                pause.stop();
            } else {
                pause.playFromStart();
            }
        };
        hoverProperty().addListener((value, before, now) -> judge.run());
        focusWithinProperty().addListener((value, before, now) -> judge.run());
        sceneProperty().addListener((value, before, now) -> {
            if (now == null) {
                pause.stop();
            }
        });
        pause.play();
        return this;
    }

    boolean isUndo() {
        return mood == Mood.UNDO;
    }

    String text() {
        return text;
    }
}
