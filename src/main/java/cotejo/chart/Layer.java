package cotejo.chart;

/// The lines of a chart as premultiplied colours, column by column like [Ink].
final class Layer {

    private static final int TILE = 32;

    private final int width;
    private final int height;
    private final int[] pixels;

    Layer(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
    }

    /// Paints ink in a colour over what is there; inks of different columns may be painted at once.
    void paint(Ink ink, int argb, double opacity) {
        int alpha = (int) Math.round((argb >>> 24) * opacity);
        int[] shades = shades(argb, alpha);
        int skipped = ink.from * height;
        for (int column = 0; column < ink.top.length; column++) {
            int end = skipped + column * height + ink.bottom[column];
            for (int at = skipped + column * height + ink.top[column]; at < end; at++) {
                int cover = ink.cover[at - skipped] & 255;
                if (cover != 0) {
                    pixels[at] = over(shades[cover], pixels[at]);
                }
            }
        }
    }

    private static int[] shades(int argb, int alpha) {
        int[] result = new int[256];
        for (int cover = 0; cover < 256; cover++) {
            int a = (alpha * cover + 127) / 255;
            int r = ((argb >> 16 & 255) * a + 127) / 255;
            int g = ((argb >> 8 & 255) * a + 127) / 255;
            int b = ((argb & 255) * a + 127) / 255;
            result[cover] = a << 24 | r << 16 | g << 8 | b;
        }
        return result;
    }

    /// Premultiplied source over premultiplied ground, two channels at a time.
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

    /// Puts the lines over a row-by-row picture, with the layer's corner at `left`, `top`.
    void onto(int[] picture, int stride, int left, int top) {
        for (int tileX = 0; tileX < width; tileX += TILE) {
            for (int tileY = 0; tileY < height; tileY += TILE) {
                int endX = Math.min(width, tileX + TILE);
                int endY = Math.min(height, tileY + TILE);
                for (int y = tileY; y < endY; y++) {
                    int row = (top + y) * stride + left;
                    for (int x = tileX; x < endX; x++) {
                        int pixel = pixels[x * height + y];
                        if (pixel != 0) {
                            picture[row + x] = over(pixel, picture[row + x]);
                        }
                    }
                }
            }
        }
    }
}
