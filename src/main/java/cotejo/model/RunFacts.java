package cotejo.model;

import java.util.List;
import java.util.SortedMap;

/// Everything known of one run but its attributes and its points: params, tags and metric summaries by key, and the
/// datasets it read.
public record RunFacts(SortedMap<String, String> params, SortedMap<String, String> tags,
        SortedMap<String, MetricSummary> metrics, List<DatasetUse> datasets) {
}
