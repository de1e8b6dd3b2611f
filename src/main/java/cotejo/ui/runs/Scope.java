package cotejo.ui.runs;

import cotejo.model.Experiment;
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

    /// All runs of some sources, in whichever of their experiments.
    record Sources(Set<Long> keys) implements Scope {
        public Sources {
            keys = Set.copyOf(keys);
        }
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
            case Sources(Set<Long> keys) -> (keys.size() == 1 ? "source:" : "sources:") + listed(keys);
            case Experiments(Set<Long> keys) -> (keys.size() == 1 ? "experiment:" : "experiments:") + listed(keys);
        };
    }

    private static String listed(Set<Long> keys) {
        return new TreeSet<>(keys).stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /// Where a run stands: with a source's experiments also what was moved into them from another source.
    private static long source(RunFrame frame, int row) {
        Experiment experiment = frame.experiment(row);
        return experiment == null ? frame.run(row).sourceKey() : experiment.sourceKey();
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
                case Sources(Set<Long> keys) -> !trashed && keys.contains(source(frame, row));
                case Experiments(Set<Long> keys) -> !trashed && keys.contains(frame.run(row).experimentKey());
            };
            if (in) {
                rows.set(row);
            }
        }
        return rows;
    }
}
