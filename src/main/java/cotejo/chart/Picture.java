package cotejo.chart;

import cotejo.analysis.Range;
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
        Range even = spec.xScale().even(spec.x());
        return spec.xScale().value(even.low() + (px - area.getX()) / area.getWidth() * even.span());
    }

    /// The value at a logical pixel.
    public double yAt(double py) {
        Range even = spec.yScale().even(spec.y());
        return spec.yScale().value(even.high() - (py - area.getY()) / area.getHeight() * even.span());
    }

    /// The logical pixel of an x.
    public double pxOf(double x) {
        Range even = spec.xScale().even(spec.x());
        return area.getX() + (spec.xScale().even(x) - even.low()) / even.span() * area.getWidth();
    }

    /// The logical pixel of a value.
    public double pyOf(double y) {
        Range even = spec.yScale().even(spec.y());
        return area.getY() + (even.high() - spec.yScale().even(y)) / even.span() * area.getHeight();
    }
}
