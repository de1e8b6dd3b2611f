package cotejo.chart.plot;

import org.jspecify.annotations.Nullable;

/// A painted chart.
///
/// @param pixels premultiplied 0xAARRGGBB, row by row; not to be changed
/// @param width  in device pixels
/// @param height in device pixels
/// @param scale  device pixels per logical pixel
/// @param plot   what was painted
/// @param hits   what stands where, in logical pixels
/// @param zoom   by which axes it can be zoomed; null where there are none
@SuppressWarnings("ArrayRecordComponent")
public record PlotPicture(int[] pixels, int width, int height, double scale, Plot plot, Hits hits,
        @Nullable ZoomAxes zoom) {
}
