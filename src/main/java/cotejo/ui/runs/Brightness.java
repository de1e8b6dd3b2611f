package cotejo.ui.runs;

import javafx.scene.layout.Background;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// Tells a dark ground from a light one.
final class Brightness {

    private Brightness() {
    }

    static boolean dark(@Nullable Background background) {
        return background != null && !background.getFills().isEmpty()
                && background.getFills().getLast().getFill() instanceof Color color && color.getBrightness() < 0.5;
    }
}
