package cotejo.analysis;

import java.util.Locale;
import java.util.Optional;

/// A way of smoothing a metric's values, always over the full series, on linear values and before any reduction.
///
/// A value that is not finite comes out as it went in. The exponential average is TensorBoard's exactly, which goes on
/// after such a value without counting it; all others begin anew there, so nothing is smoothed across it. Values that
/// are all equal stay exactly so. All take O(n) time, the median O(n log n).
public sealed interface Smoothing {

    /// Values as they are.
    static Smoothing none() {
        return new None();
    }

    /// No smoothing.
    record None() implements Smoothing {
    }

    /// The debiased exponential moving average of TensorBoard, see [#exponential].
    ///
    /// @param weight 0…1, greater is smoother
    record Exponential(double weight) implements Smoothing {
        public Exponential {
            weight = Double.isNaN(weight) ? 0 : Math.clamp(weight, 0.0, 1.0);
        }
    }

    /// The time-weighted exponential average of Weights & Biases: what a point weighs fades with the distance in x, so
    /// that runs logged more often are not smoothed less. From its documentation
    /// (`what-formula-do-you-use-for-your-smoothing`): `w = min(√weight, 0.999)`,
    /// `Δ_i = (x_i − x_{i−1}) / (greatest x − least x) · 1000`, `s_i = s_{i−1} · w^Δ_i + y_i`,
    /// `d_i = d_{i−1} · w^Δ_i + 1`, result `s_i / d_i`.
    ///
    /// The scale of 1000 is a choice of ours where the documentation gives no number: a weight means about as much as
    /// for [Exponential] on a series of 1000 points. The range of x is the whole line's, so zooming changes nothing.
    ///
    /// @param weight 0…1, greater is smoother
    record TimeWeighted(double weight) implements Smoothing {
        /// See above.
        public static final double SCALE = 1000;

        public TimeWeighted {
            weight = Double.isNaN(weight) ? 0 : Math.clamp(weight, 0.0, 1.0);
        }
    }

    /// The mean of all points weighted by `exp(−d² / 2σ²)` of their distance in x, before and after.
    ///
    /// @param sigma σ in units of x (steps, or milliseconds); 0 changes nothing
    record Gaussian(double sigma) implements Smoothing {
    }

    /// The mean of the points around each, fewer at both ends.
    ///
    /// @param window number of points, odd; an even number counts as the next odd one
    record Mean(int window) implements Smoothing {
        public Mean {
            window = odd(window);
        }
    }

    /// The median of the points around each, fewer at both ends; of an even number, the mean of the middle two.
    ///
    /// @param window number of points, odd; an even number counts as the next odd one
    record Median(int window) implements Smoothing {
        public Median {
            window = odd(window);
        }
    }

    private static int odd(int window) {
        return Math.clamp(window, 1, Integer.MAX_VALUE - 1) | 1;
    }

    /// Smooths a series.
    ///
    /// @param starts where parts begin that are smoothed each by itself, ascending; without any, all is one part
    /// @return a new array, or `values` itself when nothing changes
    default double[] smooth(Column x, double[] values, int... starts) {
        if (nothing()) {
            return values;
        }
        double[] result = values.clone();
        int at = 0;
        for (int start : starts) {
            part(x, result, at, start);
            at = start;
        }
        part(x, result, at, values.length);
        return result;
    }

    /// True when the result always equals the input.
    default boolean nothing() {
        return switch (this) {
            case None _ -> true;
            case Exponential(double weight) -> weight <= 0;
            case TimeWeighted(double weight) -> weight <= 0;
            case Gaussian(double sigma) -> !(sigma > 0);
            case Mean(int window) -> window == 1;
            case Median(int window) -> window == 1;
        };
    }

    private void part(Column x, double[] values, int from, int to) {
        if (from >= to || Windows.constant(values, from, to)) {
            return;
        }
        switch (this) {
            case None _ -> { }
            case Exponential(double weight) -> Decay.classic(values, from, to, weight);
            case TimeWeighted(double weight) -> Decay.timeWeighted(x, values, from, to, weight);
            case Gaussian(double sigma) -> GaussianSum.smooth(x, values, from, to, sigma);
            case Mean(int window) -> Windows.mean(values, from, to, window / 2);
            case Median(int window) -> Windows.median(values, from, to, window / 2);
        }
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
    static double[] exponential(double[] values, double weight) {
        double[] result = values.clone();
        Exponential spec = new Exponential(weight);
        if (!spec.nothing() && !Windows.constant(values, 0, values.length)) {
            Decay.classic(result, 0, result.length, spec.weight());
        }
        return result;
    }

    /// How it is written on the command line and in saved views, to be read by [#parse]: `none`, `ema:0.6`,
    /// `twema:0.6`, `gaussian:20`, `mean:21`, `median:21`.
    default String text() {
        return switch (this) {
            case None _ -> "none";
            case Exponential(double weight) -> "ema:" + number(weight);
            case TimeWeighted(double weight) -> "twema:" + number(weight);
            case Gaussian(double sigma) -> "gaussian:" + number(sigma);
            case Mean(int window) -> "mean:" + window;
            case Median(int window) -> "median:" + window;
        };
    }

    private static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number)
                : Double.toString(number);
    }

    /// Reads what [#text] writes; empty when it is no smoothing. Weights lie within 0…1, σ is 0 or more and finite,
    /// windows are 1 or more.
    static Optional<Smoothing> parse(String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split(":", 2);
        if (parts.length == 1) {
            return parts[0].equals("none") ? Optional.of(none()) : Optional.empty();
        }
        double number;
        try {
            number = Double.parseDouble(parts[1].strip());
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
        boolean weight = number >= 0 && number <= 1;
        boolean window = number >= 1 && number == Math.rint(number) && number <= Integer.MAX_VALUE;
        return switch (parts[0]) {
            case "ema" -> weight ? Optional.of(new Exponential(number)) : Optional.empty();
            case "twema" -> weight ? Optional.of(new TimeWeighted(number)) : Optional.empty();
            case "gaussian" -> number >= 0 && Double.isFinite(number) ? Optional.of(new Gaussian(number))
                    : Optional.empty();
            case "mean" -> window ? Optional.of(new Mean((int) number)) : Optional.empty();
            case "median" -> window ? Optional.of(new Median((int) number)) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
