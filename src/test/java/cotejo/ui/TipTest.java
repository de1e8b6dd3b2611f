package cotejo.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// Tips are made when the mouse comes; lines of text give way where they should.
final class TipTest {

    @Test
    void aTipIsMadeWhenTheMouseComesAndFollowsWhatIsSaid() throws Exception {
        Fx.run(() -> {
            Label label = new Label("x");
            Tip.on(label, "before");
            assertNull(label.getTooltip());
            Tip.on(label, "first");
            enter(label);
            assertEquals("first", Objects.requireNonNull(label.getTooltip()).getText());
            Tip.on(label, "second");
            assertEquals("second", label.getTooltip().getText());
            Tip.on(label, "");
            assertNull(label.getTooltip());
            Tip.on(label, "third");
            enter(label);
            assertEquals("third", Objects.requireNonNull(label.getTooltip()).getText());
            return 0;
        });
    }

    @Test
    void aLineThatIsTooLongGivesWayInItsMiddleOrAtItsEnd() throws Exception {
        Fx.run(() -> {
            Lines lines = new Lines(VPos.TOP);
            int middle = lines.add(Lines.Cut.MIDDLE);
            int end = lines.add(Lines.Cut.END);
            int none = lines.add(Lines.Cut.END);
            lines.say(middle, "resnet-with-a-very-long-name-and-a-seed-41");
            lines.say(end, "What this version does is said in a sentence of some length");
            lines.say(none, "");
            Fx.scene(lines, 160, 100);
            String first = ((Text) lines.getChildrenUnmodifiable().get(middle)).getText();
            String second = ((Text) lines.getChildrenUnmodifiable().get(end)).getText();
            assertEquals("resnet", first.substring(0, 6));
            assertEquals("41", first.substring(first.length() - 2));
            assertEquals("What this", second.substring(0, 9));
            assertEquals("…", second.substring(second.length() - 1));
            assertEquals(false, lines.getChildrenUnmodifiable().get(none).isVisible());
            assertEquals("resnet-with-a-very-long-name-and-a-seed-41", lines.said(middle));
            return 0;
        });
    }

    private static void enter(Label label) {
        label.fireEvent(new MouseEvent(MouseEvent.MOUSE_ENTERED, 1, 1, 1, 1, MouseButton.NONE, 0, false, false, false,
                false, false, false, false, true, false, true, null));
    }
}
