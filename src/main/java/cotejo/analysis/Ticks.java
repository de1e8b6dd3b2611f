package cotejo.analysis;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Places for ticks at round numbers, with labels that show just the digits by which they differ.
public final class Ticks {

    private static final int MAX_TICKS = 200;
    /// Numbers that differ in so late a digit are no shorter with an exponent.
    private static final int FULL = 13;

    private Ticks() {
    }

    /// Ticks at multiples of 1, 2 or 5 times a power of ten.
    ///
    /// @param wanted about how many; between half and twice as many come out
    public static List<Tick> linear(Range range, int wanted, Locale locale) {
        if (!(range.span() > Range.NARROW) || !Double.isFinite(range.span())) {
            return List.of();
        }
        int exponent = (int) Math.floor(Math.log10(range.span() / Math.max(1, wanted)));
        BigDecimal step = niceStep(range.span() / Math.max(1, wanted), exponent);
        double size = step.doubleValue();
        List<Tick> result = new ArrayList<>();
        double first = Math.ceil(range.low() / size);
        for (int i = 0; i < MAX_TICKS; i++) {
            // Adding up binary fractions is what makes 0.30000000000000004; decimal products are exact.
            BigDecimal at = new BigDecimal(first + i).multiply(step);
            double place = at.doubleValue();
            if (place > range.high() || (i > 0 && place <= result.getLast().at())) {
                break;
            }
            result.add(new Tick(place, label(place, size, range, locale)));
        }
        return result;
    }

    private static BigDecimal niceStep(double rough, int exponent) {
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(exponent);
        double mantissa = rough / unit.doubleValue();
        int times = mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10;
        return unit.multiply(BigDecimal.valueOf(times));
    }

    private static String label(double at, double step, Range range, Locale locale) {
        double largest = Math.max(Math.abs(range.low()), Math.abs(range.high()));
        if (largest >= 1e7 || (largest < 1e-3 && largest > 0)) {
            int digits = (int) Math.clamp(Math.floor(Math.log10(largest)) - Math.floor(Math.log10(step)), 0, 20);
            if (digits >= FULL && step >= 1) {
                return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale)).format(new BigDecimal(at));
            }
            return scientific(at, Math.min(digits, 15), locale);
        }
        int decimals = (int) Math.clamp(-Math.floor(Math.log10(step) + 1e-9), 0, 15);
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(at == 0 ? 0.0 : at);
    }

    private static String scientific(double at, int digits, Locale locale) {
        if (at == 0) {
            return "0";
        }
        StringBuilder pattern = new StringBuilder("0.");
        pattern.repeat("#", digits).append("E0");
        String text = new DecimalFormat(digits == 0 ? "0E0" : pattern.toString(),
                DecimalFormatSymbols.getInstance(locale)).format(at);
        return text.replace('E', 'e');
    }

    /// Ticks for a logarithmic axis: powers of ten, with 2 and 5 between them where there is room; round numbers where
    /// the range is within one power.
    public static List<Tick> logarithmic(Range range, int wanted, Locale locale) {
        if (!(range.low() > 0) || !(range.span() > 0)) {
            return List.of();
        }
        double decades = Math.log10(range.high()) - Math.log10(range.low());
        if (decades < 1) {
            return linear(range, wanted, locale);
        }
        int every = (int) Math.max(1, Math.ceil(decades / Math.max(1, wanted)));
        int[] between = decades <= wanted / 3.0 ? new int[] {1, 2, 5} : new int[] {1};
        List<Tick> result = new ArrayList<>();
        for (int e = (int) Math.floor(Math.log10(range.low())); e <= Math.log10(range.high()); e++) {
            if (Math.floorMod(e, every) != 0) {
                continue;
            }
            for (int digit : between) {
                BigDecimal at = BigDecimal.valueOf(digit).scaleByPowerOfTen(e);
                double place = at.doubleValue();
                if (range.contains(place)) {
                    boolean plain = e >= -3 && e <= 5;
                    result.add(new Tick(place, plain ? label(place, Math.pow(10, e), new Range(1, 1), locale)
                            : scientific(place, 0, locale)));
                }
            }
        }
        return result;
    }

    /// Ticks for a symmetric logarithmic axis: 0, and powers of ten on both sides of it where the axis is no longer
    /// about linear; round numbers where all of it is.
    ///
    /// @param width up to this distance from 0 the axis is about linear
    public static List<Tick> symmetric(Range range, double width, int wanted, Locale locale) {
        double most = Math.max(Math.abs(range.low()), Math.abs(range.high()));
        int first = (int) Math.ceil(Math.log10(width));
        int last = (int) Math.floor(Math.log10(most));
        if (!(range.span() > 0) || last <= first) {
            return linear(range, wanted, locale);
        }
        int sides = range.low() < -width && range.high() > width ? 2 : 1;
        int every = (int) Math.max(1, Math.ceil(sides * (last - first + 1.0) / Math.max(1, wanted - 1)));
        List<Tick> result = new ArrayList<>();
        for (int e = last; e > first; e -= every) {
            decade(result, e, -1, range, locale);
        }
        decade(result, first, 0, range, locale);
        for (int e = last - (last - first - 1) / every * every; e <= last; e += every) {
            decade(result, e, 1, range, locale);
        }
        return result.size() < 2 ? linear(range, wanted, locale) : result;
    }

    private static void decade(List<Tick> ticks, int exponent, int sign, Range range, Locale locale) {
        double place = sign * BigDecimal.ONE.scaleByPowerOfTen(exponent).doubleValue();
        if (range.contains(place)) {
            boolean plain = exponent >= -3 && exponent <= 5 || sign == 0;
            ticks.add(new Tick(place + 0.0, plain
                    ? label(place, sign == 0 ? 1 : Math.pow(10, exponent), new Range(1, 1), locale)
                    : scientific(place, 0, locale)));
        }
    }
}
