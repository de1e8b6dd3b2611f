package cotejo.chart;

import cotejo.model.MetricSeries;
import java.io.IOException;

/// Where stored points come from. Called on background threads, several at once.
@FunctionalInterface
public interface SeriesReader {

    /// All points of a metric of a run, in stored order; empty when the run has none.
    ///
    /// @throws IOException when they cannot be read; its message is shown to the person
    MetricSeries read(long runKey, String metric) throws IOException;
}
