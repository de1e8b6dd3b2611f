package cotejo.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/// On Linux and macOS JavaFX makes nothing of the menu key.
final class MenuKeyTest {

    @Test
    void theMenuKeyAndShiftF10AskForTheMenuOfWhatTheKeyboardIsOn() throws Exception {
        List<ContextMenuEvent> asked = asked("Linux");
        assertEquals(2, asked.size());
        assertTrue(asked.stream().allMatch(ContextMenuEvent::isKeyboardTrigger));
        assertEquals(2, asked("Mac OS X").size());
    }

    @Test
    void whereJavaFxAsksByItselfNobodyAsksTwice() throws Exception {
        assertEquals(List.of(), asked("Windows 11"));
    }

    private static List<ContextMenuEvent> asked(String system) throws Exception {
        List<ContextMenuEvent> asked = new ArrayList<>();
        Fx.run(() -> {
            Button button = new Button("x");
            button.setOnContextMenuRequested(asked::add);
            StackPane root = new StackPane(button);
            MenuKey.on(root, system);
            Fx.lay(Fx.scene(root, 200, 100));
            for (KeyEvent key : List.of(key(KeyCode.CONTEXT_MENU, false), key(KeyCode.F10, true),
                    key(KeyCode.F10, false))) {
                button.fireEvent(key);
            }
            return 0;
        });
        return asked;
    }

    private static KeyEvent key(KeyCode code, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false);
    }
}
