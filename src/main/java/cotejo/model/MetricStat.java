package cotejo.model;

/// Which number of a [MetricSummary] is meant.
public enum MetricStat {
    LAST,
    MIN,
    MAX,
    MEAN,
    FIRST,
    LAST_STEP,
    MIN_STEP,
    MAX_STEP,
    COUNT
}
