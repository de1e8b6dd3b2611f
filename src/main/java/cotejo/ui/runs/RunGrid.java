package cotejo.ui.runs;

import cotejo.chart.ChartTheme;
import cotejo.text.Texts;
import cotejo.ui.TextMeasure;
import cotejo.ui.details.Attaching;
import cotejo.ui.grid.Viewport;
import cotejo.ui.link.Linked;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
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
    private final Viewport viewport = new Viewport(HEAD, "run-body", this::requestLayout);
    private final Pane body = viewport.body();
    private final List<GridRow> rows = new ArrayList<>();
    private final CellFunnel funnel;
    private Listing listing = Listing.empty();
    private Geometry chosen = Geometry.of(List.of(), 280, Geometry.Lines.RUNS);
    private Geometry geometry = chosen;
    private ChartTheme theme = ChartTheme.LIGHT;
    private TableState shown = TableState.plain();
    private long version;
    private final Linked linked;

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
        GridDrop drop = new GridDrop(this, body, new Attaching(model.context()));
        getChildren().addAll(body, header);
        getChildren().addAll(viewport.bars());
        getChildren().add(drop.promise());
        funnel = new CellFunnel(this, body);
        new GridMouse(this, body, commands, funnel);
        new GridKeys(this, commands, funnel);
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
        // It stands for a run of the listing before.
        funnel.stand(-1, -1);
        arrange(Geometry.of(next.columns(), state.nameWidth(), lines()));
        if (!sameAsked) {
            viewport.toTop();
        }
        viewport.content(lineCount(), geometry.fixed(), geometry.scrolled());
        refill();
    }

    /// Makes the rows that will be in sight, and finds their styles, while what they show is still being read.
    void prepare() {
        int across = (int) Math.max(0, Math.min(USUAL_CELLS, (getWidth() - chosen.fixed()) / USUAL_WIDTH));
        while (rows.size() < Math.ceil((getHeight() - HEAD) / viewport.rowHeight()) + 1) {
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
        if (viewport.rowHeight(pixels)) {
            refill();
        }
    }

    void theme(ChartTheme wanted) {
        if (!wanted.equals(theme)) {
            theme = wanted;
            refill();
        }
    }

    private int lineCount() {
        return listing.rows().size();
    }

    /// Brings a line into sight.
    void reveal(int line) {
        viewport.reveal(line);
    }

    @Override
    protected void layoutChildren() {
        double bodyWidth = viewport.begin(getWidth(), getHeight(), lineCount(), chosen.fixed() + chosen.scrolled());
        geometry = chosen.within(bodyWidth, LEAST_NAME);
        header.resizeRelocate(0, 0, getWidth(), HEAD);
        viewport.place(getHeight(), lineCount(), geometry.fixed(), geometry.scrolled());
        fill(bodyWidth);
        viewport.end();
    }

    private void fill(double bodyWidth) {
        double left = viewport.left();
        GridRow.Filling next = new GridRow.Filling(listing, geometry, left, geometry.first(left),
                geometry.end(left, viewport.sight()), theme, model.selection(), model.points(), version);
        header.show(next, model.state().get().sort());
        while (rows.size() < viewport.count()) {
            add();
        }
        for (int i = 0; i < rows.size(); i++) {
            int line = (int) viewport.rowOf(i, rows.size());
            GridRow row = rows.get(i);
            boolean there = viewport.shows(line);
            row.setVisible(there);
            if (there) {
                row.resizeRelocate(0, viewport.y(line), bodyWidth, viewport.rowHeight());
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
        return (int) viewport.rowAt(y);
    }

    /// Where on the screen something belongs that is about the line the keyboard stands on: behind its name, or at the
    /// top when it is out of sight.
    Point2D besideLead() {
        @Nullable GridRow row = rowOf(model.selection().lead());
        double y = row == null ? 0 : row.getLayoutY() + viewport.rowHeight();
        return body.localToScreen(Math.min(geometry.nameWidth(), body.getWidth() / 2) / 2, Math.max(0, y));
    }

    @Nullable GridRow rowOf(int line) {
        return rows.stream().filter(row -> row.isVisible() && row.line() == line).findAny().orElse(null);
    }

    /// How many lines fit.
    int page() {
        return viewport.page();
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
        return viewport.left();
    }

    Viewport viewport() {
        return viewport;
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
