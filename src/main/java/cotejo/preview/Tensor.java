package cotejo.preview;

import java.util.List;

/// An array of weights.
///
/// @param dtype as the format writes it
/// @param shape the length along each axis, empty for a single number
/// @param bytes its size where it is stored, or -1 when the format does not say
public record Tensor(String name, String dtype, List<Long> shape, long bytes) {

    /// How many numbers it holds; [Long#MAX_VALUE] when that is more than a long holds.
    public long count() {
        long count = 1;
        for (long length : shape) {
            if (length == 0) {
                return 0;
            }
            long high = Math.multiplyHigh(count, length);
            if (high != 0 || count * length < 0) {
                return Long.MAX_VALUE;
            }
            count *= length;
        }
        return count;
    }

    /// The shape as people write it: `8 × 3 × 3`, or a single number's `scalar`.
    public String shapeText() {
        return shape.isEmpty() ? "scalar"
                : String.join(" × ", shape.stream().map(n -> n < 0 ? "?" : Long.toString(n)).toList());
    }
}
