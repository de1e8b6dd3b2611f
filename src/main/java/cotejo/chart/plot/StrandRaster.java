package cotejo.chart.plot;

import java.util.stream.IntStream;

/// Lines between upright axes as pixels, gap by gap and column by column: many times faster than anti-aliased paths.
/// Colours are premultiplied.
final class StrandRaster {

    /// Of more lines than this the edges are not softened: among so many nobody sees it, and it takes half the time.
    private static final int MANY = 1500;

    /// One pixel.
    private static final int ONE = 1 << 16;

    private final int width;
    private final int height;
    private final int[] xs;
    private final int[][] gaps;

    /// @param xs     the axes' places in device pixels, ascending
    /// @param height in device pixels
    StrandRaster(int[] xs, int height) {
        this.xs = xs;
        this.height = height;
        this.width = xs[xs.length - 1] - xs[0];
        this.gaps = new int[xs.length - 1][];
        for (int gap = 0; gap < gaps.length; gap++) {
            gaps[gap] = new int[(xs[gap + 1] - xs[gap]) * height];
        }
    }

    /// Draws lines; nothing may have been drawn before.
    ///
    /// @param runs    which, in this order
    /// @param ys      by axis and run, in device pixels
    /// @param colors  by run, 0xAARRGGBB
    /// @param opacity of a line
    void draw(int[] runs, float[][] ys, int[] colors, double thickness, double opacity) {
        if (runs.length > MANY) {
            int[] shades = new int[colors.length];
            for (int run : runs) {
                shades[run] = shade(colors[run], opacity);
            }
            IntStream.range(0, gaps.length).parallel().forEach(gap -> many(gap, runs, ys, shades, thickness));
            return;
        }
        IntStream.range(0, gaps.length).parallel().forEach(gap -> {
            Pen pen = new Pen(gaps[gap], xs[gap + 1] - xs[gap], height, thickness, opacity);
            for (int run : runs) {
                pen.line(ys[gap][run], ys[gap + 1][run], colors[run]);
            }
        });
    }

    /// The heights of a line are counted in 65,536ths of a pixel, so that a step is one addition.
    private void many(int gap, int[] runs, float[][] ys, int[] shades, double thickness) {
        int columns = xs[gap + 1] - xs[gap];
        int[] pixels = gaps[gap];
        for (int run : runs) {
            double left = ys[gap][run];
            double slope = (ys[gap + 1][run] - left) / columns;
            int tall = (int) Math.clamp(Math.round(thickness * Math.sqrt(1 + slope * slope)), 1, height);
            // Moved inwards where it would leave the picture: axes have room at both ends, so that is a pixel or two.
            double most = height - tall;
            double first = Math.clamp(left + slope / 2 - (tall - 1) / 2.0, 0, most);
            double last = Math.clamp(left + slope * (columns - 0.5) - (tall - 1) / 2.0, 0, most);
            int step = columns < 2 ? 0 : (int) ((last - first) / (columns - 1) * ONE);
            line(pixels, columns, (int) (first * ONE), step, tall, shades[run]);
        }
    }

    private void line(int[] pixels, int columns, int from, int step, int tall, int shade) {
        int rest = 255 - (shade >>> 24);
        int at = from;
        int base = 0;
        for (int column = 0; column < columns; column++) {
            int first = base + (at >> 16);
            for (int i = first; i < first + tall; i++) {
                int ground = pixels[i];
                int rb = (ground & 0xff00ff) * rest + 0x800080;
                int ag = (ground >>> 8 & 0xff00ff) * rest + 0x800080;
                rb = (rb + (rb >>> 8 & 0xff00ff)) >>> 8 & 0xff00ff;
                ag = ag + (ag >>> 8 & 0xff00ff) & 0xff00ff00;
                pixels[i] = shade + (rb | ag);
            }
            at += step;
            base += height;
        }
    }

    private static int shade(int argb, double opacity) {
        int a = (int) Math.round(255 * opacity);
        int r = ((argb >> 16 & 255) * a + 127) / 255;
        int g = ((argb >> 8 & 255) * a + 127) / 255;
        int b = ((argb & 255) * a + 127) / 255;
        return a << 24 | r << 16 | g << 8 | b;
    }

    /// Puts other lines between the same axes below these.
    void under(StrandRaster ground) {
        IntStream.range(0, gaps.length).parallel().forEach(gap -> {
            int[] pixels = gaps[gap];
            int[] below = ground.gaps[gap];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = over(pixels[i], below[i]);
            }
        });
    }

    /// Puts the lines over a row-by-row picture.
    void onto(int[] picture, int stride, int rows, int top) {
        IntStream.range(0, gaps.length).parallel().forEach(gap -> {
            int columns = xs[gap + 1] - xs[gap];
            for (int y = Math.max(0, -top); y < Math.min(height, rows - top); y++) {
                int row = (top + y) * stride + xs[gap];
                int end = Math.min(columns, stride - xs[gap]);
                for (int x = Math.max(0, -xs[gap]); x < end; x++) {
                    int pixel = gaps[gap][x * height + y];
                    if (pixel != 0) {
                        picture[row + x] = over(pixel, picture[row + x]);
                    }
                }
            }
        });
    }

    int width() {
        return width;
    }

    private static int over(int source, int ground) {
        int rest = 255 - (source >>> 24);
        if (rest == 0 || ground == 0) {
            return source;
        }
        int rb = (ground & 0xff00ff) * rest + 0x800080;
        int ag = (ground >>> 8 & 0xff00ff) * rest + 0x800080;
        rb = (rb + (rb >>> 8 & 0xff00ff)) >>> 8 & 0xff00ff;
        ag = ag + (ag >>> 8 & 0xff00ff) & 0xff00ff00;
        return source + (rb | ag);
    }

    /// Draws into one gap.
    private static final class Pen {

        /// Shades of a colour by how much of a pixel is covered, in 16 steps.
        private static final int SHADES = 16;

        private final int[] pixels;
        private final int columns;
        private final int height;
        private final double thickness;
        private final double opacity;
        private final int[] shades = new int[SHADES + 1];
        private int color;
        private boolean mixed;

        Pen(int[] pixels, int columns, int height, double thickness, double opacity) {
            this.pixels = pixels;
            this.columns = columns;
            this.height = height;
            this.thickness = thickness;
            this.opacity = opacity;
        }

        private void mix(int argb) {
            if (mixed && argb == color) {
                return;
            }
            color = argb;
            mixed = true;
            for (int i = 0; i <= SHADES; i++) {
                shades[i] = shade(argb, opacity * i / SHADES);
            }
        }

        void line(float from, float to, int argb) {
            mix(argb);
            double slope = (to - from) / (double) columns;
            double tall = thickness * Math.sqrt(1 + slope * slope);
            double top = from + slope / 2 - tall / 2;
            int base = 0;
            for (int column = 0; column < columns; column++) {
                column(base, top, top + tall);
                top += slope;
                base += height;
            }
        }

        private void column(int base, double top, double bottom) {
            int first = (int) top;
            int last = (int) bottom;
            if (top < 0 || last >= height) {
                return;
            }
            if (first == last) {
                blend(base + first, (int) ((bottom - top) * SHADES + 0.5));
                return;
            }
            blend(base + first, (int) ((first + 1 - top) * SHADES + 0.5));
            for (int y = first + 1; y < last; y++) {
                blend(base + y, SHADES);
            }
            blend(base + last, (int) ((bottom - last) * SHADES + 0.5));
        }

        private void blend(int at, int shade) {
            pixels[at] = over(shades[shade], pixels[at]);
        }
    }
}
