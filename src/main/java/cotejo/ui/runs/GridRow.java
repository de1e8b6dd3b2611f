package cotejo.ui.runs;

import cotejo.chart.ChartTheme;
import cotejo.model.Run;
import cotejo.query.RunRow;
import cotejo.query.Spread;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// One line on screen. Used again for another line when this one scrolls away; filled only when what it shows changes.
/// Cells of pinned columns lie on a ground of their own above those that scroll.
final class GridRow extends Region {

    static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");
    static final PseudoClass FAINT = PseudoClass.getPseudoClass("faint");
    static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");
    static final PseudoClass ON = PseudoClass.getPseudoClass("on");
    /// The run is meant by the pointer elsewhere, such as in a chart.
    static final PseudoClass MEANT = PseudoClass.getPseudoClass("meant");
    static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    /// What a row is filled from.
    ///
    /// @param version changes whenever anything in it does
    /// @param first   the first scrolled column in sight
    /// @param end     the one after the last
    record Filling(Listing listing, Geometry geometry, double left, int first, int end, ChartTheme theme,
            RunSelection selection, SmallSeries points, long version) {
    }

    private final Region ground = new Region() {
        @Override
        protected void layoutChildren() {
            // The row places what stands on the ground.
        }
    };
    private final NameCell name = new NameCell();
    private final List<ValueCell> fixed = new ArrayList<>();
    private final List<ValueCell> moving = new ArrayList<>();
    private int line = -1;
    private int shownFirst = -1;
    private int shownEnd = -1;
    private long version = -1;

    GridRow() {
        getStyleClass().add("run-row");
        ground.getStyleClass().add("run-pinned");
        ground.setMouseTransparent(true);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.TABLE_ROW);
        ground.setManaged(false);
        getChildren().addAll(ground, name);
        name.setManaged(false);
    }

    int line() {
        return line;
    }

    /// Whether the pointer is on it.
    void pointed(NameCell.Pointer pointer) {
        pseudoClassStateChanged(POINTED, pointer == NameCell.Pointer.HERE);
        name.pointed(pointer);
    }

    NameCell name() {
        return name;
    }

    /// Shows a line; does nothing when it shows just that already.
    void show(int wanted, Filling filling) {
        boolean other = wanted != line || filling.version() != version;
        line = wanted;
        version = filling.version();
        boolean more = cells(filling);
        if (more) {
            // Layout comes after styles: without this a new cell would be seen once in a type that is not its own.
            applyCss();
        }
        // Cells that come back into sight hold what they showed when they went, maybe of another run.
        if (other || more || shownFirst != filling.first() || shownEnd != filling.end()) {
            fill(filling);
        }
        shownFirst = filling.first();
        shownEnd = filling.end();
        place(filling);
    }

    /// Makes cells before there is anything to show in them.
    void prepare(int cells) {
        grow(moving, cells, Layer.BELOW);
        moving.forEach(ValueCell::nothing);
    }

    /// Measures what numbers and times are written with, once styles say in which type.
    void ready() {
        moving.stream().findFirst().ifPresent(ValueCell::ready);
    }

    private boolean cells(Filling filling) {
        boolean more = grow(fixed, filling.geometry().pinned(), Layer.ABOVE);
        return grow(moving, filling.end() - filling.first(), Layer.BELOW) || more;
    }

    /// Whether cells lie above the ground of what is pinned, or scroll away below it.
    private enum Layer {
        ABOVE,
        BELOW
    }

    private boolean grow(List<ValueCell> cells, int wanted, Layer layer) {
        boolean more = cells.size() < wanted;
        while (cells.size() < wanted) {
            ValueCell cell = new ValueCell();
            cell.setManaged(false);
            cells.add(cell);
            if (layer == Layer.BELOW) {
                getChildren().addFirst(cell);
            } else {
                getChildren().add(cell);
            }
        }
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).setVisible(i < wanted);
        }
        return more;
    }

    private void fill(Filling filling) {
        Listing listing = filling.listing();
        switch (listing.rows().get(line)) {
            case RunRow.Leaf leaf -> fill(filling, leaf);
            case RunRow.Group group -> fill(filling, group);
        }
        boolean lead = line == filling.selection().lead();
        pseudoClassStateChanged(LEAD, lead);
    }

    private void fill(Filling filling, RunRow.Leaf leaf) {
        Run run = filling.listing().frame().run(leaf.row());
        name.run(run, leaf, filling.theme(), filling.listing().nesting());
        pseudoClassStateChanged(SELECTED, filling.selection().has(run.key()));
        pseudoClassStateChanged(FAINT, !leaf.matches());
        pseudoClassStateChanged(GROUP, false);
        for (int i = 0; i < filling.geometry().pinned(); i++) {
            fill(fixed.get(i), filling, i, leaf.row());
        }
        for (int i = filling.first(); i < filling.end(); i++) {
            fill(moving.get(i - filling.first()), filling, i, leaf.row());
        }
    }

    private static void fill(ValueCell cell, Filling filling, int number, int row) {
        GridColumn column = filling.geometry().columns().get(number);
        GridColumn.Words words = column.at(row);
        if (column.curve() && column.ref() instanceof cotejo.query.ColumnRef.Metric metric) {
            long key = filling.listing().frame().run(row).key();
            cell.curve(words == null ? null : filling.points().curve(key, metric.key()), words, column);
        } else {
            cell.value(words, column);
        }
    }

    private void fill(Filling filling, RunRow.Group group) {
        name.group(group);
        pseudoClassStateChanged(SELECTED, filling.selection().hasAll(group, filling.listing().frame()));
        pseudoClassStateChanged(FAINT, false);
        pseudoClassStateChanged(GROUP, true);
        Spread[] spreads = filling.listing().spreadsAt(line, group);
        for (int i = 0; i < filling.geometry().pinned(); i++) {
            fill(fixed.get(i), filling.geometry().columns().get(i), spreads[i]);
        }
        for (int i = filling.first(); i < filling.end(); i++) {
            fill(moving.get(i - filling.first()), filling.geometry().columns().get(i), spreads[i]);
        }
    }

    private static void fill(ValueCell cell, GridColumn column, Spread spread) {
        String mean = GroupText.mean(spread, column.ref());
        if (mean.isEmpty()) {
            cell.nothing();
        } else {
            cell.numbers(mean, GroupText.range(spread, column.ref()), column);
        }
    }

    private void place(Filling filling) {
        Geometry geometry = filling.geometry();
        double height = getHeight();
        ground.resizeRelocate(0, 0, geometry.fixed(), height);
        name.resizeRelocate(0, 0, geometry.nameWidth(), height - 1);
        for (int i = 0; i < geometry.pinned(); i++) {
            fixed.get(i).resizeRelocate(geometry.offsets()[i], 0, geometry.width(i), height - 1);
        }
        for (int i = filling.first(); i < filling.end(); i++) {
            moving.get(i - filling.first()).resizeRelocate(geometry.fixed() + geometry.offsets()[i] - filling.left(), 0,
                    geometry.width(i), height - 1);
        }
    }

    @Override
    protected void layoutChildren() {
        // Cells are unmanaged and placed by place().
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case INDEX -> line;
            case TEXT -> name.queryAccessibleAttribute(AccessibleAttribute.TEXT);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
