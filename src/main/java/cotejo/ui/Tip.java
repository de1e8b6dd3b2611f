package cotejo.ui;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// What is said of something while the mouse rests on it. The tooltip is made when the mouse first comes: each is a
/// window of its own with a scene in it, and takes longer to make than the button it is for.
public final class Tip {

    private static final Object KEY = Tip.class;
    private static final int LONGEST = 4000;
    private static final double WIDEST = 480;

    private Tip() {
    }

    /// Says this of a control from now on; an empty text takes away what was said.
    public static void on(Control node, String text) {
        boolean first = node.getProperties().put(KEY, text) == null;
        if (first) {
            node.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> install(node));
        }
        if (node.getTooltip() != null) {
            install(node);
        }
    }

    /// What is said of a control; empty for nothing.
    public static String of(Control node) {
        return node.getProperties().get(KEY) instanceof String text ? text : "";
    }

    private static void install(Control node) {
        String text = of(node);
        if (text.isEmpty()) {
            node.setTooltip(null);
            return;
        }
        Tooltip tip = node.getTooltip() == null ? new Tooltip() : node.getTooltip();
        tip.setText(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
        tip.setWrapText(true);
        tip.setMaxWidth(WIDEST);
        node.setTooltip(tip);
    }
}
