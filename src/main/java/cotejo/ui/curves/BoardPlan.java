package cotejo.ui.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Where everything on the board is, worked out without making any of it: thousands of panels are thousands of
/// rectangles, and only those in sight become nodes.
record BoardPlan(List<Item> items, double height) {

    static final double GAP = 8;
    static final double HEADER = 32;
    static final double TITLE = 28;

    /// Something on the board, at its place in pixels.
    sealed interface Item {
        double x();

        double y();

        double width();

        double height();

        /// A section's header.
        record Header(Section section, double x, double y, double width, double height) implements Item {
        }

        /// A metric's panel.
        record Panel(String metric, String title, double x, double y, double width, double height) implements Item {
        }
    }

    static BoardPlan of(List<Section> sections, Set<String> folded, double width, PanelSize size) {
        List<Item> items = new ArrayList<>();
        int columns = (int) Math.max(1, Math.floor((width - GAP) / (size.width() + GAP)));
        double panelWidth = Math.floor((width - GAP * (columns + 1)) / columns);
        double y = 0;
        for (Section section : sections) {
            items.add(new Item.Header(section, GAP, y, width - 2 * GAP, HEADER));
            y += HEADER;
            if (folded.contains(section.name())) {
                continue;
            }
            int column = 0;
            for (String metric : section.metrics()) {
                if (column == columns) {
                    column = 0;
                    y += size.height() + GAP;
                }
                items.add(new Item.Panel(metric, section.shortName(metric), GAP + column * (panelWidth + GAP), y,
                        panelWidth, size.height()));
                column++;
            }
            y += size.height() + GAP;
        }
        return new BoardPlan(items, y);
    }

    /// What can be seen between two heights.
    List<Item> between(double top, double bottom) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Item item = items.get(middle);
            if (item.y() + item.height() < top) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int end = low;
        while (end < items.size() && items.get(end).y() <= bottom) {
            end++;
        }
        return items.subList(low, end);
    }
}
