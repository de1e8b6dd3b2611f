package cotejo.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// What an empty field says is shortened with a sign for it, never within a letter.
final class PromptTest {

    private static final String WORDS = "Search experiments by their names";

    @Test
    void itIsShortenedWhereTheFieldIsNarrowAndWholeAgainWhereItIsNot() throws Exception {
        Fx.run(() -> {
            TextField field = new TextField();
            Prompt.on(field, WORDS);
            Scene scene = Fx.scene(new Pane(field), 900, 100);
            Fx.lay(scene);
            field.resize(90, 30);
            String narrow = field.getPromptText();
            assertTrue(narrow.endsWith("…") && WORDS.startsWith(narrow.substring(0, narrow.length() - 1)), narrow);
            assertTrue(narrow.length() > 4, narrow);
            field.resize(600, 30);
            assertEquals(WORDS, field.getPromptText());
            return 0;
        });
    }

    @Test
    void itIsThereWhileTheKeyboardIsInTheField() throws Exception {
        Fx.style(new PrimerLight().getUserAgentStylesheet());
        Fx.run(() -> {
            TextField field = new TextField();
            field.setPromptText(WORDS);
            Scene scene = Fx.scene(new StackPane(field), 900, 100);
            for (String sheet : List.of("light", "base")) {
                scene.getStylesheets().add(PromptTest.class.getResource("/cotejo/css/" + sheet + ".css")
                        .toExternalForm());
            }
            Fx.lay(scene);
            assertTrue(words(field));
            field.pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), true);
            Fx.lay(scene);
            assertTrue(words(field));
            field.setText("a");
            Fx.lay(scene);
            assertFalse(words(field));
            return 0;
        });
    }

    private static boolean words(TextField field) {
        return field.lookupAll(".text").stream().map(Text.class::cast)
                .anyMatch(text -> text.isVisible() && text.getText().equals(WORDS)
                        && !Color.TRANSPARENT.equals(text.getFill()));
    }
}
