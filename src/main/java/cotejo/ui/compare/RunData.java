package cotejo.ui.compare;

import cotejo.compare.ComparedRun;
import cotejo.compare.Comparison;
import cotejo.model.DatasetRef;
import cotejo.model.DatasetUse;
import cotejo.ui.ShowEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which datasets of runs that are compared can be put beside each other.
final class RunData {

    private RunData() {
    }

    /// The names that two of the runs have a dataset of, which is not the same one.
    static Set<String> names(Comparison comparison) {
        Set<String> names = new LinkedHashSet<>();
        for (ComparedRun run : comparison.runs()) {
            run.facts().datasets().stream().map(use -> use.dataset().name())
                    .filter(name -> pair(comparison, name, -1, -1).isPresent()).forEach(names::add);
        }
        return names;
    }

    /// What the baseline, or without one the first run that has it, reads by a name, and what the run in a column does;
    /// where that is the same or none is chosen, the first run that reads something else.
    ///
    /// @param baseline key of a run, or -1
    /// @param column   the place of a run, or -1
    static Optional<ShowEvent.DatasetPair> pair(Comparison comparison, String name, long baseline,
            int column) {
        List<Integer> having = IntStream.range(0, comparison.runs().size())
                .filter(run -> of(comparison, run, name) != null).boxed().toList();
        if (having.isEmpty()) {
            return Optional.empty();
        }
        int first = having.stream().filter(run -> comparison.runs().get(run).run().key() == baseline).findFirst()
                .orElse(having.getFirst());
        DatasetRef before = of(comparison, first, name);
        DatasetRef chosen = column < 0 ? null : of(comparison, column, name);
        DatasetRef after = chosen != null && !chosen.equals(before) ? chosen : having.stream()
                .map(run -> of(comparison, run, name)).filter(other -> other != null && !other.equals(before))
                .findFirst().orElse(null);
        return before == null || after == null ? Optional.empty()
                : Optional.of(new ShowEvent.DatasetPair(before, after));
    }

    /// What two runs used for the same purpose, such as training, under different names; nothing of more runs.
    static List<ShowEvent.DatasetPair> byPurpose(Comparison comparison) {
        if (comparison.runs().size() != 2) {
            return List.of();
        }
        List<ShowEvent.DatasetPair> pairs = new ArrayList<>();
        for (DatasetUse before : comparison.runs().getFirst().facts().datasets()) {
            for (DatasetUse after : comparison.runs().getLast().facts().datasets()) {
                if (before.context().equals(after.context())
                        && !before.dataset().name().equals(after.dataset().name())) {
                    pairs.add(new ShowEvent.DatasetPair(before.dataset(), after.dataset()));
                }
            }
        }
        return pairs;
    }

    private static @Nullable DatasetRef of(Comparison comparison, int run, String name) {
        return comparison.runs().get(run).facts().datasets().stream().map(DatasetUse::dataset)
                .filter(dataset -> dataset.name().equals(name)).findFirst().orElse(null);
    }
}
