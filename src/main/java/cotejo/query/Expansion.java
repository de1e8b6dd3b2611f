package cotejo.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which nested runs and groups stand open. Immutable.
///
/// @param tree    how runs with others below them stand before anybody touched them; a run that a filter keeps only for
///                the sake of those below it starts open in any case
/// @param grouped how groups stand before anybody touched them
/// @param runs    what was chosen, by the key of the run
/// @param groups  what was chosen, by the path of the group
public record Expansion(Start tree, Start grouped, Map<Long, Start> runs, Map<List<GroupPart>, Start> groups) {

    public enum Start {
        CLOSED,
        OPEN
    }

    public Expansion {
        runs = Map.copyOf(runs);
        groups = Map.copyOf(groups);
    }

    public static Expansion closed() {
        return new Expansion(Start.CLOSED, Start.CLOSED, Map.of(), Map.of());
    }

    public static Expansion open() {
        return new Expansion(Start.OPEN, Start.OPEN, Map.of(), Map.of());
    }

    /// Runs stand open with what is below them; groups are closed, since their numbers are what was asked for.
    public static Expansion openTree() {
        return new Expansion(Start.OPEN, Start.CLOSED, Map.of(), Map.of());
    }

    /// Opens or closes a run, whatever it was: it stays so under another filter.
    public Expansion with(long runKey, Start wanted) {
        Map<Long, Start> chosen = new HashMap<>(runs);
        chosen.put(runKey, wanted);
        return new Expansion(tree, grouped, chosen, groups);
    }

    /// Opens or closes a group, whatever it was.
    public Expansion with(List<GroupPart> path, Start wanted) {
        Map<List<GroupPart>, Start> chosen = new HashMap<>(groups);
        chosen.put(List.copyOf(path), wanted);
        return new Expansion(tree, grouped, runs, chosen);
    }

    boolean showsBelow(long runKey, boolean matches) {
        return runs.getOrDefault(runKey, matches ? tree : Start.OPEN) == Start.OPEN;
    }

    boolean showsBelow(List<GroupPart> path) {
        return groups.getOrDefault(path, grouped) == Start.OPEN;
    }
}
