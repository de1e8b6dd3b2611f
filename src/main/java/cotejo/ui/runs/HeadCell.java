package cotejo.ui.runs;

import cotejo.query.SortKey;
import cotejo.text.Texts;
import cotejo.ui.TextMeasure;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;

/// The head of a column: its title, which number it is, and the place it has in the order.
final class HeadCell extends Region {

    private static final double GAP = 8;
    private static final String UP = "M1.5 7.5 L5 3 L8.5 7.5 Z";
    private static final String DOWN = "M1.5 3 L5 7.5 L8.5 3 Z";

    private final Text title = text("run-head-title");
    private final Text detail = text("run-head-detail");
    private final SVGPath arrow = new SVGPath();
    private final Text number = text("run-head-number");
    private String full = "";
    private String which = "";
    private GridColumn.Align align = GridColumn.Align.LEFT;

    HeadCell() {
        getStyleClass().add("run-head-cell");
        arrow.getStyleClass().add("run-head-arrow");
        setAccessibleRole(AccessibleRole.TABLE_COLUMN);
        setManaged(false);
        getChildren().addAll(title, detail, arrow, number);
        getChildren().forEach(node -> node.setManaged(false));
        title.fontProperty().addListener(any -> requestLayout());
    }

    private static Text text(String style) {
        Text text = new Text();
        text.getStyleClass().addAll("run-text", style);
        return text;
    }

    void show(ColumnHead head, GridColumn.Align side, List<SortKey> sort, int place) {
        full = head.title();
        which = head.detail();
        align = side;
        arrow.setVisible(place >= 0);
        number.setText(place >= 0 && sort.size() > 1 ? Integer.toString(place + 1) : "");
        String order = "";
        if (place >= 0) {
            boolean up = sort.get(place).direction() == SortKey.Direction.ASC;
            arrow.setContent(up ? UP : DOWN);
            order = ", " + Texts.get(up ? "runs.head.ascending" : "runs.head.descending", place + 1);
        }
        setAccessibleText(head.text() + order);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double baseline = Math.round(getHeight() / 2 + title.getFont().getSize() * 0.36);
        // The arrow may stand in the margin: sorting does not shorten a name that fitted before.
        double right = arrow.isVisible() ? GAP - 5 : GAP;
        double room = getWidth() - GAP - right;
        double marks = arrow.isVisible() ? 13 + TextMeasure.of(number.getFont()).width(number.getText()) : 0;
        TextMeasure small = TextMeasure.of(detail.getFont());
        double extra = which.isEmpty() ? 0 : small.width(which) + 5;
        TextMeasure measure = TextMeasure.of(title.getFont());
        title.setText(measure.middle(full, Math.max(12, room - marks - extra)));
        detail.setText(which);
        double used = measure.width(title.getText());
        double at = align == GridColumn.Align.RIGHT ? Math.max(GAP, getWidth() - right - used - extra - marks) : GAP;
        title.setX(at);
        detail.setX(at + used + 5);
        arrow.setLayoutX(at + used + extra + 3);
        arrow.setLayoutY(baseline - 9.5);
        number.setX(at + used + extra + 13);
        List.of(title, detail, number).forEach(text -> text.setY(baseline));
    }
}
