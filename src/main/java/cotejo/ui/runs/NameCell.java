package cotejo.ui.runs;

import cotejo.chart.ChartTheme;
import cotejo.chart.RunColors;
import cotejo.model.Run;
import cotejo.model.RunStatus;
import cotejo.query.GroupPart;
import cotejo.query.RowsSpec.Nesting;
import cotejo.query.RunRow;
import cotejo.text.Texts;
import cotejo.ui.TextMeasure;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;

/// The cell that is always there: eye, star, indentation and arrow, the run's colour, its name, and its status by shape
/// and word. Of a group: its value and how many runs it has.
final class NameCell extends Region {

    /// What of the cell is under the pointer.
    enum Part {
        EYE,
        STAR,
        ARROW,
        BODY
    }

    private static final double SLOT = 18;
    private static final double INDENT = 16;
    private static final double MOST_INDENT = 12 * INDENT;
    private static final String EYE = "M1 6 C3 2.6 9 2.6 11 6 C9 9.4 3 9.4 1 6 Z "
            + "M6 4.3 A1.7 1.7 0 1 0 6 7.7 A1.7 1.7 0 1 0 6 4.3 Z";
    private static final String EYE_OFF = "M1.2 6 C2 4.6 3.3 3.7 4.7 3.4 L3.9 2.6 L2.2 0.9 L1.4 1.7 "
            + "L10.3 10.6 L11.1 9.8 "
            + "L9.3 8 C10 7.4 10.5 6.7 10.8 6 C9.3 3.4 7 3 5.6 3.2 L8.4 6 A2.4 2.4 0 0 1 5.9 8.5 L3.9 6.5 L2.6 5.2 "
            + "C2 5.6 1.5 5.8 1.2 6 C2.6 8.6 5 9.2 7.4 8.7";
    private static final String STAR = "M6 1 L7.5 4.3 L11.1 4.7 L8.4 7.1 L9.2 10.7 "
            + "L6 8.9 L2.8 10.7 L3.6 7.1 L0.9 4.7 L4.5 4.3 Z";
    private static final String OPEN = "M2 4 L6 8.5 L10 4 Z";
    private static final String CLOSED = "M4 2 L8.5 6 L4 10 Z";

    private final SVGPath eye = icon("run-eye");
    private final SVGPath star = icon("run-star");
    private final SVGPath arrow = icon("run-arrow");
    private final Circle dot = new Circle(4.5);
    private final Text name = text("run-name");
    private final SVGPath mark = icon("run-mark");
    private final Text word = text("run-status");
    private String full = "";
    private String statusWord = "";
    private String spoken = "";
    private double indent;
    private boolean group;
    private boolean nested;
    private boolean hidden;
    private boolean starred;
    private boolean finished;
    private boolean pointed;

    NameCell() {
        getStyleClass().add("run-name-cell");
        setAccessibleRole(AccessibleRole.TABLE_CELL);
        setMouseTransparent(true);
        star.setContent(STAR);
        dot.getStyleClass().add("run-dot");
        getChildren().addAll(eye, star, arrow, dot, name, mark, word);
        getChildren().forEach(node -> node.setManaged(false));
        name.fontProperty().addListener(any -> requestLayout());
        word.fontProperty().addListener(any -> requestLayout());
    }

    private static SVGPath icon(String style) {
        SVGPath path = new SVGPath();
        path.getStyleClass().add(style);
        return path;
    }

    private static Text text(String style) {
        Text text = new Text();
        text.getStyleClass().addAll("run-text", style);
        return text;
    }

    /// @param room whether there are arrows in the table, for which runs without one leave room
    void run(Run run, RunRow.Leaf leaf, ChartTheme theme, Nesting room) {
        group = false;
        nested = room == Nesting.TREE;
        hidden = run.hidden();
        starred = run.starred();
        finished = run.status() == RunStatus.FINISHED;
        indent = Math.min(MOST_INDENT, leaf.depth() * INDENT);
        full = run.name().isBlank() ? run.id() : run.name();
        statusWord = StatusMark.word(run.status());
        eye.setContent(run.hidden() ? EYE_OFF : EYE);
        eye.pseudoClassStateChanged(GridRow.ON, run.hidden());
        star.pseudoClassStateChanged(GridRow.ON, run.starred());
        arrow.setVisible(leaf.hasChildren());
        arrow.setContent(leaf.expanded() ? OPEN : CLOSED);
        paint(run, theme);
        mark(run.status());
        spoken = full + ", " + statusWord + (run.starred() ? ", " + Texts.get("runs.cell.starred") : "")
                + (run.hidden() ? ", " + Texts.get("runs.cell.hidden") : "");
        requestLayout();
    }

