package cotejo.ui.datasets;

import cotejo.dataset.Dataset;
import cotejo.dataset.Leaf;
import cotejo.dataset.view.Condition;
import cotejo.dataset.view.DataView;
import cotejo.dataset.view.SortKey;
import cotejo.dataset.view.WhereReader;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.work.Latest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Which rows of an open dataset are shown, and in which order. Filtering and sorting read the file elsewhere; the rows
/// shown before stay until the new ones are there, and the newest wish wins.
final class RowsViewModel implements AutoCloseable {

    /// Nothing is under way.
    static final double IDLE = 2;

    /// What is asked for.
    ///
    /// @param where a condition in the language of `cotejo data --where`; empty for all rows
    /// @param order the first key counts most
    record Asked(String where, List<SortKey> order) {
        static final Asked ALL = new Asked("", List.of());
    }

    /// What is shown.
    ///
    /// @param condition what is asked for, as it was understood; null for all rows
    record Shown(Dataset dataset, Asked asked, @Nullable Condition condition, DataView view, RowSource rows) {
    }

    private record Report(String left, double share) {
    }

    private final OpenDataset open;
    private final Dataset dataset;
    private final List<Leaf> leaves;
    private final Latest latest;
    private final ReadOnlyObjectWrapper<Asked> asked = new ReadOnlyObjectWrapper<>(Asked.ALL);
    private final ReadOnlyObjectWrapper<Shown> shown;
    private final ReadOnlyStringWrapper mistake = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(IDLE);
    private final AtomicReference<@Nullable Report> untold = new AtomicReference<>();
    private int tries;

    RowsViewModel(OpenDataset open, OpenDataset.State.Open state) {
        this.open = open;
        this.dataset = state.dataset();
        this.leaves = Leaf.of(dataset.columns());
        this.latest = new Latest(open.context().background(), open.context().front());
        this.shown = new ReadOnlyObjectWrapper<>(new Shown(dataset, Asked.ALL, null, DataView.all(dataset),
                state.rows()));
    }

    /// Shows the rows that fulfil a condition, or says why it cannot be understood.
    void where(String text) {
        ask(new Asked(text.strip(), asked.get().order()));
    }

    /// Shows all rows in the order of the file.
    void all() {
        ask(Asked.ALL);
    }

    /// Narrows the rows shown by another condition.
    void narrow(String text) {
        where(WhereText.both(asked.get().where(), text));
    }

    /// Sorts by a column: up, then down, then no more.
    ///
    /// @param how whether other keys stay
    void sort(int column, Keys how) {
        Leaf leaf = flat(column);
        if (leaf == null) {
            mistake.set(Texts.get("datasets.sort.nested", dataset.columns().get(column).name()));
            return;
        }
        List<SortKey> keys = new ArrayList<>(asked.get().order());
        SortKey old = keys.stream().filter(key -> key.leaf().equals(leaf)).findAny().orElse(null);
        SortKey next = old == null ? new SortKey(leaf, SortKey.Direction.ASCENDING)
                : old.direction() == SortKey.Direction.ASCENDING ? new SortKey(leaf, SortKey.Direction.DESCENDING)
                : null;
        if (how == Keys.ONLY) {
            keys.clear();
        }
        int place = old == null ? -1 : keys.indexOf(old);
        if (place >= 0) {
            keys.remove(place);
        }
        if (next != null) {
            keys.add(place >= 0 ? place : keys.size(), next);
        }
        ask(new Asked(asked.get().where(), List.copyOf(keys)));
    }

    /// Sorts by one key alone.
    void sort(SortKey key) {
        ask(new Asked(asked.get().where(), List.of(key)));
    }

