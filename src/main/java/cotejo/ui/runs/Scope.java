package cotejo.ui.runs;

import cotejo.model.RunFrame;
import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which runs stand in the table at all, as chosen in the list on the left.
sealed interface Scope {

    /// All runs but those in the trash.
    record All() implements Scope {
    }

    /// What the person starred.
    record Starred() implements Scope {
    }

    /// Runs in the trash, alone or with their experiment.
    record Trash() implements Scope {
    }

    /// The runs of some experiments.
    record Experiments(Set<Long> keys) implements Scope {
        public Experiments {
            keys = Set.copyOf(keys);
        }
    }

    /// What saved views of it are kept under.
    default String key() {
        return switch (this) {
            case All _ -> "all";
            case Starred _ -> "starred";
            case Trash _ -> "trash";
            case Experiments(Set<Long> keys) -> (keys.size() == 1 ? "experiment:" : "experiments:")
                    + new TreeSet<>(keys).stream().map(String::valueOf).collect(Collectors.joining(","));
        };
    }

    /// The rows of a frame that belong here.
    default BitSet rows(RunFrame frame) {
        BitSet rows = new BitSet(frame.size());
        for (int row = 0; row < frame.size(); row++) {
            boolean trashed = frame.trashed(row);
            boolean in = switch (this) {
                case All _ -> !trashed;
                case Starred _ -> !trashed && frame.run(row).starred();
                case Trash _ -> trashed;
                case Experiments(Set<Long> keys) -> !trashed && keys.contains(frame.run(row).experimentKey());
            };
            if (in) {
                rows.set(row);
            }
        }
        return rows;
    }
}
