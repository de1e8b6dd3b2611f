package cotejo.ui.curves;

import cotejo.analysis.Smoothing;
import cotejo.chart.XMode;
import cotejo.text.Moments;
import cotejo.text.Texts;

/// The ways of smoothing as a slider offers them: a kind, and a strength of 0…1.
enum SmoothingChoice {
    EMA,
    TWEMA,
    GAUSSIAN,
    MEAN,
    MEDIAN;

    /// The widest window, in points, and the greatest σ, in units of x, at full strength.
    private static final double WIDEST = 1001;
    private static final double FURTHEST = 100_000;
    /// In milliseconds along time: eleven days.
    private static final double LONGEST = 1e9;

    static SmoothingChoice of(Smoothing smoothing) {
        return switch (smoothing) {
            case Smoothing.None _, Smoothing.Exponential _ -> EMA;
            case Smoothing.TimeWeighted _ -> TWEMA;
            case Smoothing.Gaussian _ -> GAUSSIAN;
            case Smoothing.Mean _ -> MEAN;
            case Smoothing.Median _ -> MEDIAN;
        };
    }

    /// Where the slider stands; windows and σ grow as powers, so that small ones can be chosen too.
    ///
    /// @param axis what runs along x, as [Look#axis] names it
    static double strength(Smoothing smoothing, String axis) {
        return switch (smoothing) {
            case Smoothing.None _ -> 0;
            case Smoothing.Exponential(double weight) -> weight;
            case Smoothing.TimeWeighted(double weight) -> weight;
            case Smoothing.Gaussian(double sigma) -> Math.log1p(sigma) / Math.log1p(furthest(axis));
            case Smoothing.Mean(int window) -> Math.log(window) / Math.log(WIDEST);
            case Smoothing.Median(int window) -> Math.log(window) / Math.log(WIDEST);
        };
    }

    private static double furthest(String axis) {
        return timed(axis) ? LONGEST : FURTHEST;
    }

    private static boolean timed(String axis) {
        return axis.equals(XMode.RELATIVE.name()) || axis.equals(XMode.WALL.name());
    }

    Smoothing at(double strength, String axis) {
        double s = Math.clamp(strength, 0.0, CurvesViewModel.MOST_SMOOTH);
        double hundredths = Math.round(s * 100) / 100.0;
        return switch (this) {
            case EMA -> hundredths <= 0 ? Smoothing.none() : new Smoothing.Exponential(hundredths);
            case TWEMA -> new Smoothing.TimeWeighted(hundredths);
            case GAUSSIAN -> new Smoothing.Gaussian(round(Math.expm1(s * Math.log1p(furthest(axis)))));
            case MEAN -> new Smoothing.Mean(window(s));
            case MEDIAN -> new Smoothing.Median(window(s));
        };
    }

    private static int window(double strength) {
        return (int) Math.round((Math.pow(WIDEST, strength) - 1) / 2) * 2 + 1;
    }

    private static double round(double sigma) {
        return sigma < 10 ? Math.round(sigma * 10) / 10.0 : Math.rint(sigma);
    }

    String text() {
        // texts: curves.smooth.*
        return Texts.get("curves.smooth." + name());
    }

    /// The strength in the unit of the kind, such as `0.60`, `σ 20` or `21`; along time, `σ 20.0 s`.
    static String strengthText(Smoothing smoothing, String axis) {
        return switch (smoothing) {
            case Smoothing.None _ -> ValueText.value(0);
            case Smoothing.Exponential(double weight) -> ValueText.value(weight);
            case Smoothing.TimeWeighted(double weight) -> ValueText.value(weight);
            case Smoothing.Gaussian(double sigma) -> "σ " + (timed(axis) ? Moments.duration(Math.round(sigma))
                    : ValueText.value(sigma));
            case Smoothing.Mean(int window) -> ValueText.count(window);
            case Smoothing.Median(int window) -> ValueText.count(window);
        };
    }
}
