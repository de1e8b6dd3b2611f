package cotejo.ui.runs;

import cotejo.model.RunFrame;
import cotejo.query.RunRow;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/// Which runs are selected, by key, and where the keyboard stands. It outlives sorting, filtering and new data: a run
/// that is only out of sight stays selected.
final class RunSelection {

    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private Listing listing = Listing.empty();
    private Set<Long> keys = new HashSet<>();
    /// Copied once a change: many ask, and a hundred thousand may be selected.
    private @Nullable Set<Long> copied;
    private int lead = -1;
    private int anchor = -1;
    private long leadKey = -1;
    private long anchorKey = -1;

    /// Changes with every change of the selection or of the place.
    ReadOnlyLongProperty version() {
        return version.getReadOnlyProperty();
    }

    /// Takes up a new listing: places are found again by run; runs that are gone for good are dropped.
    void show(Listing next) {
        boolean sameFrame = next.frame() == listing.frame();
        boolean first = listing.frame().size() == 0;
        listing = next;
        lead = again(leadKey, lead);
        anchor = again(anchorKey, anchor);
        if (!sameFrame && !first) {
            keys.removeIf(key -> next.frame().row(key) < 0);
        }
        changed();
    }

    private int again(long key, int line) {
        int found = key < 0 ? -1 : listing.rows().indexOf(key);
        return found >= 0 ? found : Math.min(line, listing.rows().size() - 1);
    }

    boolean has(long key) {
        return keys.contains(key);
    }

    /// Whether every run of a group is selected.
    boolean hasAll(RunRow.Group group, RunFrame frame) {
        return group.n() <= keys.size()
                && group.members().rows().allMatch(row -> keys.contains(frame.run(row).key()));
    }

    int size() {
        return keys.size();
    }

    /// How many are selected, such as `3 selected, 1 of them not in this table`.
    String words() {
        int hidden = size() - listing.among(keys).size();
        String all = Texts.get("runs.status.selected", size());
        return hidden == 0 ? all : all + ", " + Texts.get("runs.status.elsewhere", hidden);
    }

    /// The selected runs, as they are now.
    Set<Long> keys() {
        Set<Long> known = copied;
        if (known == null) {
            known = Set.copyOf(keys);
            copied = known;
        }
        return known;
    }

    /// The line the keyboard stands on, or -1.
    int lead() {
        return lead;
    }

    /// The run the keyboard stands on, or -1.
    long leadKey() {
        return lead < 0 || lead >= listing.rows().size() ? -1 : listing.keyAt(lead);
    }

    /// The selected runs that are in the table, in its order.
    List<Long> inOrder() {
        List<Long> found = new ArrayList<>();
        for (int line = 0; line < listing.rows().size() && found.size() < keys.size(); line++) {
            long key = listing.keyAt(line);
            if (key >= 0 && keys.contains(key)) {
                found.add(key);
            }
        }
        return found;
    }

    /// Selects one line and nothing else; a group stands for its runs.
    void only(int line) {
        if (!inside(line)) {
            return;
        }
        keys = new HashSet<>(keysOn(line));
        stand(line);
        anchor = line;
        anchorKey = leadKey;
        changed();
    }

    /// Adds a line, or takes it away.
    void toggle(int line) {
        if (!inside(line)) {
            return;
        }
        List<Long> here = keysOn(line);
        if (keys.containsAll(here)) {
            here.forEach(keys::remove);
        } else {
            keys.addAll(here);
        }
        stand(line);
        anchor = line;
        anchorKey = leadKey;
        changed();
    }

    /// Selects from the last line selected alone to this one.
    void extendTo(int line) {
        if (!inside(line)) {
            return;
        }
        int from = anchor < 0 ? line : anchor;
        keys = new HashSet<>();
        for (int i = Math.min(from, line); i <= Math.max(from, line); i++) {
            long key = listing.keyAt(i);
            if (key >= 0) {
                keys.add(key);
            }
        }
        stand(line);
        changed();
    }

    /// Moves the place without selecting.
    void moveTo(int line) {
        if (inside(line)) {
            stand(line);
            changed();
        }
    }

    /// Selects every run that passes the filter, folded away or not.
    void all() {
        keys = new HashSet<>();
        listing.matching().stream().forEach(row -> keys.add(listing.frame().run(row).key()));
        changed();
    }

    void clear() {
        keys.clear();
        changed();
    }

    /// Selects these runs and stands on the first of them.
    void choose(List<Long> runs) {
        keys = new HashSet<>(runs);
        int line = runs.isEmpty() ? -1 : listing.rows().indexOf(runs.getFirst());
        if (line >= 0) {
            stand(line);
            anchor = line;
            anchorKey = leadKey;
        }
        changed();
    }

    private List<Long> keysOn(int line) {
        return switch (listing.rows().get(line)) {
            case RunRow.Leaf leaf -> List.of(listing.frame().run(leaf.row()).key());
            case RunRow.Group group -> group.members().rows().mapToObj(row -> listing.frame().run(row).key()).toList();
        };
    }

    private boolean inside(int line) {
        return line >= 0 && line < listing.rows().size();
    }

    private void stand(int line) {
        lead = line;
        leadKey = listing.keyAt(line);
    }

    private void changed() {
        copied = null;
        version.set(version.get() + 1);
    }
}
