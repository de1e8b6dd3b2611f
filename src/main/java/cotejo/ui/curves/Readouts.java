package cotejo.ui.curves;

import cotejo.chart.ChartTheme;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/// The list of values at the crosshair, floating over the board. Its columns have TensorBoard's names.
final class Readouts {

    private static final int MOST = 12;
    private static final double AWAY = 18;
    private static final int COLUMNS = 6;

    private final Pane over;
    private final CurvesViewModel model;
    private final BooleanSupplier mayZoom;
    private final GridPane grid = new GridPane(12, 2);
    private final List<Row> rows = new ArrayList<>();
    private final List<Label> heads = new ArrayList<>();
    private final Label more = new Label();

    /// The cells of a line of the list, made once and used again: the list follows the pointer.
    private record Row(Circle dot, List<Label> cells) {
    }

    /// @param over    the layer the list floats on, above everything else
    /// @param mayZoom false while the wheel is scrolling the board
    Readouts(Pane over, CurvesViewModel model, BooleanSupplier mayZoom) {
        this.over = over;
        this.model = model;
        this.mayZoom = mayZoom;
        grid.getStyleClass().add("curve-readout");
        grid.setManaged(false);
        grid.setVisible(false);
        grid.setMouseTransparent(true);
        more.getStyleClass().add("curve-notes");
        for (int column = 0; column < COLUMNS; column++) {
            heads.add(cell(column, 0, "curve-read-head"));
        }
        over.getChildren().add(grid);
    }

    boolean mayZoom() {
        return mayZoom.getAsBoolean();
    }

    private ChartTheme theme() {
        return model.theme().get();
    }

    Color ink() {
        return BarsView.color(theme().text());
    }

    Color ground() {
        return BarsView.color(theme().background());
    }

    void hide() {
        grid.setVisible(false);
    }

    /// Shows other values where the list is open already.
    void renew(List<Reading> readings, boolean smoothed, Node at, double x, double y) {
        if (grid.isVisible()) {
            show(readings, smoothed, at, x, y);
        }
    }

    /// @param smoothed true to list the smoothed value beside the stored one
    void show(List<Reading> readings, boolean smoothed, Node at, double x, double y) {
        if (readings.isEmpty()) {
            hide();
            return;
        }
        List<Reading> shown = readings.size() <= MOST ? readings : readings.stream()
                .sorted(Comparator.comparingDouble(Reading::distance)).limit(MOST)
                .sorted(Comparator.comparingInt(readings::indexOf)).toList();
        write(heads, smoothed, Stream.of("run", "smoothed", "value", "step", "time", "relative")
                .map(name -> Texts.get("curves.read." + name)).toList()); // texts: curves.read.*
        for (int i = 0; i < shown.size(); i++) {
            fill(row(i), shown.get(i), smoothed);
        }
        for (int i = 0; i < rows.size(); i++) {
            visible(rows.get(i), i < shown.size(), smoothed);
        }
        remainder(readings.size() - shown.size());
        place(at, x, y);
    }

    private void remainder(int left) {
        if (left > 0) {
            more.setText(Texts.get("curves.read.more", left));
            if (more.getParent() == null) {
                grid.add(more, 1, MOST + 1, COLUMNS, 1);
            }
        } else {
            grid.getChildren().remove(more);
        }
    }

    private Row row(int i) {
        while (rows.size() <= i) {
            Row row = new Row(new Circle(4), new ArrayList<>());
            grid.add(row.dot(), 0, rows.size() + 1);
            for (int column = 0; column < COLUMNS; column++) {
                Label cell = cell(column, rows.size() + 1, column == 0 ? "curve-read-name" : "curve-read-cell");
                cell.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
                cell.setMaxWidth(280);
                row.cells().add(cell);
            }
            rows.add(row);
        }
        return rows.get(i);
    }

    private Label cell(int column, int row, String style) {
        Label cell = new Label();
        cell.getStyleClass().add(style);
        GridPane.setHalignment(cell, column > 0 ? HPos.RIGHT : HPos.LEFT);
        grid.add(cell, column + 1, row);
        return cell;
    }

    /// Writes a line of the list, closing up where the smoothed value is left out.
    private static void write(List<Label> cells, boolean smoothed, List<String> texts) {
        for (int column = 0; column < COLUMNS; column++) {
            int text = column == 0 || smoothed ? column : column + 1;
            cells.get(column).setText(text < COLUMNS ? texts.get(text) : "");
        }
        show(cells.getLast(), smoothed);
    }

    private void fill(Row row, Reading reading, boolean smoothed) {
        row.dot().setFill(BarsView.color(reading.argb()));
        write(row.cells(), smoothed, List.of(reading.name(), ValueText.value(reading.smoothed()),
                ValueText.value(reading.value()), reading.stepText(), ValueText.time(reading.time(), model.zone()),
                ValueText.elapsed(reading.relative())));
        boolean meant = Long.valueOf(reading.key()).equals(model.highlight().get());
        row.cells().forEach(cell -> cell.pseudoClassStateChanged(CurvesPane.MEANT, meant));
    }

    private static void visible(Row row, boolean wanted, boolean smoothed) {
        show(row.dot(), wanted);
        row.cells().forEach(cell -> show(cell, wanted && (smoothed || !cell.equals(row.cells().getLast()))));
    }

    private static void show(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    private void place(Node at, double x, double y) {
        grid.setVisible(true);
        grid.applyCss();
        double width = Math.ceil(grid.prefWidth(-1));
        double height = Math.ceil(grid.prefHeight(width));
        Point2D point = over.sceneToLocal(at.localToScene(x, y));
        Bounds room = over.getLayoutBounds();
        double left = point.getX() + AWAY + width <= room.getWidth() ? point.getX() + AWAY
                : Math.max(0, point.getX() - AWAY - width);
        double top = Math.max(0, Math.min(point.getY() + AWAY, room.getHeight() - height - 4));
        grid.resizeRelocate(Math.round(left), Math.round(top), width, height);
        grid.layout();
    }
}
