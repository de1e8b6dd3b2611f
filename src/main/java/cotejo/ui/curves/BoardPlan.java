package cotejo.ui.curves;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where everything on the board is, worked out without making any of it: thousands of panels are thousands of
/// rectangles, and only those in sight become nodes.
///
/// @param cellWidth  of one column of the grid, without the gap
/// @param cellHeight of one row
/// @param tallest    the height of the tallest item
record BoardPlan(List<Item> items, double height, double cellWidth, double cellHeight, double tallest) {

    static final double GAP = 8;
    static final double HEADER = 32;
    static final double TITLE = 28;
    static final BoardPlan EMPTY = new BoardPlan(List.of(), 0, 1, 1, 0);

    /// Something on the board, at its place in pixels.
    sealed interface Item {
        double x();

        double y();

        double width();

        double height();

        /// A section's header.
        record Header(Section section, double x, double y, double width, double height) implements Item {
        }

        /// A panel.
        record Panel(Tile tile, double x, double y, double width, double height) implements Item {
        }
    }

    static BoardPlan of(List<Section> sections, BoardSetup setup, double width) {
        PanelSize size = setup.size();
        int columns = (int) Math.max(1, Math.floor((width - GAP) / (size.width() + GAP)));
        double cell = Math.floor((width - GAP * (columns + 1)) / columns);
        List<Item> items = new ArrayList<>();
        double y = 0;
        double tallest = HEADER;
        for (Section section : sections) {
            items.add(new Item.Header(section, GAP, y, width - 2 * GAP, HEADER));
            y += HEADER;
            if (setup.folded().contains(section.name())) {
                continue;
            }
            Grid grid = new Grid(columns);
            List<Item> placed = new ArrayList<>();
            for (Tile tile : section.tiles()) {
                Span span = setup.spans().getOrDefault(tile.id(), Span.ONE);
                int across = Math.min(columns, span.columns());
                int at = grid.place(across, span.rows());
                double tall = span.rows() * (size.height() + GAP) - GAP;
                tallest = Math.max(tallest, tall);
                int line = at / columns;
                placed.add(new Item.Panel(tile, GAP + at % columns * (cell + GAP),
                        y + line * (size.height() + GAP), across * (cell + GAP) - GAP, tall));
            }
            placed.sort(Comparator.comparingDouble(Item::y));
            items.addAll(placed);
            y += grid.rows() * (size.height() + GAP);
        }
        return new BoardPlan(items, y, cell, size.height(), tallest);
    }

    /// Cells taken so far, column by column down to the first free row.
    private static final class Grid {
        private final int[] free;

        Grid(int columns) {
            free = new int[columns];
        }

        /// The first place, by row and then by column, from which everything below is free, as row × columns + column.
        int place(int across, int down) {
            int bestColumn = 0;
            int bestRow = Integer.MAX_VALUE;
            for (int column = 0; column + across <= free.length; column++) {
                int row = 0;
                for (int i = column; i < column + across; i++) {
                    row = Math.max(row, free[i]);
                }
                if (row < bestRow) {
                    bestRow = row;
                    bestColumn = column;
                }
            }
            for (int i = bestColumn; i < bestColumn + across; i++) {
                free[i] = bestRow + down;
            }
            return bestRow * free.length + bestColumn;
        }

        int rows() {
            int most = 0;
            for (int row : free) {
                most = Math.max(most, row);
            }
            return most;
        }
    }

    /// What can be seen between two heights.
    List<Item> between(double top, double bottom) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items.get(middle).y() + tallest < top) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        List<Item> seen = new ArrayList<>();
        for (int i = low; i < items.size() && items.get(i).y() <= bottom; i++) {
            if (items.get(i).y() + items.get(i).height() >= top) {
                seen.add(items.get(i));
            }
        }
        return seen;
    }

    Optional<Item.Panel> panel(String id) {
        for (Item item : items) {
            if (item instanceof Item.Panel panel && panel.tile().id().equals(id)) {
                return Optional.of(panel);
            }
        }
        return Optional.empty();
    }

    /// The panel before which one that is dropped at a place comes to stand: the first one whose middle is further on,
    /// in the order of reading; empty for the end.
    Optional<Tile> before(String section, double x, double y) {
        for (Item item : items) {
            if (item instanceof Item.Panel panel && panel.tile().section().equals(section)) {
                boolean below = panel.y() > y;
                boolean beside = y < panel.y() + panel.height() && x < panel.x() + panel.width() / 2;
                if (below || beside) {
                    return Optional.of(panel.tile());
                }
            }
        }
        return Optional.empty();
    }

    /// The section at a height.
    Optional<Section> sectionAt(double y) {
        Section found = null;
        for (Item item : items) {
            if (item instanceof Item.Header header && (header.y() <= y || found == null)) {
                found = header.section();
            }
        }
        return Optional.ofNullable(found);
    }
}
