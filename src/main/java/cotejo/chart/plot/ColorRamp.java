package cotejo.chart.plot;

import cotejo.chart.ChartTheme;

/// Colours from dark blue to yellow, evenly spaced for the eye and in order of brightness for every eye: the colours of
/// matplotlib's viridis (CC0), by ten of its stops.
///
/// Points and lines use the part that keeps 3:1 contrast to the background; areas, which lie side by side, use all.
final class ColorRamp {

    private static final int[] STOPS = {0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58,
        0xb5de2b, 0xfde725};
    private static final double CONTRAST = 3.0;
    private static final int STEPS = 256;

    private final double from;
    private final double to;

    private ColorRamp(double from, double to) {
        this.from = from;
        this.to = to;
    }

    /// For points and lines on a theme's background.
    static ColorRamp lines(ChartTheme theme) {
        int first = 0;
        int last = STEPS - 1;
        while (first < last && contrast(stop(first / (STEPS - 1.0)), theme.background()) < CONTRAST) {
            first++;
        }
        while (last > first && contrast(stop(last / (STEPS - 1.0)), theme.background()) < CONTRAST) {
            last--;
        }
        return new ColorRamp(first / (STEPS - 1.0), last / (STEPS - 1.0));
    }

    /// For areas.
    static ColorRamp areas() {
        return new ColorRamp(0, 1);
    }

    /// The colour, 0xAARRGGBB, of a place from 0 to 1.
    int argb(double unit) {
        return stop(from + Math.clamp(unit, 0.0, 1.0) * (to - from));
    }

    private static int stop(double unit) {
        double place = Math.clamp(unit, 0.0, 1.0) * (STOPS.length - 1);
        int left = (int) Math.min(STOPS.length - 2, Math.floor(place));
        double part = place - left;
        int result = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double channel = (STOPS[left] >> shift & 255) * (1 - part) + (STOPS[left + 1] >> shift & 255) * part;
            result = result << 8 | (int) Math.round(channel);
        }
        return result;
    }

    /// The contrast ratio of WCAG 2.2, 1…21.
    static double contrast(int a, int b) {
        double one = luminance(a);
        double other = luminance(b);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16 & 255) + 0.7152 * linear(argb >> 8 & 255) + 0.0722 * linear(argb & 255);
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
