package cotejo.model;

/// What is known of a metric series without reading its points.
///
/// `last` is MLflow's latest value: the point with the greatest (step, time, value), not the one written last
/// (`store/tracking/sqlalchemy_store.py`, `_update_latest_metrics_if_necessary`). `first` is the point with the least
/// (step, time), the first written among equals. Minimum, maximum and mean leave NaN out and take infinities as they
/// are, as pandas does; they are NaN when no point has a number.
///
/// Steps are doubles because some trackers have fractional ones; whole steps up to 2^53 are exact here, and exact
/// without limit in [MetricSeries].
///
/// @param count     points, all of them
/// @param nonFinite points that are NaN or infinite
/// @param lastTime  epoch milliseconds of the latest point
public record MetricSummary(long count, long nonFinite, double first, double last, double lastStep, long lastTime,
        double min, double minStep, double max, double maxStep, double mean) {
}
