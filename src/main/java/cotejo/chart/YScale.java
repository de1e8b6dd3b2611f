package cotejo.chart;

/// How an axis can run. [Scale] does the arithmetic.
public enum YScale {
    LINEAR,
    /// By powers of ten; shows what is greater than 0.
    LOG,
    /// By powers of ten in both directions, and evenly near 0.
    SYMLOG
}
