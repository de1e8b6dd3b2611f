package cotejo.ui;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// What is said of something while the mouse rests on it. The tooltip is made when the mouse first comes: each is a
/// window of its own with a scene in it, and takes longer to make than the button it is for. Screen readers are told
/// the same at once, as the help of the node, unless that has a help of its own.
public final class Tip {

    private static final Object KEY = Tip.class;
    private static final Object MADE = new Object();
    private static final int LONGEST = 4000;
    private static final double WIDEST = 480;

    private Tip() {
    }

    /// Says this of a node from now on; an empty text takes away what was said.
    public static void on(Node node, String text) {
        Object before = node.getProperties().put(KEY, text);
        if (before == null) {
            node.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> install(node));
        }
        String help = node.getAccessibleHelp();
        if (help == null || help.equals(before)) {
            node.setAccessibleHelp(text.isEmpty() ? null : text);
        }
        if (made(node) != null) {
            install(node);
        }
    }

    /// What is said of a node; empty for nothing.
    public static String of(Node node) {
        return node.getProperties().get(KEY) instanceof String text ? text : "";
    }

    private static @Nullable Tooltip made(Node node) {
        return node instanceof Control control ? control.getTooltip()
                : node.getProperties().get(MADE) instanceof Tooltip tip ? tip : null;
    }

    private static void install(Node node) {
        String text = of(node);
        Tooltip tip = made(node);
        if (text.isEmpty()) {
            remove(node, tip);
            return;
        }
        if (tip == null) {
            tip = new Tooltip();
            tip.setWrapText(true);
            tip.setMaxWidth(WIDEST);
            if (node instanceof Control control) {
                control.setTooltip(tip);
            } else {
                node.getProperties().put(MADE, tip);
                Tooltip.install(node, tip);
            }
        }
        tip.setText(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }

    private static void remove(Node node, @Nullable Tooltip tip) {
        if (node instanceof Control control) {
            control.setTooltip(null);
        } else if (tip != null) {
            node.getProperties().remove(MADE);
            Tooltip.uninstall(node, tip);
        }
    }
}
