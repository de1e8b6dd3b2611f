package cotejo.ui;

import atlantafx.base.controls.CustomTextField;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/// The grey words in an empty field, shortened with `…` where the field is too narrow: JavaFX cuts them within a
/// letter.
public final class Prompt {

    /// What a custom field leaves beside an icon.
    private static final double BESIDE = 10;

    private Prompt() {
    }

    /// Shows a prompt as far as there is room for it. The field's accessible text is where all of it can be read.
    public static void on(TextField field, String words) {
        field.setPromptText(words);
        InvalidationListener fit = any -> {
            double room = room(field);
            if (room > 0) {
                field.setPromptText(TextMeasure.of(field.getFont()).start(words, room));
            }
        };
        field.widthProperty().addListener(fit);
        field.fontProperty().addListener(fit);
        field.insetsProperty().addListener(fit);
        if (field instanceof CustomTextField custom) {
            custom.rightProperty().addListener(fit);
        }
    }

    private static double room(TextField field) {
        double beside = field instanceof CustomTextField custom ? beside(custom.getLeft()) + beside(custom.getRight())
                : 0;
        return field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight() - beside;
    }

    private static double beside(@Nullable Node node) {
        return node == null ? 0 : Math.max(16, node.prefWidth(-1)) + BESIDE;
    }
}
