package cotejo.ui.datasets;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A bar whose second half goes below the first where there is little room, as in the details of a run, so that none of
/// its buttons is cut.
final class NarrowBar extends VBox {

    private final HBox first;
    private final HBox second;
    private final List<Node> later;
    private final double room;

    /// @param room    the width in pixels below which it is narrow
    /// @param gap     between what is side by side
    /// @param earlier what comes first
    /// @param later   what goes below
    NarrowBar(double room, double gap, List<? extends Node> earlier, List<? extends Node> later) {
        super(4);
        this.room = room;
        this.later = List.copyOf(later);
        first = new HBox(gap);
        second = new HBox(gap);
        first.getChildren().addAll(earlier);
        first.getChildren().addAll(later);
        first.setAlignment(Pos.CENTER_LEFT);
        second.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(first);
        setMinWidth(0);
        widthProperty().addListener((property, before, now) -> part(now.doubleValue()));
    }

    private void part(double width) {
        boolean narrow = width < room;
        if (narrow == getChildren().contains(second)) {
            return;
        }
        if (narrow) {
            first.getChildren().removeAll(later);
            second.getChildren().setAll(later);
            getChildren().add(second);
        } else {
            getChildren().remove(second);
            second.getChildren().clear();
            first.getChildren().addAll(later);
        }
    }
}
