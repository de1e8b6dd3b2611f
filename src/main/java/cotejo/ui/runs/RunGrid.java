package cotejo.ui.runs;

import cotejo.chart.ChartTheme;
import cotejo.text.Texts;
import cotejo.ui.TextMeasure;
import cotejo.ui.details.Attaching;
import cotejo.ui.link.Linked;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The table of runs. Only the lines and columns in sight exist as nodes, whatever the number of runs and of columns;
/// pinned columns stay while the others scroll beside them. Selection, order and columns live in the view model.
final class RunGrid extends Region {

    private static final double HEAD = 32;
    private static final double LEAST_NAME = 96;
    /// What most tables show: so many cells are made before anything is known.
    private static final int USUAL_CELLS = 16;
    private static final double USUAL_WIDTH = 100;

    private final RunsViewModel model;
    private final ColumnEdits columns;
    private final GridMenus menus;
    private final GridHeader header;
    private final Pane body = new Pane() {
        @Override
        protected void layoutChildren() {
            // The grid places its rows.
        }
    };
    private final List<GridRow> rows = new ArrayList<>();
    private final ScrollBar down = new ScrollBar();
    private final ScrollBar across = new ScrollBar();
    private Listing listing = Listing.empty();
    private Geometry chosen = Geometry.of(List.of(), 280, Geometry.Lines.RUNS);
    private Geometry geometry = chosen;
    private ChartTheme theme = ChartTheme.LIGHT;
    private double rowHeight = 28;
    private TableState shown = TableState.plain();
    private double top;
    private double left;
    private long version;
    private final Linked linked;
    private boolean arranging;

    RunGrid(RunsViewModel model, RunCommands commands, Linked linked) {
        this.model = model;
        this.linked = linked;
        this.columns = new ColumnEdits(model);
        this.menus = new GridMenus(model, columns, commands);
        this.header = new GridHeader(this);
        getStyleClass().add("run-grid");
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setAccessibleText(Texts.get("runs.table"));
        setFocusTraversable(true);
        body.setManaged(false);
        body.getStyleClass().add("run-body");
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
        GridDrop drop = new GridDrop(this, body, new Attaching(model.context()));
        getChildren().addAll(body, header, down, across, drop.promise());
        body.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        new GridMouse(this, body, commands);
        new GridKeys(this, commands);
        model.onCells(this::refill);
        linked.hovered().addListener((property, before, now) -> rows.forEach(this::mean));
        setMinSize(120, 80);
    }

    /// Shows a listing: what was in sight stays so when runs come, go or change; another filter, sort or choice of runs
    /// is looked at from its beginning.
    void show(Listing next) {
        TableState state = model.state().get();
        boolean sameAsked = next.scope().equals(listing.scope()) && state.filter().equals(shown.filter())
                && state.sort().equals(shown.sort()) && state.groupBy().equals(shown.groupBy());
        listing = next;
        shown = state;
        arrange(Geometry.of(next.columns(), state.nameWidth(), lines()));
        if (!sameAsked) {
            top = 0;
        }
        clamp();
        refill();
    }

    /// Makes the rows that will be in sight, and finds their styles, while what they show is still being read.
    void prepare() {
        int across = (int) Math.max(0, Math.min(USUAL_CELLS, (getWidth() - chosen.fixed()) / USUAL_WIDTH));
        while (rows.size() < Math.ceil((getHeight() - HEAD) / rowHeight) + 1) {
            add().prepare(across);
        }
        body.applyCss();
        for (GridRow row : rows) {
            row.ready();
            row.setVisible(false);
        }
    }

    private GridRow add() {
        GridRow row = new GridRow();
        row.setManaged(false);
        rows.add(row);
        body.getChildren().add(row);
        return row;
    }

    private void arrange(Geometry next) {
        chosen = next;
        geometry = body.getWidth() > 0 ? chosen.within(body.getWidth(), LEAST_NAME) : chosen;
    }

    private Geometry.Lines lines() {
        return listing.grouped() ? Geometry.Lines.GROUPS : Geometry.Lines.RUNS;
    }

    /// Fills what is in sight anew.
    void refill() {
        version++;
        requestLayout();
    }

    void rowHeight(double pixels) {
        if (pixels != rowHeight) {
            top = top / rowHeight * pixels;
            rowHeight = pixels;
            refill();
        }
    }

