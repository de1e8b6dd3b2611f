package cotejo.chart;

import java.awt.geom.Rectangle2D;

/// A painted chart.
///
/// @param pixels premultiplied 0xAARRGGBB, row by row; not to be changed
/// @param width  in device pixels
/// @param height in device pixels
/// @param scale  device pixels per logical pixel
/// @param area   where the lines are, in logical pixels
/// @param spec   what was painted
public record Picture(int[] pixels, int width, int height, double scale, Rectangle2D area, ChartSpec spec,
        Facts facts) {

    /// The x of the window at a logical pixel.
    public double xAt(double px) {
        return spec.x().low() + (px - area.getX()) / area.getWidth() * spec.x().span();
    }

    /// The value at a logical pixel.
    public double yAt(double py) {
        double low = spec.yScale().even(spec.y().low());
        double high = spec.yScale().even(spec.y().high());
        return spec.yScale().value(high - (py - area.getY()) / area.getHeight() * (high - low));
    }

    /// The logical pixel of an x.
    public double pxOf(double x) {
        return area.getX() + (x - spec.x().low()) / spec.x().span() * area.getWidth();
    }

    /// The logical pixel of a value.
    public double pyOf(double y) {
        double low = spec.yScale().even(spec.y().low());
        double high = spec.yScale().even(spec.y().high());
        return area.getY() + (high - spec.yScale().even(y)) / (high - low) * area.getHeight();
    }
}
