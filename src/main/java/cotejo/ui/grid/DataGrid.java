package cotejo.ui.grid;

import cotejo.ui.TextMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A grid of cells over a [GridSource] of any size: only rows and columns in sight exist as nodes, so that billions of
/// rows and tens of thousands of columns cost what is seen of them. Pinned columns stay while the others scroll; a
/// rectangle of cells can be selected; heads are dragged to resize and to reorder.
public final class DataGrid extends Region {

    private static final double HEAD = 40;

    private final DataGridHeader header = new DataGridHeader(this);
    private final Pane body = new Pane() {
        @Override
        protected void layoutChildren() {
            // The grid places its rows.
        }
    };
    private final List<DataGridRow> rows = new ArrayList<>();
    private final ScrollBar down = new ScrollBar();
    private final ScrollBar across = new ScrollBar();
    private final ObjectProperty<GridColumns> columns = new SimpleObjectProperty<>(GridColumns.all(0));
    private final ReadOnlyObjectWrapper<GridSelection> selection = new ReadOnlyObjectWrapper<>(GridSelection.NONE);
    private GridSource source;
    private GridLayout layout;
    private IntFunction<@Nullable ContextMenu> headMenu = column -> null;
    private java.util.function.Supplier<@Nullable ContextMenu> cellMenu = () -> null;
    private BiConsumer<Integer, Boolean> headClick = (column, more) -> { };
    private IntFunction<String> order = column -> "";
    private double rowHeight = 28;
    private double top;
    private double left;
    private long version;
    private boolean arranging;

    /// @param spoken what it is called to who cannot see it
    public DataGrid(GridSource source, String spoken) {
        this.source = source;
        this.layout = GridLayout.of(columns.get(), source, 0);
        getStyleClass().add("data-grid");
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setAccessibleText(spoken);
        setFocusTraversable(true);
        body.setManaged(false);
        body.getStyleClass().add("grid-body");
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
        getChildren().addAll(body, header, down, across);
        body.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        new DataGridHands(this, body).install();
        columns.addListener((property, before, now) -> {
            selection.set(GridSelection.NONE);
            refill();
        });
        setMinSize(120, 80);
        show(source);
    }

    /// Shows another source, from its beginning, with all its columns.
    public void show(GridSource next) {
        source = next;
        top = 0;
        left = 0;
        selection.set(GridSelection.NONE);
        columns.set(GridColumns.all(next.columns()));
        refill();
    }

    /// Shows other rows of the same columns, from the first on; columns stay as they were arranged.
    public void rows(GridSource next) {
        source = next;
        top = 0;
        selection.set(GridSelection.NONE);
        refill();
    }

    /// Fills what is in sight anew, because cells came or the number of rows changed. Cheap; merged with the next
    /// layout.
    public void refill() {
        version++;
        requestLayout();
    }

    /// Which columns are shown, and how.
    public ObjectProperty<GridColumns> columns() {
        return columns;
    }

    /// The selected cells.
    public ReadOnlyObjectProperty<GridSelection> selection() {
        return selection.getReadOnlyProperty();
    }

    /// What a click on a head does: given the column, and whether Shift was held.
    public void onHead(BiConsumer<Integer, Boolean> click) {
        headClick = click;
    }

    /// What a head says of the order: `▲`, `▼2`, or nothing.
    public void orderMark(IntFunction<String> mark) {
        order = mark;
    }

    /// The menus of heads, given the column, and of cells.
    public void menus(IntFunction<@Nullable ContextMenu> ofHead,
            java.util.function.Supplier<@Nullable ContextMenu> ofCell) {
        headMenu = ofHead;
        cellMenu = ofCell;
    }

    /// The height of rows in pixels.
    public void rowHeight(double pixels) {
        if (pixels != rowHeight) {
            top = top / rowHeight * pixels;
            rowHeight = pixels;
            refill();
        }
    }

    /// Brings a row into sight and stands on it.
    public void go(long row) {
        if (row >= 0 && row < source.rows() && layout.places() > 0) {
            int place = Math.clamp(selection.get().leadPlace(), 0, layout.places() - 1);
            selection.set(GridSelection.cell(row, place));
            scrollTo(row * rowHeight - Math.floor(body.getHeight() / rowHeight / 2) * rowHeight, left);
            refill();
        }
    }

    /// Brings a column into sight.
    public void reveal(int column) {
        int place = columns.get().shown().indexOf(column);
        if (place >= 0) {
            revealPlace(place);
        }
    }

    /// The first row in sight.
    public long firstInSight() {
        return (long) Math.floor(top / rowHeight);
    }

    private void scrolled(ScrollEvent event) {
        scrollTo(top - event.getDeltaY(), left - event.getDeltaX());
        event.consume();
    }

    void scrollTo(double wantedTop, double wantedLeft) {
        if (arranging) {
            return;
        }
        double topBefore = top;
        double leftBefore = left;
        top = wantedTop;
        left = wantedLeft;
        clamp();
        if (top != topBefore || left != leftBefore) {
            requestLayout();
        }
    }

    private void clamp() {
        top = Math.max(0, Math.min(top, source.rows() * rowHeight - body.getHeight()));
        left = Math.max(0, Math.min(left, layout.scrolled() - (body.getWidth() - layout.fixed())));
    }

    /// Selects all rows of a column that is shown; its first cell comes into sight.
    public void selectColumn(int column) {
        int place = columns.get().shown().indexOf(column);
        if (place >= 0 && source.rows() > 0) {
            select(new GridSelection(0, place, source.rows() - 1, place));
            requestFocus();
        }
    }