    /// Where among the rows shown the row of the file stands whose number was typed; when it is not there, the mistake
    /// says so.
    OptionalLong place(String typed) {
        double wanted = Figures.parse(typed.replaceAll("[\\s,.\u00a0\u202f]", ""));
        DataView view = shown.get().view();
        boolean number = wanted >= 1 && wanted <= view.total();
        OptionalLong place = number ? view.place((long) wanted - 1) : OptionalLong.empty();
        mistake.set(place.isPresent() ? "" : number ? Texts.get("datasets.jump.gone", (long) wanted)
                : Texts.get("datasets.jump.range", view.total()));
        return place;
    }

    /// Whether sorting by a column replaces the keys there are.
    enum Keys {
        ONLY,
        ADDED
    }

    /// What the head of a column says of the order: `▲`, `▼2`, or nothing.
    String mark(int column) {
        List<SortKey> keys = asked.get().order();
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).leaf().column() == column) {
                String arrow = keys.get(i).direction() == SortKey.Direction.ASCENDING ? "▲" : "▼";
                return keys.size() == 1 ? arrow : arrow + (i + 1);
            }
        }
        return "";
    }

    /// The column as a leaf, or null when it is nested.
    @Nullable Leaf flat(int column) {
        return leaves.stream().filter(leaf -> leaf.column() == column && leaf.steps().isEmpty()).findAny()
                .orElse(null);
    }

    /// Shows what was asked for at another time.
    void again(Asked before) {
        ask(before);
    }

    private void ask(Asked next) {
        Condition condition;
        try {
            condition = next.where().isEmpty() ? null : WhereReader.read(dataset.columns(), next.where());
        } catch (WhereReader.Misunderstood wrong) {
            mistake.set(String.valueOf(wrong.getMessage()));
            return;
        }
        mistake.set("");
        if (next.equals(asked.get())) {
            return;
        }
        asked.set(next);
        if (next.equals(Asked.ALL)) {
            latest.cancel();
            DataView all = DataView.all(dataset);
            show(new Shown(dataset, next, null, all, open.rows(dataset, all)));
            return;
        }
        share.set(-1);
        int now = ++tries;
        latest.submit(cancel -> DataView.of(dataset, condition, next.order(),
                (what, done, total) -> report(now, what, done, total), cancel),
                view -> show(new Shown(dataset, next, condition, view, open.rows(dataset, view))),
                failure -> {
                    stop();
                    mistake.set(open.words(failure));
                });
    }

    /// Many reports become one of the last.
    private void report(int attempt, String what, long done, long total) {
        if (untold.getAndSet(new Report(what, total <= 0 ? -1 : (double) done / total)) == null) {
            open.context().front().execute(() -> {
                Report last = untold.getAndSet(null);
                if (last != null && attempt == tries && share.get() != IDLE) {
                    left.set(last.left());
                    share.set(last.share() >= 1 ? -1 : last.share());
                }
            });
        }
    }

    private void show(Shown next) {
        tries++;
        Shown before = shown.get();
        shown.set(next);
        before.rows().close();
        idle();
    }

    private void idle() {
        share.set(IDLE);
        DataView view = shown.get().view();
        left.set(shown.get().asked().where().isEmpty() ? "" : Texts.get("datasets.filter.left",
                view.rows(), ColumnFacts.percent(view.rows(), Math.max(1, view.total()))));
    }

    /// Gives up what is under way; the rows stay as they are shown.
    void stop() {
        tries++;
        latest.cancel();
        asked.set(shown.get().asked());
        idle();
    }

    ReadOnlyObjectProperty<Asked> asked() {
        return asked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Why the last wish cannot be fulfilled, in a sentence; empty when it can.
    ReadOnlyStringProperty mistake() {
        return mistake.getReadOnlyProperty();
    }

    /// How many rows are left; empty without a condition.
    ReadOnlyStringProperty left() {
        return left.getReadOnlyProperty();
    }

    /// How much is done, from 0 to 1; below 0 while that is not known; [#IDLE] when nothing is under way.
    ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    @Override
    public void close() {
        latest.cancel();
        shown.get().rows().close();
    }
}
