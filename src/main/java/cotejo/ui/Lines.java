package cotejo.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Lines of text one below the other, each cut where it is too long for the width there is: what a cell of a list shows
/// with a third of the nodes, and a fifth of the styling, that labels would take. A line without text takes no room.
public final class Lines extends Region {

    private static final double BETWEEN = 1;
    private static final double BESIDE = 6;

    /// Where a line that is too long gives way.
    public enum Cut {
        /// In its middle: names differ at either end.
        MIDDLE,
        /// At its end, as sentences do.
        END
    }

    private static final class Line {
        private final Text text = new Text();
        private final Cut cut;
        private String full = "";

        Line(Cut cut) {
            this.cut = cut;
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private final VPos place;
    private @Nullable Node beside;
    private int besideAt;

    /// No lines yet.
    ///
    /// @param place where they lie in more height than they need
    public Lines(VPos place) {
        this.place = place;
    }

    /// One more line below the others.
    ///
    /// @return its number, for [#say]
    public int add(Cut cut, String... styles) {
        Line line = new Line(cut);
        Text text = line.text;
        text.getStyleClass().add("line");
        text.getStyleClass().addAll(styles);
        text.setManaged(false);
        text.setVisible(false);
        text.setTextOrigin(VPos.BASELINE);
        text.fontProperty().addListener(any -> requestLayout());
        lines.add(line);
        getChildren().add(text);
        return lines.size() - 1;
    }

    /// Sets what a line says; nothing takes the line away.
    public void say(int line, String words) {
        Line said = lines.get(line);
        if (!said.full.equals(words)) {
            said.full = words;
            said.text.setVisible(!words.isEmpty());
            requestLayout();
        }
    }

    /// What a line says, uncut.
    public String said(int line) {
        return lines.get(line).full;
    }

    /// Puts something behind a line; null takes it away.
    public void beside(int line, @Nullable Node node) {
        Node before = beside;
        if (before != null) {
            getChildren().remove(before);
        }
        beside = node;
        besideAt = line;
        if (node != null) {
            node.setManaged(false);
            getChildren().add(node);
        }
        requestLayout();
    }

    /// A node that came while cells were being laid out has no looks yet, and nobody would lay it out anew.
    private void dress() {
        Node node = beside;
        if (node != null) {
            node.applyCss();
        }
    }

    private double height(int at) {
        Line line = lines.get(at);
        if (line.full.isEmpty()) {
            return 0;
        }
        double height = Math.ceil(line.text.getFont().getSize() * 1.25);
        Node node = beside;
        return node != null && at == besideAt ? Math.max(height, Math.ceil(node.prefHeight(-1))) : height;
    }

    private double height() {
        double all = 0;
        for (int i = 0; i < lines.size(); i++) {
            double height = height(i);
            all += height == 0 ? 0 : height + (all == 0 ? 0 : BETWEEN);
        }
        return all;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        return insets.getTop() + height() + insets.getBottom();
    }

    @Override
    protected void layoutChildren() {
        dress();
        Insets insets = getInsets();
        double room = getWidth() - insets.getLeft() - insets.getRight();
        double y = insets.getTop();
        if (place == VPos.CENTER) {
            y += Math.max(0, (getHeight() - insets.getTop() - insets.getBottom() - height()) / 2);
        }
        for (int i = 0; i < lines.size(); i++) {
            double height = height(i);
            if (height > 0) {
                lay(i, insets.getLeft(), Math.round(y), room, height);
                y += height + BETWEEN;
            }
        }
    }

    private void lay(int at, double x, double y, double room, double height) {
        Line line = lines.get(at);
        Text text = line.text;
        TextMeasure measure = TextMeasure.of(text.getFont());
        String shown = line.cut == Cut.MIDDLE ? measure.middle(line.full, room) : measure.start(line.full, room);
        if (!shown.equals(text.getText())) {
            text.setText(shown);
        }
        text.setX(x);
        text.setY(Math.round(y + height / 2 + text.getFont().getSize() * 0.36));
        Node node = beside;
        if (node != null && at == besideAt) {
            double from = x + measure.width(shown) + BESIDE;
            double wide = Math.max(0, Math.min(Math.ceil(node.prefWidth(-1)), Math.floor(x + room - from)));
            double tall = node.prefHeight(-1);
            node.resizeRelocate(Math.round(from), Math.round(y + (height - tall) / 2), wide, tall);
        }
    }
}
