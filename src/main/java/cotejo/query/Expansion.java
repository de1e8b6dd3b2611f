package cotejo.query;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which nested runs and groups stand open. Immutable.
///
/// @param start  how runs and groups stand before anybody touched them; a run that a filter keeps only for the sake of
///               those below it starts open in any case
/// @param runs   keys of the runs that were turned the other way
/// @param groups paths of the groups that were turned the other way
public record Expansion(Start start, Set<Long> runs, Set<List<GroupPart>> groups) {

    public enum Start {
        CLOSED,
        OPEN
    }

    public Expansion {
        runs = Set.copyOf(runs);
        groups = Set.copyOf(groups);
    }

    public static Expansion closed() {
        return new Expansion(Start.CLOSED, Set.of(), Set.of());
    }

    public static Expansion open() {
        return new Expansion(Start.OPEN, Set.of(), Set.of());
    }

    /// Turns a run from open to closed or back.
    public Expansion toggle(long runKey) {
        Set<Long> turned = new HashSet<>(runs);
        if (!turned.remove(runKey)) {
            turned.add(runKey);
        }
        return new Expansion(start, turned, groups);
    }

    /// Turns a group from open to closed or back.
    public Expansion toggle(List<GroupPart> path) {
        Set<List<GroupPart>> turned = new HashSet<>(groups);
        if (!turned.remove(path)) {
            turned.add(path);
        }
        return new Expansion(start, runs, turned);
    }

    boolean showsBelow(long runKey, boolean matches) {
        return (start == Start.OPEN || !matches) != runs.contains(runKey);
    }

    boolean showsBelow(List<GroupPart> path) {
        return (start == Start.OPEN) != groups.contains(path);
    }
}
