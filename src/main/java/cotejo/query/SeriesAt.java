package cotejo.query;

import java.util.OptionalDouble;

/// Looks up the value a metric had at one step. It may read from disk, so it is asked last and only where needed.
@FunctionalInterface
public interface SeriesAt {

    /// The metric's value at exactly this step (by MLflow's rule the greatest (time, value) among several points of
    /// it), or nothing when the run has no such point.
    OptionalDouble at(long runKey, String metric, double step);

    /// Knows no point at all.
    static SeriesAt none() {
        return (runKey, metric, step) -> OptionalDouble.empty();
    }
}
