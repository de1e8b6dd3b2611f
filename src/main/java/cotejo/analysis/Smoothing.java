package cotejo.analysis;

/// Smoothing of a metric's values, always over the full series and before any reduction.
public final class Smoothing {

    private Smoothing() {
    }

    /// The debiased exponential moving average of TensorBoard
    /// (`tensorboard/webapp/widgets/line_chart_v2/data_transformer.ts`, `classicSmoothing`):
    /// `m_t = s·m_{t−1} + (1−s)·x_t`, `y_t = m_t / (1 − s^t)`, where t counts finite points only.
    ///
    /// A value that is not finite is passed through and does not advance t. A series whose values are all equal comes
    /// back as it is. With `weight` 0 the result equals the input.
    ///
    /// @param weight s, clamped to 0…1; at 1 the divisor is 1
    /// @return a new array
    public static double[] exponential(double[] values, double weight) {
        double s = Double.isNaN(weight) ? 0 : Math.clamp(weight, 0.0, 1.0);
        if (s == 0 || constant(values)) {
            return values.clone();
        }
        double[] result = new double[values.length];
        double average = 0;
        double power = 1;
        for (int i = 0; i < values.length; i++) {
            double x = values[i];
            if (!Double.isFinite(x)) {
                result[i] = x;
                continue;
            }
            average = average * s + (1 - s) * x;
            // Below this, 1 − power is 1 to the last bit; numbers with leading zeros would be ten times slower.
            power = power < 1e-17 ? 0 : power * s;
            result[i] = average / (s == 1 ? 1 : 1 - power);
        }
        return result;
    }

    private static boolean constant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
