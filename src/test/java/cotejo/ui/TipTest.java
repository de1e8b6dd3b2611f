package cotejo.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
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
    void aScreenReaderIsToldBeforeTheMouseComes() throws Exception {
        Fx.run(() -> {
            Label label = new Label("x");
            Tip.on(label, "what it does");
            assertNull(label.getTooltip());
            assertEquals("what it does", label.queryAccessibleAttribute(AccessibleAttribute.HELP));
            Tip.on(label, "what it does now");
            assertEquals("what it does now", label.queryAccessibleAttribute(AccessibleAttribute.HELP));
            Tip.on(label, "");
            assertEquals("", label.queryAccessibleAttribute(AccessibleAttribute.HELP));
            Label own = new Label("y");
            own.setAccessibleHelp("more than the mouse is told");
            Tip.on(own, "less");
            assertEquals("more than the mouse is told", own.queryAccessibleAttribute(AccessibleAttribute.HELP));
            return 0;
        });
    }

    @Test
    void whatIsNoControlHasATipToo() throws Exception {
        Fx.run(() -> {
            HBox box = new HBox();
            Tip.on(box, "0.25");
            int before = box.getProperties().size();
            enter(box);
            assertTrue(box.getProperties().values().stream().anyMatch(value -> value instanceof Tooltip tip
                    && tip.getText().equals("0.25")));
            Tip.on(box, "");
            assertEquals(before, box.getProperties().size());
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

    private static void enter(Node node) {
        node.fireEvent(new MouseEvent(MouseEvent.MOUSE_ENTERED, 1, 1, 1, 1, MouseButton.NONE, 0, false, false, false,
                false, false, false, false, true, false, true, null));
    }
}