    private void paint(Run run, ChartTheme theme) {
        int argb = theme.line(RunColors.slot(run.id()));
        Color color = Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
        dot.setFill(run.hidden() ? Color.TRANSPARENT : color);
        dot.setStroke(color);
    }

    private void mark(RunStatus status) {
        mark.setContent(StatusMark.shape(status));
        StatusMark.tell(mark, status);
    }

    void group(RunRow.Group row) {
        group = true;
        GroupPart last = row.path().getLast();
        indent = row.depth() * INDENT;
        String value = last.value() == null ? Texts.get("runs.group.without")
                : GroupText.value(last);
        full = ColumnHead.of(last.column()).text() + ": " + value;
        statusWord = Texts.get("runs.count", row.n());
        arrow.setVisible(true);
        arrow.setContent(row.expanded() ? OPEN : CLOSED);
        spoken = full + ", " + statusWord;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double middle = getHeight() / 2;
        dot.setVisible(!group);
        mark.setVisible(false);
        eye.setVisible(!group && (hidden || pointed));
        star.setVisible(!group && (starred || pointed));
        double at = arrowAt();
        place(arrow, at, middle);
        at += nested || group ? 17 : 4;
        if (!group) {
            dot.setCenterX(at + 4.5);
            dot.setCenterY(middle);
            at += 17;
        }
        TextMeasure small = TextMeasure.of(word.getFont());
        boolean wordFits = getWidth() - at > (group ? 90 : 150);
        word.setText(wordFits ? statusWord : "");
        double right = getWidth() - 10 - small.width(word.getText());
        word.setX(right);
        word.setY(Math.round(middle + word.getFont().getSize() * 0.36));
        TextMeasure measure = TextMeasure.of(name.getFont());
        if (!group) {
            // Where there is little room, the mark of what ended well gives way to the name.
            mark.setVisible(!finished || wordFits || measure.width(full) <= right - 25 - at);
            right -= mark.isVisible() ? 17 : 0;
            place(mark, right, middle);
            right = slots(right, middle);
        }
        double gap = right < getWidth() - 10 ? 8 : 0;
        name.setText(measure.middle(full, Math.max(24, right - gap - at)));
        name.setX(at);
        name.setY(Math.round(middle + name.getFont().getSize() * 0.36));
    }

    private double arrowAt() {
        return 6 + indent;
    }

    /// Star and eye stand left of the status, where they are on or the pointer is near.
    private double slots(double from, double middle) {
        double right = from;
        if (eye.isVisible()) {
            right -= SLOT;
            place(eye, right, middle);
        }
        if (star.isVisible()) {
            right -= SLOT;
            place(star, right, middle);
        }
        return right;
    }

    /// Shows star and eye while the pointer is on the row.
    void pointed(Pointer pointer) {
        pointed = pointer == Pointer.HERE;
        requestLayout();
    }

    /// Whether the pointer is on the row.
    enum Pointer {
        HERE,
        ELSEWHERE
    }

    private static void place(SVGPath icon, double x, double middle) {
        icon.setLayoutX(x);
        icon.setLayoutY(middle - 6);
    }

    Part part(double x) {
        if (over(eye, x)) {
            return Part.EYE;
        }
        if (over(star, x)) {
            return Part.STAR;
        }
        double at = arrowAt();
        return arrow.isVisible() && x >= at - 4 && x < at + 16 ? Part.ARROW : Part.BODY;
    }

    private static boolean over(SVGPath icon, double x) {
        return icon.isVisible() && x >= icon.getLayoutX() - 3 && x < icon.getLayoutX() + SLOT - 3;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? spoken : super.queryAccessibleAttribute(attribute, parameters);
    }
}