    void select(GridSelection next) {
        selection.set(next);
        double y = next.leadRow() * rowHeight;
        if (y < top) {
            scrollTo(y, left);
        } else if (y + rowHeight > top + body.getHeight()) {
            scrollTo(y + rowHeight - body.getHeight(), left);
        }
        revealPlace(next.leadPlace());
        refill();
    }

    private void revealPlace(int place) {
        if (place < layout.pinned() || place >= layout.places()) {
            return;
        }
        double room = body.getWidth() - layout.fixed();
        double from = layout.offsets()[place];
        double to = from + layout.widths()[place];
        if (from < left || to - from > room) {
            scrollTo(top, from);
        } else if (to > left + room) {
            scrollTo(top, to - room);
        }
    }

    @Override
    protected void layoutChildren() {
        arranging = true;
        layout = GridLayout.of(columns.get(), source, labelWidth());
        double width = getWidth();
        double bar = Math.ceil(down.prefWidth(-1));
        double barAcross = Math.ceil(across.prefHeight(-1));
        double content = source.rows() * rowHeight;
        boolean tall = content > getHeight() - HEAD;
        boolean wide = layout.fixed() + layout.scrolled() > width - (tall ? bar : 0);
        double room = Math.max(0, getHeight() - HEAD - (wide ? barAcross : 0));
        tall = content > room;
        double bodyWidth = Math.max(0, width - (tall ? bar : 0));
        header.resizeRelocate(0, 0, width, HEAD);
        body.resizeRelocate(0, HEAD, bodyWidth, room);
        clamp();
        bar(down, tall, top, content, room);
        down.resizeRelocate(width - bar, HEAD, bar, room);
        double sight = Math.max(0, bodyWidth - layout.fixed());
        bar(across, wide, left, layout.scrolled(), Math.max(1, sight));
        across.resizeRelocate(layout.fixed(), getHeight() - barAcross, sight, barAcross);
        fill(bodyWidth, room, sight);
        arranging = false;
    }

    private double labelWidth() {
        double digits = TextMeasure.of(javafx.scene.text.Font.getDefault())
                .width(source.widest());
        return Math.max(40, Math.ceil(digits) + 18);
    }

    private static void bar(ScrollBar bar, boolean needed, double value, double content, double room) {
        bar.setVisible(needed);
        double most = Math.max(0, content - room);
        bar.setMax(Math.max(most, 0.001));
        // A thumb of a few pixels stays, however long the table is.
        bar.setVisibleAmount(content <= 0 ? 1 : bar.getMax() * Math.max(room / content, 0.02));
        bar.setValue(value);
        bar.setUnitIncrement(28);
        bar.setBlockIncrement(room);
    }

    private void fill(double bodyWidth, double room, double sight) {
        DataGridRow.Filling filling = new DataGridRow.Filling(source, layout, left, layout.first(left),
                layout.end(left, sight), selection.get(), version);
        long firstRow = (long) Math.floor(top / rowHeight);
        int count = (int) Math.ceil(room / rowHeight) + 1;
        source.seen(firstRow, Math.min(source.rows(), firstRow + count), inSight(filling));
        header.show(filling, order);
        while (rows.size() < count) {
            DataGridRow row = new DataGridRow();
            rows.add(row);
            body.getChildren().add(row);
        }
        double offset = Math.round(top - firstRow * rowHeight);
        for (int i = 0; i < rows.size(); i++) {
            long row = firstRow + Math.floorMod(i - firstRow, (long) rows.size());
            DataGridRow shown = rows.get(i);
            double y = (row - firstRow) * rowHeight - offset;
            boolean there = row < source.rows() && y < room;
            shown.setVisible(there);
            if (there) {
                shown.resizeRelocate(0, y, bodyWidth, rowHeight);
                shown.show(row, filling);
            }
        }
    }

    private List<Integer> inSight(DataGridRow.Filling filling) {
        List<Integer> shown = columns.get().shown();
        List<Integer> seen = new ArrayList<>(shown.subList(0, layout.pinned()));
        seen.addAll(shown.subList(filling.first(), Math.max(filling.first(), filling.end())));
        return seen;
    }

    /// Makes a column as wide as what it shows.
    void fit(int place) {
        int column = columns.get().shown().get(place);
        TextMeasure measure = TextMeasure.of(javafx.scene.text.Font.getDefault());
        double most = measure.width(source.head(column).title()) + 34;
        for (DataGridRow row : rows) {
            most = row.isVisible() ? Math.max(most, row.needs(source, column, measure) + 22) : most;
        }
        columns.set(columns.get().withWidth(column, Math.min(600, most)));
    }

    long rowAt(double y) {
        long row = (long) Math.floor((y + top) / rowHeight);
        return row >= 0 && row < source.rows() ? row : -1;
    }

    int placeAt(double x) {
        return layout.at(x, left);
    }

    int page() {
        return Math.max(1, (int) (body.getHeight() / rowHeight) - 1);
    }

    GridLayout geometry() {
        return layout;
    }

    GridSource source() {
        return source;
    }

    double left() {
        return left;
    }

    void head(int column, boolean more) {
        headClick.accept(column, more);
    }

    @Nullable ContextMenu menuOfHead(int column) {
        return headMenu.apply(column);
    }

    @Nullable ContextMenu menuOfCell() {
        return cellMenu.get();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 600;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 400;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ROW_COUNT -> (int) Math.min(Integer.MAX_VALUE, source.rows());
            case COLUMN_COUNT -> layout.places();
            case FOCUS_ITEM -> rows.stream().filter(row -> row.isVisible() && row.row() == selection.get().leadRow())
                    .findAny().orElse(null);
            case MULTIPLE_SELECTION -> true;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
