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
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A grid of cells over a [GridSource] of any size: only rows and columns in sight exist as nodes, so that billions of
/// rows and tens of thousands of columns cost what is seen of them. Pinned columns stay while the others scroll; a
/// rectangle of cells can be selected; heads are dragged to resize and to reorder.
public final class DataGrid extends Region {

    private static final double HEAD = 40;

    private final DataGridHeader header = new DataGridHeader(this);
    private final Viewport viewport = new Viewport(HEAD, "grid-body", this::requestLayout);
    private final List<DataGridRow> rows = new ArrayList<>();
    private final ObjectProperty<GridColumns> columns = new SimpleObjectProperty<>(GridColumns.all(0));
    private final ReadOnlyObjectWrapper<GridSelection> selection = new ReadOnlyObjectWrapper<>(GridSelection.NONE);
    private GridSource source;
    private GridLayout layout;
    private IntFunction<@Nullable ContextMenu> headMenu = column -> null;
    private java.util.function.Supplier<@Nullable ContextMenu> cellMenu = () -> null;
    private BiConsumer<Integer, Boolean> headClick = (column, more) -> { };
    private IntFunction<String> order = column -> "";
    private long version;

    /// @param spoken what it is called to who cannot see it
    public DataGrid(GridSource source, String spoken) {
        this.source = source;
        this.layout = GridLayout.of(columns.get(), source, 0);
        getStyleClass().add("data-grid");
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setAccessibleText(spoken);
        setFocusTraversable(true);
        getChildren().addAll(viewport.body(), header);
        getChildren().addAll(viewport.bars());
        new DataGridHands(this, viewport.body()).install();
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
        viewport.toStart();
        selection.set(GridSelection.NONE);
        columns.set(GridColumns.all(next.columns()));
        refill();
    }

    /// Shows other rows of the same columns, from the first on; columns stay as they were arranged.
    public void rows(GridSource next) {
        source = next;
        viewport.toTop();
        selection.set(GridSelection.NONE);
        refill();
    }

    /// Fills what is in sight anew, because cells came or the number of rows changed. Cheap; merged with the next
    /// layout.
    public void refill() {
        version++;
        viewport.content(source.rows(), layout.fixed(), layout.scrolled());
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
        if (viewport.rowHeight(pixels)) {
            refill();
        }
    }

    /// Brings a row into sight and stands on it.
    public void go(long row) {
        if (row >= 0 && row < source.rows() && layout.places() > 0) {
            int place = Math.clamp(selection.get().leadPlace(), 0, layout.places() - 1);
            selection.set(GridSelection.cell(row, place));
            viewport.centre(row);
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
        return viewport.first();
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
        viewport.reveal(next.leadRow());
        revealPlace(next.leadPlace());
        refill();
    }

    private void revealPlace(int place) {
        if (place >= layout.pinned() && place < layout.places()) {
            double from = layout.offsets()[place];
            viewport.revealAcross(from, from + layout.widths()[place]);
        }
    }

    @Override
    protected void layoutChildren() {
        layout = GridLayout.of(columns.get(), source, labelWidth());
        double bodyWidth = viewport.begin(getWidth(), getHeight(), source.rows(), layout.fixed() + layout.scrolled());
        header.resizeRelocate(0, 0, getWidth(), HEAD);
        viewport.place(getHeight(), source.rows(), layout.fixed(), layout.scrolled());
        fill(bodyWidth);
        viewport.end();
    }

    private double labelWidth() {
        double digits = TextMeasure.of(javafx.scene.text.Font.getDefault())
                .width(source.widest());
        return Math.max(40, Math.ceil(digits) + 18);
    }

    private void fill(double bodyWidth) {
        double left = viewport.left();
        DataGridRow.Filling filling = new DataGridRow.Filling(source, layout, left, layout.first(left),
                layout.end(left, viewport.sight()), selection.get(), version);
        long first = viewport.first();
        source.seen(first, Math.min(source.rows(), first + viewport.count()), inSight(filling));
        header.show(filling, order);
        while (rows.size() < viewport.count()) {
            DataGridRow row = new DataGridRow();
            rows.add(row);
            viewport.body().getChildren().add(row);
        }
        for (int i = 0; i < rows.size(); i++) {
            long row = viewport.rowOf(i, rows.size());
            DataGridRow shown = rows.get(i);
            boolean there = viewport.shows(row);
            shown.setVisible(there);
            if (there) {
                shown.resizeRelocate(0, viewport.y(row), bodyWidth, viewport.rowHeight());
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
        return viewport.rowAt(y);
    }

    int placeAt(double x) {
        return layout.at(x, viewport.left());
    }

    int page() {
        return viewport.page();
    }

    GridLayout geometry() {
        return layout;
    }

    GridSource source() {
        return source;
    }

    double left() {
        return viewport.left();
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
