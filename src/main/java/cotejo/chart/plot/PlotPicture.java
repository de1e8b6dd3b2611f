package cotejo.chart.plot;

/// A painted chart.
///
/// @param pixels premultiplied 0xAARRGGBB, row by row; not to be changed
/// @param width  in device pixels
/// @param height in device pixels
/// @param scale  device pixels per logical pixel
/// @param plot   what was painted
/// @param hits   what stands where, in logical pixels
@SuppressWarnings("ArrayRecordComponent")
public record PlotPicture(int[] pixels, int width, int height, double scale, Plot plot, Hits hits) {
}
