package cotejo.ui.grid;

import cotejo.ui.TextMeasure;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// The head of one column: its name, below it its type, and the place it has in the order.
final class DataGridHead extends Region {

    private static final double GAP = 8;

    private final Text title = new Text();
    private final Text detail = new Text();
    private final Text order = new Text();
    private GridSource.Head head = new GridSource.Head("", "", GridSource.Align.LEFT, 0);

    DataGridHead() {
        getStyleClass().add("grid-head");
        title.getStyleClass().addAll("grid-text", "grid-head-title");
        detail.getStyleClass().addAll("grid-text", "grid-head-detail");
        order.getStyleClass().addAll("grid-text", "grid-head-order");
        setManaged(false);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.TABLE_COLUMN);
        getChildren().addAll(title, detail, order);
        getChildren().forEach(node -> node.setManaged(false));
        title.fontProperty().addListener(any -> requestLayout());
    }

    void show(GridSource.Head next, String mark) {
        if (!next.equals(head) || !mark.equals(order.getText())) {
            head = next;
            order.setText(mark);
            setAccessibleText(mark.isEmpty() ? next.title() + ", " + next.detail()
                    : next.title() + ", " + next.detail() + ", " + mark);
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double marked = order.getText().isEmpty() ? 0
                : TextMeasure.of(order.getFont()).width(order.getText()) + 4;
        double room = Math.max(8, getWidth() - 2 * GAP - marked);
        line(title, head.title(), room, 0.42, marked);
        line(detail, head.detail(), getWidth() - 2 * GAP, 0.80, 0);
        order.setX(head.align() == GridSource.Align.RIGHT ? getWidth() - GAP - marked + 4
                : title.getX() + TextMeasure.of(title.getFont()).width(title.getText()) + 4);
        order.setY(title.getY());
    }

    private void line(Text text, String full, double room, double at, double after) {
        TextMeasure measure = TextMeasure.of(text.getFont());
        text.setText(measure.middle(full, room));
        text.setX(head.align() == GridSource.Align.RIGHT
                ? Math.max(GAP, getWidth() - GAP - after - measure.width(text.getText())) : GAP);
        text.setY(Math.round(getHeight() * at));
    }
}
