package cotejo.chart;

/// What runs along the x axis.
public enum XMode {
    /// The step that was logged.
    STEP,
    /// Milliseconds since the first point of the run's series.
    RELATIVE,
    /// Epoch milliseconds.
    WALL,
    /// The value of another metric at the same step.
    METRIC
}
