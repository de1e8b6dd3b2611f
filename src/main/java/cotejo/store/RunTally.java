package cotejo.store;

import java.util.Set;

/// What a run holds, counted.
///
/// @param metricKeys the numbers of its metric keys
/// @param datasets   the keys of the datasets it read
public record RunTally(int params, int tags, long points, Set<Integer> metricKeys, Set<Long> datasets) {

    static RunTally of(PackedFacts facts) {
        long points = 0;
        for (SeriesHeader header : facts.metrics.values()) {
            points += header.summary().count();
        }
        Set<Long> datasets = new java.util.HashSet<>();
        facts.uses.forEach(use -> datasets.add(use.dataset()));
        return new RunTally(facts.params.size(), facts.tags.size(), points, Set.copyOf(facts.metrics.keySet()),
                datasets);
    }
}
