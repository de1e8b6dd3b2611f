package cotejo.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
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
}
