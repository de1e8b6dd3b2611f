package cotejo.ui.datasets;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Lines of a list under heads: how wide each part wants to be, and at least is, in pixels. The first one grows.
record HeadedLine(List<Double> widths, List<Double> least) {

    /// Parts in a line, as wide as the heads above them.
    HBox of(Region... parts) {
        HBox line = new HBox(12, parts);
        line.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < parts.length; i++) {
            parts[i].setMinWidth(least.get(i));
            parts[i].setPrefWidth(widths.get(i));
            parts[i].setMaxWidth(i == 0 ? Double.MAX_VALUE : widths.get(i));
        }
        HBox.setHgrow(parts[0], Priority.ALWAYS);
        return line;
    }
}
