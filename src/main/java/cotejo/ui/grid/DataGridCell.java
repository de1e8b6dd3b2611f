package cotejo.ui.grid;

import cotejo.ui.TextMeasure;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// One cell on screen, used again for another when it scrolls away.
final class DataGridCell extends Region {

    private static final double GAP = 8;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");
    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
    private static final PseudoClass ODD = PseudoClass.getPseudoClass("odd");
    private static final PseudoClass DAMAGED = PseudoClass.getPseudoClass("damaged");

    private final Text text = new Text();
    private String full = "";
    private String spoken = "";
    private GridSource.Align align = GridSource.Align.LEFT;
    private double fitted = -1;

    DataGridCell() {
        getStyleClass().add("grid-cell");
        text.getStyleClass().add("grid-text");
        text.setManaged(false);
        text.fontProperty().addListener(any -> refit());
        setManaged(false);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.TABLE_CELL);
        getChildren().add(text);
    }

    private void refit() {
        fitted = -1;
        requestLayout();
    }

    /// Shows a cell; null while it is not there.
    void show(GridSource.Head head, GridSource.@Nullable Cell cell) {
        GridSource.Look look = cell == null ? GridSource.Look.VALUE : cell.look();
        String words = cell == null ? "" : cell.words();
        GridSource.Align side = look == GridSource.Look.ODD || look == GridSource.Look.DAMAGED ? GridSource.Align.LEFT
                : head.align();
        if (!words.equals(full) || side != align) {
            full = words;
            align = side;
            refit();
        }
        spoken = head.title() + ": " + words;
        pseudoClassStateChanged(QUIET, look == GridSource.Look.NULL || look == GridSource.Look.EMPTY
                || look == GridSource.Look.NOT_FINITE);
        pseudoClassStateChanged(ODD, look == GridSource.Look.ODD);
        pseudoClassStateChanged(DAMAGED, look == GridSource.Look.DAMAGED);
    }

    void mark(GridSelection selection, long row, int place) {
        pseudoClassStateChanged(SELECTED, selection.has(row, place));
        pseudoClassStateChanged(LEAD, selection.leadRow() == row && selection.leadPlace() == place);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        TextMeasure measure = TextMeasure.of(text.getFont());
        if (fitted != width) {
            fitted = width;
            String shown = brief(full);
            text.setText(align == GridSource.Align.RIGHT ? measure.number(shown, width - 2 * GAP)
                    : measure.middle(shown, width - 2 * GAP));
        }
        text.setX(align == GridSource.Align.RIGHT
                ? Math.max(GAP, width - GAP - measure.width(text.getText())) : GAP);
        text.setY(Math.round(getHeight() / 2 + text.getFont().getSize() * 0.36));
    }

    /// A long value's beginning and end, on one line: what is cut from it in a cell need not be measured.
    private static String brief(String value) {
        String some = value.length() <= 600 ? value : value.substring(0, 300) + value.substring(value.length() - 300);
        for (int i = 0; i < some.length(); i++) {
            if (some.charAt(i) < ' ') {
                return some.replace("\r\n", "⏎").replace('\n', '⏎').replace('\r', '⏎').replace('\t', '⇥')
                        .replaceAll("\\p{Cntrl}", "·");
            }
        }
        return some;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? spoken : super.queryAccessibleAttribute(attribute, parameters);
    }
}
