package cotejo.ui.runs;

import cotejo.model.RunStatus;
import cotejo.text.Texts;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/// The word and the shape of a status; the shape tells them apart without colour.
final class StatusMark {

    private StatusMark() {
    }

    static String word(RunStatus status) {
        // texts: runs.status.*
        return Texts.get("runs.status." + status.name().toLowerCase(Locale.ROOT));
    }

    /// An SVG path in a square of 12 by 12.
    static String shape(RunStatus status) {
        return switch (status) {
            case FINISHED -> "M2 6.5 L5 9.5 L10.5 3 L9.4 2 L4.9 7.4 L3.1 5.5 Z";
            case FAILED -> "M2 3 L3 2 L6 5 L9 2 L10 3 L7 6 L10 9 L9 10 L6 7 L3 10 L2 9 L5 6 Z";
            case KILLED -> "M3 3 H9 V9 H3 Z";
            case RUNNING -> "M3 2 L10 6 L3 10 Z";
            case SCHEDULED -> "M6 1 A5 5 0 1 0 6 11 A5 5 0 1 0 6 1 Z "
                    + "M6 2.3 A3.7 3.7 0 1 1 6 9.7 A3.7 3.7 0 1 1 6 2.3 Z M5.4 3.5 H6.6 V5.8 L8.4 7 L7.7 8 L5.4 6.5 Z";
            case UNKNOWN -> "M2 5.4 H10 V6.6 H2 Z";
        };
    }

    /// Lets its style sheet know a status. Not by a class of styles: a shape whose classes change is black until styles
    /// are next seen to, which may be after it was painted.
    static void tell(Node shape, RunStatus status) {
        for (RunStatus one : RunStatus.values()) {
            shape.pseudoClassStateChanged(PseudoClass.getPseudoClass(one.name().toLowerCase(Locale.ROOT)),
                    one == status);
        }
    }
}
