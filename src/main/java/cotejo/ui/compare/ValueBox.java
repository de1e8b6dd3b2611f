package cotejo.ui.compare;

import cotejo.compare.Excerpt;
import cotejo.query.ColumnValues;
import cotejo.ui.TextMeasure;
import cotejo.ui.Tip;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One value: its text with the parts that differ marked, and its change from the baseline.
final class ValueBox extends HBox {

    private static final PseudoClass SAME = PseudoClass.getPseudoClass("same");
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    /// What stands around the text, in pixels; and so many characters tell how wide a text is.
    private static final double AROUND = 20;
    private static final int LONGEST = 400;

    private final Label text = new Label();
    private final Label change = new Label();
    private final HBox marked = new HBox();
    private final FontIcon best = new FontIcon("fth-award");
    private final Circle dot = new Circle(4);
    private Sheet.@Nullable Shown now;
    private double within;

    ValueBox() {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("compare-value");
        text.getStyleClass().add("compare-text");
        text.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        text.setMinWidth(20);
        change.getStyleClass().add("compare-change");
        change.setMinWidth(0);
        marked.setAlignment(Pos.CENTER_LEFT);
        best.getStyleClass().add("compare-best");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().addAll(dot, best, text, marked, change);
    }

    void showHead(Sheet.Head head) {
        getStyleClass().add("compare-column");
        marks(Sheet.Mark.PLAIN);
        there(dot, head.colour() != 0);
        dot.setFill(MatrixRow.colour(head.colour()));
        there(best, false);
        there(marked, false);
        there(text, true);
        text.setText(head.label());
        change.setText(head.note());
        there(change, !head.note().isEmpty());
        text.setMinWidth(60);
        Tip.on(this, head.label());
    }

    /// @param room the width there is, in pixels
    void show(Sheet.Shown shown, double room) {
        if (shown.equals(now) && room == within) {
            return;
        }
        now = shown;
        within = room;
        marks(shown.mark());
        there(dot, false);
        there(best, shown.mark() == Sheet.Mark.BEST);
        boolean fits = fitting(shown.text(), room - AROUND) >= shown.text().length();
        // A number that is cut in its middle keeps its exponent; without that it would be another number.
        boolean parts = !shown.spans().isEmpty() && (fits || !ColumnValues.isNumber(shown.text()));
        there(text, !parts);
        there(marked, parts);
        text.setText(parts ? "" : oneLine(shown.text()));
        if (parts) {
            mark(Excerpt.of(shown.text(), shown.spans(), fitting(shown.text(), room - AROUND)));
        }
        // A number is of no use without its digits; its change can wait for the pointer.
        text.setMinWidth(shown.change().isEmpty() || !fits ? 20 : Region.USE_PREF_SIZE);
        change.setText(shown.change());
        there(change, fits && !shown.change().isEmpty());
        Tip.on(this, shown.change().isEmpty() ? shown.exact() : shown.exact() + "   " + shown.change());
    }

    /// How many characters of a text fit, by how wide these are: digits are wider than small letters.
    private int fitting(String words, double room) {
        String measured = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        double width = TextMeasure.of(text.getFont()).width(measured);
        return width <= 0 ? words.length() : (int) (room / width * measured.length());
    }

    private void marks(Sheet.Mark mark) {
        pseudoClassStateChanged(SAME, mark == Sheet.Mark.SAME);
        pseudoClassStateChanged(BEST, mark == Sheet.Mark.BEST);
        pseudoClassStateChanged(MISSING, mark == Sheet.Mark.MISSING);
    }

    private static void there(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private void mark(Excerpt excerpt) {
        marked.getChildren().clear();
        excerpt.pieces().forEach(piece -> piece(piece.text(), piece.differs() ? "compare-mark" : "compare-text"));
    }

    private void piece(String part, String style) {
        if (!part.isEmpty()) {
            Label piece = new Label(oneLine(part));
            piece.getStyleClass().add(style);
            piece.setMinWidth(Region.USE_PREF_SIZE);
            marked.getChildren().add(piece);
        }
    }

    private static String oneLine(String text) {
        return text.length() > 2000 ? text.substring(0, 2000).replaceAll("\\R", " ⏎ ")
                : text.indexOf('\n') < 0 ? text : text.replaceAll("\\R", " ⏎ ");
    }
}
