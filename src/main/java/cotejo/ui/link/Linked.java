package cotejo.ui.link;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the table and all charts of one set of runs share: the selected runs, the one that is meant by the pointer, and
/// where on a common x axis the pointer stands. Runs are named by their key. Used on the FX thread.
///
/// The selection belongs to one owner, such as the table, who says what it is; everybody else wishes and is told.
public final class Linked {

    private final ReadOnlyObjectWrapper<Set<Long>> selected = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Chosen> chosen = new ReadOnlyObjectWrapper<>(Chosen.of(Set.of()));
    private final ObjectProperty<@Nullable Long> hovered = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Crosshair> crosshair = new SimpleObjectProperty<>();
    private final Consumer<Wish> wish;

    /// A place on the x axis that several charts have in common.
    ///
    /// @param axis what the axis shows, such as `STEP`; charts with another axis do not follow
    public record Crosshair(String axis, double x) {
    }

    /// The selected runs, and what selected them.
    ///
    /// @param by what a chart knows its own doing by, such as what is brushed in it; null for anything else
    public record Chosen(Set<Long> keys, @Nullable Object by) {

        public Chosen {
            keys = Set.copyOf(keys);
        }

        public static Chosen of(Set<Long> keys) {
            return new Chosen(keys, null);
        }
    }

    /// What a chart wants selected.
    ///
    /// @param movement the same for all that is to be taken back at once
    public record Wish(Chosen chosen, Object movement) {
    }

    /// @param wish told whenever a chart wants other runs selected; answers by [#selected(Chosen)] when it agrees
    public Linked(Consumer<Wish> wish) {
        this.wish = wish;
    }

    /// A link without an owner: every wish is granted.
    public static Linked alone() {
        Linked[] own = new Linked[1];
        Linked linked = new Linked(wanted -> own[0].selected(wanted.chosen()));
        own[0] = linked;
        return linked;
    }

    /// The selected runs; an immutable set.
    public ReadOnlyObjectProperty<Set<Long>> selected() {
        return selected.getReadOnlyProperty();
    }

    /// The selected runs, and what selected them. Changes before [#selected] does.
    public ReadOnlyObjectProperty<Chosen> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// For the owner: this is selected now, and no chart did it.
    public void selected(Set<Long> keys) {
        if (!selected.get().equals(keys)) {
            selected(Chosen.of(keys));
        }
    }

    /// For the owner: this is selected now.
    public void selected(Chosen now) {
        if (!chosen.get().equals(now)) {
            chosen.set(now);
            selected.set(now.keys());
        }
    }

    /// For everybody else: these runs, and no others, should be selected, because they were clicked or brushed.
    public void select(Set<Long> keys) {
        select(Chosen.of(keys), new Object());
    }

    /// The same, said of what one movement of a hand is doing.
    ///
    /// @param movement the same for all that is to be taken back at once
    public void select(Chosen wanted, Object movement) {
        if (!chosen.get().equals(wanted)) {
            wish.accept(new Wish(wanted, movement));
        }
    }

    /// Adds a run to the selection, or takes it out.
    public void toggle(long key) {
        Set<Long> next = new LinkedHashSet<>(selected.get());
        if (!next.remove(key)) {
            next.add(key);
        }
        select(next);
    }

    /// The run that the pointer means, wherever it is; null when it means none.
    public ObjectProperty<@Nullable Long> hovered() {
        return hovered;
    }

    /// Where the pointer stands on an x axis; null when it stands on none.
    public ObjectProperty<@Nullable Crosshair> crosshair() {
        return crosshair;
    }
}
