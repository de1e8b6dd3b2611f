package cotejo.ui.runs;

import cotejo.query.ColumnRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Adds, removes, moves and changes columns. The first change turns columns that were chosen by themselves into chosen
/// ones.
final class ColumnEdits {

    private final RunsViewModel model;

    ColumnEdits(RunsViewModel model) {
        this.model = model;
    }

    /// All chosen columns, shown or left out.
    List<ColumnSpec> chosen() {
        List<ColumnSpec> own = model.state().get().columns();
        return own.isEmpty() ? model.listing().get().chosen() : own;
    }

    private void change(UnaryOperator<List<ColumnSpec>> change) {
        List<ColumnSpec> next = change.apply(new ArrayList<>(chosen()));
        model.change(state -> state.withColumns(next));
    }

    /// Changes one column.
    void change(ColumnSpec column, UnaryOperator<ColumnSpec> how) {
        change(all -> {
            all.replaceAll(spec -> spec.shows(column) ? how.apply(spec) : spec);
            return all;
        });
    }

    /// Takes columns away.
    void remove(List<ColumnSpec> gone) {
        change(all -> {
            Set<ColumnSpec> bare = gone.stream().map(ColumnEdits::bare).collect(Collectors.toSet());
            all.removeIf(spec -> bare.contains(bare(spec)));
            return all;
        });
    }

    /// Adds columns at the end; those that are there stay.
    void add(List<ColumnSpec> more) {
        change(all -> {
            Set<ColumnSpec> there = all.stream().map(ColumnEdits::bare).collect(Collectors.toSet());
            more.stream().filter(spec -> there.add(bare(spec))).forEach(all::add);
            return all;
        });
    }

    /// Adds a column behind another.
    void addAfter(ColumnSpec before, ColumnSpec more) {
        change(all -> {
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).shows(before) && all.stream().noneMatch(more::shows)) {
                    all.add(i + 1, more.withPlace(before.place()));
                    break;
                }
            }
            return all;
        });
    }

    /// What makes it this column, without its width and place.
    private static ColumnSpec bare(ColumnSpec spec) {
        return new ColumnSpec(spec.ref(), spec.look(), 0, ColumnSpec.Place.SCROLLED);
    }

    boolean has(ColumnSpec column) {
        return chosen().stream().anyMatch(column::shows);
    }

    boolean has(ColumnRef column) {
        return has(ColumnSpec.of(column));
    }

    /// Moves a shown column before another shown one, by their places among the columns shown. Moved among the pinned,
    /// it is pinned; moved away from them, it is not.
    void move(int from, int to) {
        List<GridColumn> shown = model.listing().get().columns();
        if (from < 0 || from >= shown.size() || to == from || to == from + 1) {
            return;
        }
        ColumnSpec moved = shown.get(from).spec();
        int pinned = (int) shown.stream().filter(column -> column.spec().pinned()).count();
        boolean stays = to < pinned || to == pinned && moved.pinned();
        ColumnSpec placed = moved.withPlace(stays ? ColumnSpec.Place.PINNED : ColumnSpec.Place.SCROLLED);
        change(all -> {
            all.removeIf(spec -> spec.shows(moved));
            int at = all.size();
            if (to < shown.size()) {
                for (int i = 0; i < all.size(); i++) {
                    if (all.get(i).shows(shown.get(to).spec())) {
                        at = i;
                    }
                }
            }
            all.add(at, placed);
            return all;
        });
    }

    /// Back to the columns that are chosen by themselves.
    void reset() {
        model.change(state -> state.withColumns(List.of()));
    }
}