    void theme(ChartTheme wanted) {
        if (!wanted.equals(theme)) {
            theme = wanted;
            refill();
        }
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

    /// Moves what scrolls sideways.
    void scrollBy(double pixels) {
        scrollTo(top, left + pixels);
    }

    private void clamp() {
        top = Math.max(0, Math.min(top, listing.rows().size() * rowHeight - body.getHeight()));
        left = Math.max(0, Math.min(left, geometry.scrolled() - (body.getWidth() - geometry.fixed())));
    }

    /// Brings a line into sight.
    void reveal(int line) {
        double y = line * rowHeight;
        if (y < top) {
            scrollTo(y, left);
        } else if (y + rowHeight > top + body.getHeight()) {
            scrollTo(y + rowHeight - body.getHeight(), left);
        }
    }

    @Override
    protected void layoutChildren() {
        arranging = true;
        double width = getWidth();
        double bar = Math.ceil(down.prefWidth(-1));
        double barAcross = Math.ceil(across.prefHeight(-1));
        double content = listing.rows().size() * rowHeight;
        boolean tall = content > getHeight() - HEAD;
        boolean wide = chosen.fixed() + chosen.scrolled() > width - (tall ? bar : 0);
        double room = Math.max(0, getHeight() - HEAD - (wide ? barAcross : 0));
        tall = content > room;
        geometry = chosen.within(width - (tall ? bar : 0), LEAST_NAME);
        double bodyWidth = Math.max(0, width - (tall ? bar : 0));
        header.resizeRelocate(0, 0, width, HEAD);
        body.resizeRelocate(0, HEAD, bodyWidth, room);
        clamp();
        bar(down, tall, top, content, room);
        down.resizeRelocate(width - bar, HEAD, bar, room);
        bar(across, wide, left, geometry.scrolled(), Math.max(1, bodyWidth - geometry.fixed()));
        across.resizeRelocate(geometry.fixed(), getHeight() - barAcross, Math.max(0, bodyWidth - geometry.fixed()),
                barAcross);
        fill(bodyWidth, room);
        arranging = false;
    }

    private static void bar(ScrollBar bar, boolean needed, double value, double content, double room) {
        bar.setVisible(needed);
        double most = Math.max(0, content - room);
        bar.setMax(Math.max(most, 0.001));
        bar.setVisibleAmount(content <= 0 ? 1 : bar.getMax() * room / content);
        bar.setValue(value);
        bar.setUnitIncrement(28);
        bar.setBlockIncrement(room);
    }

    private void fill(double bodyWidth, double room) {
        double sight = Math.max(0, bodyWidth - geometry.fixed());
        GridRow.Filling next = new GridRow.Filling(listing, geometry, left, geometry.first(left),
                geometry.end(left, sight), theme, model.selection(), model.points(), version);
        header.show(next, model.state().get().sort());
        int firstLine = (int) Math.floor(top / rowHeight);
        int count = (int) Math.ceil(room / rowHeight) + 1;
        while (rows.size() < count) {
            add();
        }
        for (int i = 0; i < rows.size(); i++) {
            int line = firstLine + Math.floorMod(i - firstLine, rows.size());
            GridRow row = rows.get(i);
            boolean there = line < listing.rows().size() && line * rowHeight < top + room;
            row.setVisible(there);
            if (there) {
                row.resizeRelocate(0, line * rowHeight - Math.round(top), bodyWidth, rowHeight);
                row.show(line, next);
                mean(row);
            }
        }
    }

    /// Lets a row stand out whose run a chart means.
    private void mean(GridRow row) {
        Long hovered = linked.hovered().get();
        boolean there = row.isVisible() && row.line() >= 0 && row.line() < listing.rows().size();
        row.pseudoClassStateChanged(GridRow.MEANT, hovered != null && there
                && listing.keyAt(row.line()) == hovered);
    }

    Linked linked() {
        return linked;
    }

    /// The line at a height within the body, or -1.
    int lineAt(double y) {
        int line = (int) Math.floor((y + top) / rowHeight);
        return line >= 0 && line < listing.rows().size() ? line : -1;
    }

    /// Where on the screen something belongs that is about the line the keyboard stands on: behind its name, or at the
    /// top when it is out of sight.
    Point2D besideLead() {
        @Nullable GridRow row = rowOf(model.selection().lead());
        double y = row == null ? 0 : row.getLayoutY() + rowHeight;
        return body.localToScreen(Math.min(geometry.nameWidth(), body.getWidth() / 2) / 2, Math.max(0, y));
    }

    @Nullable GridRow rowOf(int line) {
        return rows.stream().filter(row -> row.isVisible() && row.line() == line).findAny().orElse(null);
    }

    /// How many lines fit.
    int page() {
        return Math.max(1, (int) (body.getHeight() / rowHeight) - 1);
    }

    /// While an edge is dragged.
    void resize(int column, double width) {
        double name = column < 0 ? width : chosen.nameWidth();
        List<GridColumn> next = new ArrayList<>(geometry.columns());
        if (column >= 0) {
            next.set(column, next.get(column).withWidth(width));
        }
        arrange(Geometry.of(next, name, lines()));
        refill();
    }

    /// When the edge is let go.
    void resized(int column, double width) {
        if (column < 0) {
            model.change(state -> state.withNameWidth(width));
        } else {
            columns.change(geometry.columns().get(column).spec(), spec -> spec.withWidth(width));
        }
    }

    /// Makes a column as wide as what it shows.
    void fit(int column) {
        if (column < 0) {
            resized(column, 360);
            return;
        }
        TextMeasure measure = TextMeasure.of(javafx.scene.text.Font.getDefault());
        double most = measure.width(geometry.columns().get(column).head().text()) + 34;
        for (GridRow row : rows) {
            int at = row.isVisible() ? listing.rows().frameRow(row.line()) : -1;
            GridColumn.Words words = at < 0 ? null : geometry.columns().get(column).at(at);
            most = words == null ? most : Math.max(most, measure.width(words.brief()) + 20);
        }
        resized(column, Math.min(480, most));
    }

    RunsViewModel model() {
        return model;
    }

    ColumnEdits columns() {
        return columns;
    }

    GridMenus menus() {
        return menus;
    }

    Geometry geometry() {
        return geometry;
    }

    Listing listing() {
        return listing;
    }

    double left() {
        return left;
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
            case ROW_COUNT -> listing.rows().size();
            case COLUMN_COUNT -> geometry.columns().size() + 1;
            case ROW_AT_INDEX -> rowOf((Integer) parameters[0]);
            case FOCUS_ITEM -> rowOf(model.selection().lead());
            case MULTIPLE_SELECTION -> true;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
