package cotejo.compare;

import cotejo.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs picked by hand into two groups. No run is in both.
///
/// @param letters the groups of the runs by key; a run that is in none is not in it
public record PickedGroups(Map<Long, Letter> letters) {

    /// What the groups are called.
    public enum Letter {
        A,
        B
    }

    public PickedGroups {
        letters = Map.copyOf(letters);
    }

    /// Nothing picked.
    public static PickedGroups none() {
        return new PickedGroups(Map.of());
    }

    /// The same with a run put into a group, or taken out of it when it was there.
    public PickedGroups toggled(long run, Letter letter) {
        Map<Long, Letter> next = new HashMap<>(letters);
        if (letters.get(run) == letter) {
            next.remove(run);
        } else {
            next.put(run, letter);
        }
        return new PickedGroups(next);
    }

    /// The groups among these runs; empty while one of them has no run.
    public Optional<Groups> of(List<ComparedRun> runs) {
        Groups.Side first = side(runs, Letter.A);
        Groups.Side second = side(runs, Letter.B);
        return first.runs().isEmpty() || second.runs().isEmpty() ? Optional.empty()
                : Optional.of(new Groups(Texts.get("compare.groups.picked"), first, second));
    }

    private Groups.Side side(List<ComparedRun> runs, Letter letter) {
        return new Groups.Side(letter.name(), runs.stream().filter(run -> letters.get(run.run().key()) == letter)
                .toList());
    }
}
