package cotejo.importing.format;

/// What MLflow's databases write for values that SQL has no word for.
final class MlflowValues {

    /// Times below this are in seconds: MLflow's first versions wrote those. In milliseconds it would be March 1973.
    private static final long MILLIS_FROM = 100_000_000_000L;
    /// A time below this is no clock's time in seconds either (it would be 2001), but a counter somebody passed on.
    private static final long SECONDS_FROM = 1_000_000_000L;

    private MlflowValues() {
    }

    /// MLflow writes the largest double for an infinity (`sanitize_metric_value`).
    static double real(double stored) {
        return Math.abs(stored) == Double.MAX_VALUE ? Math.copySign(Double.POSITIVE_INFINITY, stored) : stored;
    }

    /// Epoch milliseconds.
    static long millis(long stored) {
        return stored >= SECONDS_FROM && stored < MILLIS_FROM ? stored * 1000 : stored;
    }
}
