package cotejo.ui.compare;

import cotejo.ui.FittedName;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The nodes of a line: its head, and the values of the columns in sight. Used over and over.
final class MatrixRow extends Pane {

    private static final PseudoClass SECTION = PseudoClass.getPseudoClass("section");
    private static final PseudoClass BRANCH = PseudoClass.getPseudoClass("branch");

    private final Matrix matrix;
    private final HBox head = new HBox(6);
    private final FontIcon fold = new FontIcon("fth-chevron-down");
    private final Circle dot = new Circle(4);
    private final Label label = new Label();
    private final Label note = new Label();
    private final List<ValueBox> boxes = new ArrayList<>();
    private final Pane values = new Pane() {
        @Override
        protected void layoutChildren() {
            // The row places its values.
        }
    };
    private int line = -1;
    private boolean heads;

    MatrixRow(Matrix matrix) {
        this.matrix = matrix;
        getStyleClass().add("compare-row");
        head.getStyleClass().add("compare-key");
        label.getStyleClass().add("compare-label");
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMinWidth(20);
        note.getStyleClass().add("compare-note");
        note.setMinWidth(Region.USE_PREF_SIZE);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(values.widthProperty());
        clip.heightProperty().bind(values.heightProperty());
        values.setClip(clip);
        getChildren().addAll(values, head);
        head.getChildren().addAll(fold, dot, label, note);
    }

    @Override
    protected double computePrefWidth(double height) {
        // As wide as the list, which has no bar of its own across.
        return 0;
    }

    /// Shows the titles of the columns.
    void showHeads() {
        heads = true;
        head(new Sheet.Head("", "", 0, Sheet.Fold.NONE, Sheet.Rank.LINE, 0));
        fillColumns();
    }

    /// Shows a line.
    void show(int number) {
        line = number;
        Sheet.Head shown = matrix.sheet().head(number);
        head(shown);
        pseudoClassStateChanged(SECTION, shown.rank() == Sheet.Rank.SECTION);
        pseudoClassStateChanged(BRANCH, shown.rank() == Sheet.Rank.BRANCH);
        if (shown.rank() == Sheet.Rank.LINE) {
            fillColumns();
        } else {
            boxes.forEach(box -> box.setVisible(false));
        }
        requestLayout();
    }

    private @Nullable String labelAt(int number) {
        return heads || number < 0 || number >= matrix.sheet().lines() ? null : matrix.sheet().head(number).label();
    }

    private void head(Sheet.Head shown) {
        boolean foldable = shown.fold() != Sheet.Fold.NONE;
        fold.setIconLiteral(shown.fold() == Sheet.Fold.OPEN ? "fth-chevron-down" : "fth-chevron-right");
        fold.setVisible(foldable);
        boolean coloured = shown.colour() != 0;
        dot.setVisible(coloured);
        dot.setManaged(coloured);
        dot.setFill(colour(shown.colour()));
        FittedName.show(label, shown.label(), labelAt(line - 1), labelAt(line + 1), 0);
        note.setText(shown.note());
        note.setVisible(!shown.note().isEmpty());
        note.setManaged(!shown.note().isEmpty());
        head.setStyle("-fx-padding: 0 8px 0 " + (8 + shown.depth() * 16) + "px;");
    }

    static Color colour(int argb) {
        return argb == 0 ? Color.TRANSPARENT : Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
    }

    private void fillColumns() {
        double width = matrix.columnWidth();
        int first = (int) Math.floor(matrix.left() / width);
        int end = Math.min(matrix.sheet().columns(),
                (int) Math.ceil((matrix.left() + Math.max(0, matrix.getWidth() - matrix.keyWidth())) / width));
        int count = Math.max(0, end - first);
        while (boxes.size() < count) {
            ValueBox box = new ValueBox();
            boxes.add(box);
            values.getChildren().add(box);
        }
        for (int i = 0; i < boxes.size(); i++) {
            ValueBox box = boxes.get(i);
            box.setVisible(i < count);
            if (i < count) {
                if (heads) {
                    box.showHead(matrix.sheet().column(first + i));
                } else {
                    box.show(matrix.sheet().value(line, first + i), width);
                }
                box.setUserData(first + i);
            }
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        head.resizeRelocate(0, 0, heads || !isSpread() ? matrix.keyWidth() : matrix.getWidth(), height);
        values.resizeRelocate(matrix.keyWidth(), 0, Math.max(0, matrix.getWidth() - matrix.keyWidth()), height);
        for (ValueBox box : boxes) {
            if (box.isVisible() && box.getUserData() instanceof Integer column) {
                box.resizeRelocate(column * matrix.columnWidth() - matrix.left(), 0, matrix.columnWidth(), height);
            }
        }
    }

    private boolean isSpread() {
        return line >= 0 && line < matrix.sheet().lines() && matrix.sheet().head(line).rank() == Sheet.Rank.SECTION;
    }
}
