package cotejo.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// Which of several points at a step counts: MLflow takes the greatest (timestamp, value), see
/// `mlflow/store/tracking/sqlalchemy_store.py`, `_update_latest_metrics_if_necessary`.
class MetricSeriesTest {

    @Test
    void ofPointsAtAStepTheOneWithTheGreatestTimeCounts() {
        MetricSeries series = MetricSeries.ofWholeSteps(new long[] {1, 1, 2}, new long[] {9, 5, 6},
                new double[] {0.25, 0.75, 1});
        assertEquals(OptionalDouble.of(0.25), series.latestAt(1));
    }

    @Test
    void ofPointsAtAStepAndATimeTheGreatestValueCounts() {
        MetricSeries series = MetricSeries.ofWholeSteps(new long[] {1, 1, 1}, new long[] {5, 5, 5},
                new double[] {0.25, 0.75, 0.5});
        assertEquals(OptionalDouble.of(0.75), series.latestAt(1));
    }

    /// MLflow's store holds NaN as 0 and compares that.
    @Test
    void ofPointsAtAStepAndATimeNanCountsAsZero() {
        assertTrue(MetricSeries.outranks(5, Double.NaN, 5, -1));
        assertTrue(MetricSeries.outranks(5, 1, 5, Double.NaN));
        assertFalse(MetricSeries.outranks(5, 0, 5, Double.NaN));
    }

    @Test
    void aStepWithoutAPointHasNoValue() {
        assertEquals(OptionalDouble.empty(), MetricSeries.ofWholeSteps(new long[] {1}, new long[] {5},
                new double[] {1}).latestAt(2));
    }
}
