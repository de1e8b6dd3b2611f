package cotejo.ui.curves;

import cotejo.chart.XMode;
import cotejo.text.Texts;
import javafx.beans.InvalidationListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The values of a panel at a place that stays, while points of runs that are watched keep coming in; or at the newest
/// points, which go on with them.
final class PinnedValues extends VBox {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 300;

    private final PanelViewModel lines;
    private final ValuesTable table;
    private final Label place = new Label();
    private final CheckBox newest = new CheckBox(Texts.get("curves.values.newest"));
    private final double x;
    private final InvalidationListener changed = change -> show();

    /// @param x where; infinite for the newest points
    PinnedValues(CurvesViewModel model, Tile tile, double x) {
        super(8);
        this.x = x;
        // One of its own: the panel on the board may scroll out of sight and end.
        lines = model.open(tile);
        table = new ValuesTable(model.zone());
        place.getStyleClass().add("curve-notes");
        newest.setSelected(Double.isInfinite(x));
        newest.setDisable(Double.isInfinite(x));
        newest.setOnAction(event -> show());
        getChildren().addAll(place, table, newest);
        lines.state().addListener(changed);
        sceneProperty().subscribe((before, now) -> {
            if (now == null) {
                lines.state().removeListener(changed);
                model.close(lines);
            }
        });
        lines.resize(WIDTH, HEIGHT, 1);
        show();
    }

    private void show() {
        double at = newest.isSelected() ? Double.POSITIVE_INFINITY : x;
        place.setText(Double.isInfinite(at) ? Texts.get("curves.values.atnewest")
                : Texts.get("curves.values.at", axis(), at(at)));
        table.show(lines.values(at), lines.state().get().smoothed());
    }

    private String axis() {
        return Notes.axis(lines.look().axis());
    }

    private String at(double value) {
        String axis = lines.look().axis();
        return axis.equals(XMode.WALL.name()) ? ValueText.time(value, lines.board().zone())
                : axis.equals(XMode.RELATIVE.name()) ? ValueText.elapsed(value) : ValueText.value(value);
    }

    /// What is listed, in the order it is shown.
    ValuesTable table() {
        return table;
    }
}
