package cotejo.ui.grid;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/// What scrolls in a grid: rows of one height below a head, beside columns that stay. Says which of the rows are in
/// sight, for a grid that has nodes only for those, and keeps to the bounds of what there is. In pixels.
public final class Viewport {

    private final double head;
    private final Runnable moved;
    private final Pane body = new Pane() {
        @Override
        protected void layoutChildren() {
            // The grid places its rows.
        }
    };
    private final ScrollBar down = new ScrollBar();
    private final ScrollBar across = new ScrollBar();
    private double rowHeight = 28;
    private double top;
    private double left;
    private long rows;
    private double fixed;
    private double scrolled;
    private double width;
    private double height;
    private boolean arranging;

    /// @param head  how high the head is
    /// @param style the style class of the body
    /// @param moved asks for a layout, when something else is in sight
    public Viewport(double head, String style, Runnable moved) {
        this.head = head;
        this.moved = moved;
        body.setManaged(false);
        body.getStyleClass().add(style);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(body.widthProperty());
        clip.heightProperty().bind(body.heightProperty());
        body.setClip(clip);
        down.setOrientation(Orientation.VERTICAL);
        across.setOrientation(Orientation.HORIZONTAL);
        down.setManaged(false);
        across.setManaged(false);
        down.valueProperty().addListener((bar, before, now) -> scrollTo(now.doubleValue(), left));
        across.valueProperty().addListener((bar, before, now) -> scrollTo(top, now.doubleValue()));
        body.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    /// Where the grid puts its rows.
    public Pane body() {
        return body;
    }

    /// The bars, to be put above the body.
    public Node[] bars() {
        return new Node[] {down, across};
    }

    /// What there is to scroll: so many rows, so wide the columns that stay, and so wide those that scroll.
    public void content(long howMany, double fixedWidth, double scrolledWidth) {
        rows = howMany;
        fixed = fixedWidth;
        scrolled = scrolledWidth;
        clamp();
    }

    /// Goes to the first row.
    public void toTop() {
        top = 0;
    }

    /// Goes to the first row and column.
    public void toStart() {
        top = 0;
        left = 0;
    }

    /// The height of rows; the first in sight stays. True when it is another than before.
    public boolean rowHeight(double pixels) {
        boolean other = pixels != rowHeight;
        top = top / rowHeight * pixels;
        rowHeight = pixels;
        return other;
    }

    /// The height of rows.
    public double rowHeight() {
        return rowHeight;
    }

    private void scrolled(ScrollEvent event) {
        scrollTo(top - event.getDeltaY(), left - event.getDeltaX());
        event.consume();
    }

    /// Goes to a place, as far as there is one.
    public void scrollTo(double wantedTop, double wantedLeft) {
        if (arranging) {
            return;
        }
        double topBefore = top;
        double leftBefore = left;
        top = wantedTop;
        left = wantedLeft;
        clamp();
        if (top != topBefore || left != leftBefore) {
            moved.run();
        }
    }

    /// Moves what scrolls sideways.
    public void scrollBy(double pixels) {
        scrollTo(top, left + pixels);
    }

    private void clamp() {
        top = Math.max(0, Math.min(top, rows * rowHeight - height));
        left = Math.max(0, Math.min(left, scrolled - (width - fixed)));
    }

    /// Brings a row into sight.
    public void reveal(long row) {
        double y = row * rowHeight;
        if (y < top) {
            scrollTo(y, left);
        } else if (y + rowHeight > top + height) {
            scrollTo(y + rowHeight - height, left);
        }
    }

    /// Brings a row into the middle.
    public void centre(long row) {
        scrollTo(row * rowHeight - Math.floor(height / rowHeight / 2) * rowHeight, left);
    }

    /// Brings a stretch of the columns that scroll into sight, its beginning where it does not fit.
    public void revealAcross(double from, double to) {
        double room = sight();
        if (from < left || to - from > room) {
            scrollTo(top, from);
        } else if (to > left + room) {
            scrollTo(top, to - room);
        }
    }

    /// Begins a layout: finds which bars are needed in a grid of this size, and returns how wide the body will be.
    ///
    /// @param columns how wide all columns are together
    public double begin(double gridWidth, double gridHeight, long howMany, double columns) {
        arranging = true;
        double bar = Math.ceil(down.prefWidth(-1));
        double barAcross = Math.ceil(across.prefHeight(-1));
        double all = howMany * rowHeight;
        boolean tall = all > gridHeight - head;
        boolean wide = columns > gridWidth - (tall ? bar : 0);
        height = Math.max(0, gridHeight - head - (wide ? barAcross : 0));
        tall = all > height;
        width = Math.max(0, gridWidth - (tall ? bar : 0));
        down.setVisible(tall);
        across.setVisible(wide);
        down.resizeRelocate(gridWidth - bar, head, bar, height);
        across.resize(0, barAcross);
        body.resizeRelocate(0, head, width, height);
        return width;
    }

    /// Goes on with the layout, now that the widths of the columns are known.
    public void place(double gridHeight, long howMany, double fixedWidth, double scrolledWidth) {
        content(howMany, fixedWidth, scrolledWidth);
        bar(down, top, rows * rowHeight, height);
        bar(across, left, scrolled, Math.max(1, sight()));
        across.resizeRelocate(fixed, gridHeight - across.getHeight(), sight(), across.getHeight());
    }

    /// Ends the layout.
    public void end() {
        arranging = false;
    }

    private static void bar(ScrollBar bar, double value, double content, double room) {
        bar.setMax(Math.max(content - room, 0.001));
        // A thumb of a few pixels stays, however long the table is.
        bar.setVisibleAmount(content <= 0 ? 1 : bar.getMax() * Math.max(room / content, 0.02));
        bar.setValue(value);
        bar.setUnitIncrement(28);
        bar.setBlockIncrement(room);
    }

    /// How wide the part is in which columns scroll.
    public double sight() {
        return Math.max(0, width - fixed);
    }

    /// How far the columns are scrolled.
    public double left() {
        return left;
    }

    /// How wide the body is.
    public double width() {
        return width;
    }

    /// The first row in sight.
    public long first() {
        return (long) Math.floor(top / rowHeight);
    }

    /// How many rows are in sight, those at the edges included.
    public int count() {
        return (int) Math.ceil(height / rowHeight) + 1;
    }

    /// How many rows fit, but one.
    public int page() {
        return Math.max(1, (int) (height / rowHeight) - 1);
    }

    /// Which row the node of this number shows: the same one as long as it is in sight.
    public long rowOf(int node, int nodes) {
        return first() + Math.floorMod(node - first(), (long) nodes);
    }

    /// Where a row stands within the body.
    public double y(long row) {
        return (row - first()) * rowHeight - Math.round(top - first() * rowHeight);
    }

    /// Whether a row is there and in sight.
    public boolean shows(long row) {
        return row < rows && y(row) < height;
    }

    /// The row at a height within the body, or -1.
    public long rowAt(double y) {
        long row = (long) Math.floor((y + top) / rowHeight);
        return row >= 0 && row < rows ? row : -1;
    }
}
