package cotejo.ui.curves;

/// What the value list says of one run at the crosshair. The names of the columns are TensorBoard's.
///
/// @param smoothed the line's value; equal to `value` without smoothing
/// @param time     epoch milliseconds
/// @param relative milliseconds since the run's first point
/// @param distance how far the line is from the pointer, upright, in pixels
record Reading(long key, String name, int argb, double smoothed, double value, double step, double time,
        double relative, double px, double py, double distance) {
}
