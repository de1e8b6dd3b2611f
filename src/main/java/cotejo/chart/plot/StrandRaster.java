package cotejo.chart.plot;

import java.util.stream.IntStream;

/// Lines between upright axes as pixels, gap by gap and column by column: many times faster than anti-aliased paths.
/// Colours are premultiplied.
final class StrandRaster {

    /// Of more lines than this the edges are not softened: among so many nobody sees it, and it takes half the time.
    private static final int MANY = 1500;

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

    private StrandRaster(StrandRaster other) {
        this.width = other.width;
        this.height = other.height;
        this.xs = other.xs;
        this.gaps = new int[other.gaps.length][];
        for (int gap = 0; gap < gaps.length; gap++) {
            gaps[gap] = other.gaps[gap].clone();
        }
    }

    StrandRaster copy() {
        return new StrandRaster(this);
    }

    /// Draws lines over what is there.
    ///
    /// @param runs    which, in this order
    /// @param ys      by axis and run, in device pixels
    /// @param colors  by run, 0xAARRGGBB
    /// @param opacity of a line
    void draw(int[] runs, float[][] ys, int[] colors, double thickness, double opacity) {
        IntStream.range(0, gaps.length).parallel().forEach(gap -> {
            int columns = xs[gap + 1] - xs[gap];
            Pen pen = new Pen(gaps[gap], columns, height, thickness, opacity, runs.length > MANY);
            for (int run : runs) {
                pen.line(ys[gap][run], ys[gap + 1][run], colors[run]);
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
        private final boolean coarse;
        private int color;
        private boolean mixed;

        Pen(int[] pixels, int columns, int height, double thickness, double opacity, boolean coarse) {
            this.coarse = coarse;
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
                int a = (int) Math.round(255 * opacity * i / SHADES);
                int r = ((argb >> 16 & 255) * a + 127) / 255;
                int g = ((argb >> 8 & 255) * a + 127) / 255;
                int b = ((argb & 255) * a + 127) / 255;
                shades[i] = a << 24 | r << 16 | g << 8 | b;
            }
        }

        void line(float from, float to, int argb) {
            mix(argb);
            double slope = (to - from) / (double) columns;
            double tall = thickness * Math.sqrt(1 + slope * slope);
            if (coarse) {
                coarse(from + slope / 2, slope, (int) Math.max(1, Math.round(tall)));
                return;
            }
            double top = from + slope / 2 - tall / 2;
            int base = 0;
            for (int column = 0; column < columns; column++) {
                column(base, top, top + tall);
                top += slope;
                base += height;
            }
        }

        private void coarse(double middle, double slope, int tall) {
            int shade = shades[SHADES];
            double at = middle - (tall - 1) / 2.0;
            int base = 0;
            for (int column = 0; column < columns; column++) {
                int first = Math.max(0, (int) at);
                int end = Math.min(height, first + tall);
                for (int y = first; y < end; y++) {
                    pixels[base + y] = over(shade, pixels[base + y]);
                }
                at += slope;
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
