package cotejo.compare;

import cotejo.work.Cancel;

/// Where two pictures differ, pixel by pixel, as large as both together.
///
/// @param pixels    0xAARRGGBB row by row: the distance of each channel, stretched so that the largest is white; where
///                  only one of the pictures reaches [#ALONE], where none does transparent
/// @param most      the largest distance of a channel, 0 to 255
/// @param differing how many of the pixels that both have differ
/// @param alone     how many pixels only one of them has
public record PixelDifference(int width, int height, int[] pixels, int most, long differing, long alone) {

    /// The colour of what only one of the pictures has.
    public static final int ALONE = 0xff7a4fb5;

    /// A picture.
    ///
    /// @param pixels 0xAARRGGBB, row by row
    public record Pixels(int width, int height, int[] pixels) {
    }

    /// Takes one picture from another.
    ///
    /// @throws cotejo.work.CancelledException when asked to stop
    public static PixelDifference of(Pixels first, Pixels second, Cancel cancel) {
        int width = Math.max(first.width, second.width);
        int height = Math.max(first.height, second.height);
        int[] result = new int[Math.multiplyExact(width, height)];
        int most = 0;
        long differing = 0;
        long alone = 0;
        for (int y = 0; y < height; y++) {
            cancel.check();
            for (int x = 0; x < width; x++) {
                boolean a = x < first.width && y < first.height;
                boolean b = x < second.width && y < second.height;
                if (a && b) {
                    int apart = apart(first.pixels[y * first.width + x], second.pixels[y * second.width + x]);
                    most = Math.max(most, Math.max(apart >> 16 & 255, Math.max(apart >> 8 & 255, apart & 255)));
                    differing += (apart & 0xffffff) == 0 ? 0 : 1;
                    result[y * width + x] = apart;
                } else if (a || b) {
                    result[y * width + x] = ALONE;
                    alone++;
                }
            }
        }
        stretch(result, width, new int[] {Math.min(first.width, second.width), Math.min(first.height, second.height)},
                Math.max(1, most));
        return new PixelDifference(width, height, result, most, differing, alone);
    }

    private static void stretch(int[] pixels, int width, int[] both, int most) {
        for (int y = 0; y < both[1]; y++) {
            for (int x = 0; x < both[0]; x++) {
                int p = pixels[y * width + x];
                pixels[y * width + x] = 0xff000000 | (p >> 16 & 255) * 255 / most << 16
                        | (p >> 8 & 255) * 255 / most << 8 | (p & 255) * 255 / most;
            }
        }
    }

    /// Colours count by how opaque they are, so what is wholly transparent in both is the same whatever its colour.
    private static int apart(int p, int q) {
        int alpha = Math.abs((p >>> 24) - (q >>> 24));
        return 0xff000000 | apart(p, q, 16, alpha) << 16 | apart(p, q, 8, alpha) << 8 | apart(p, q, 0, alpha);
    }

    private static int apart(int p, int q, int shift, int alpha) {
        return Math.max(alpha, Math.abs((p >> shift & 255) * (p >>> 24) / 255 - (q >> shift & 255) * (q >>> 24) / 255));
    }
}
