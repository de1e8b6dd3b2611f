package cotejo.ui.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Which columns of a source are shown, in which order and how wide. Pinned ones come first and stay while the others
/// scroll. Columns are named by their number in the source, places by where they stand.
///
/// @param shown  the columns in order
/// @param pinned how many of them, from the first, are pinned
/// @param widths in pixels, of columns that were given one
public record GridColumns(List<Integer> shown, int pinned, Map<Integer, Double> widths) {

    /// The least width of a column.
    public static final double LEAST = 40;

    public GridColumns {
        shown = List.copyOf(shown);
        widths = Map.copyOf(widths);
        pinned = Math.min(pinned, shown.size());
    }

    /// All columns of a source in its order.
    public static GridColumns all(int columns) {
        return new GridColumns(IntStream.range(0, columns).boxed().toList(), 0, Map.of());
    }

    public GridColumns withWidth(int column, double width) {
        Map<Integer, Double> next = new HashMap<>(widths);
        next.put(column, Math.max(LEAST, width));
        return new GridColumns(shown, pinned, next);
    }

    /// A place taken out and put in again before another, as it was numbered before.
    public GridColumns moved(int from, int to) {
        List<Integer> next = new ArrayList<>(shown);
        int column = shown.get(from);
        next.subList(from, from + 1).clear();
        int at = to > from ? to - 1 : to;
        next.add(at, column);
        int stay = pinned;
        if (from < pinned && at >= pinned) {
            stay--;
        } else if (from >= pinned && at < pinned) {
            stay++;
        }
        return new GridColumns(next, stay, widths);
    }

    /// Without a column; one must stay.
    public GridColumns without(int column) {
        int place = shown.indexOf(column);
        if (place < 0 || shown.size() == 1) {
            return this;
        }
        List<Integer> next = new ArrayList<>(shown);
        next.subList(place, place + 1).clear();
        return new GridColumns(next, place < pinned ? pinned - 1 : pinned, widths);
    }

    /// With just these columns: those shown already keep their order, others follow.
    public GridColumns with(List<Integer> wanted) {
        List<Integer> next = new ArrayList<>(shown);
        next.retainAll(new java.util.HashSet<>(wanted));
        int stay = (int) shown.subList(0, pinned).stream().filter(next::contains).count();
        java.util.Set<Integer> there = new java.util.HashSet<>(next);
        wanted.stream().filter(column -> !there.contains(column)).forEach(next::add);
        return new GridColumns(next, stay, widths);
    }

    /// Pins a column behind those that are pinned, or lets it go.
    public GridColumns turned(int column) {
        int place = shown.indexOf(column);
        if (place < 0) {
            return this;
        }
        List<Integer> next = new ArrayList<>(shown);
        next.subList(place, place + 1).clear();
        boolean pin = place >= pinned;
        int border = pin ? pinned : pinned - 1;
        next.add(border, column);
        return new GridColumns(next, pin ? pinned + 1 : pinned - 1, widths);
    }

    /// Whether the column is pinned.
    public boolean pins(int column) {
        int place = shown.indexOf(column);
        return place >= 0 && place < pinned;
    }
}
