package cotejo.ui.runs;

import cotejo.text.Texts;
import cotejo.ui.TextMeasure;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A cell with a value, two lines of a group's numbers, or a small curve.
final class ValueCell extends Region {

    private static final double GAP = 8;

    private final Text text = new Text();
    private @Nullable Text second;
    private @Nullable Path path;
    private String full = "";
    private String below = "";
    private String spoken = "";
    private GridColumn.Align align = GridColumn.Align.LEFT;
    private SmallSeries.@Nullable Curve curve;
    private double fitted = -1;

    ValueCell() {
        getStyleClass().add("run-value");
        text.getStyleClass().add("run-text");
        setAccessibleRole(AccessibleRole.TABLE_CELL);
        setMouseTransparent(true);
        text.setManaged(false);
        text.fontProperty().addListener(any -> refit());
        getChildren().add(text);
    }

    private void refit() {
        fitted = -1;
        requestLayout();
    }

    /// A value, or a faint dash where there is none.
    void value(GridColumn.@Nullable Words words, GridColumn column) {
        put(words == null ? "–" : words.brief(), "", column.align());
        pseudoClassStateChanged(GridRow.MISSING, words == null);
        spoken = column.head().text() + ": " + (words == null ? Texts.get("runs.cell.missing") : words.brief());
        curve = null;
    }

    /// The numbers of a group: mean and deviation, and below them least and greatest.
    void numbers(String mean, String range, GridColumn column) {
        put(mean, range, GridColumn.Align.RIGHT);
        pseudoClassStateChanged(GridRow.MISSING, false);
        spoken = column.head().text() + ": " + mean + ", " + range;
        curve = null;
    }

    void ready() {
        TextMeasure.of(text.getFont()).width("0123456789.,-–…:/ acdehimnorsuy");
    }

    void nothing() {
        put("", "", GridColumn.Align.LEFT);
        spoken = "";
        curve = null;
    }

    /// A small curve; null as long as it is not read.
    void curve(SmallSeries.@Nullable Curve points, GridColumn.@Nullable Words last, GridColumn column) {
        put(last == null ? "–" : "", "", GridColumn.Align.LEFT);
        pseudoClassStateChanged(GridRow.MISSING, last == null);
        spoken = last == null ? column.head().text() : column.head().text() + ": " + last.brief();
        curve = points;
        requestLayout();
    }

    private void put(String first, String under, GridColumn.Align side) {
        if (!first.equals(full) || !under.equals(below) || side != align) {
            full = first;
            below = under;
            align = side;
            refit();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (fitted != width) {
            fitted = width;
            text.setText(TextMeasure.of(text.getFont()).middle(full, width - 2 * GAP));
            Text under = second;
            if (!below.isEmpty() && under == null) {
                under = new Text();
                under.getStyleClass().addAll("run-text", "run-range");
                under.setManaged(false);
                second = under;
                getChildren().add(under);
                under.fontProperty().addListener(any -> refit());
                under.applyCss();
            }
            if (under != null) {
                under.setText(TextMeasure.of(under.getFont()).middle(below, width - 2 * GAP));
                under.setVisible(!below.isEmpty());
            }
        }
        boolean two = second != null && !below.isEmpty() && getHeight() > 24;
        place(text, two ? getHeight() * 0.46 : getHeight() / 2 + middle(text));
        if (second != null) {
            second.setVisible(two);
            place(second, getHeight() * 0.86);
        }
        draw();
    }

    private static double middle(Text text) {
        return text.getFont().getSize() * 0.36;
    }

    private void place(Text line, double baseline) {
        boolean right = align == GridColumn.Align.RIGHT;
        double used = right ? TextMeasure.of(line.getFont()).width(line.getText()) : 0;
        line.setX(right ? getWidth() - GAP - used : GAP);
        line.setY(Math.round(baseline));
    }

    private void draw() {
        SmallSeries.Curve points = curve;
        Path line = path;
        if (points == null) {
            if (line != null) {
                line.setVisible(false);
            }
            return;
        }
        if (line == null) {
            line = new Path();
            line.getStyleClass().add("run-curve");
            line.setSmooth(true);
            line.setManaged(false);
            path = line;
            getChildren().add(line);
        }
        line.setVisible(true);
        line.getElements().clear();
        double scale = (getWidth() - 2 * GAP) / (SmallSeries.COLUMNS - 1);
        double height = getHeight() - 10;
        double spread = points.max() > points.min() ? points.max() - points.min() : 1;
        boolean flat = points.max() <= points.min();
        boolean begun = false;
        for (int i = 0; i < SmallSeries.COLUMNS; i++) {
            if (!Float.isNaN(points.lows()[i])) {
                double x = GAP + i * scale;
                double low = flat ? 0.5 : (points.lows()[i] - points.min()) / spread;
                double high = flat ? 0.5 : (points.highs()[i] - points.min()) / spread;
                double y = 5 + height * (1 - high);
                line.getElements().add(begun ? new LineTo(x, y) : new MoveTo(x, y));
                if (low < high) {
                    line.getElements().add(new LineTo(x, 5 + height * (1 - low)));
                }
                begun = true;
            }
        }
        if (points.points() == 1) {
            line.getElements().add(new LineTo(GAP + 2, 5 + height / 2));
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? spoken : super.queryAccessibleAttribute(attribute, parameters);
    }
}
