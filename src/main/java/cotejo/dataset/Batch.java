package cotejo.dataset;

import java.util.List;

/// Some consecutive rows of some leaves.
///
/// @param firstRow the number of the first row
/// @param rows     how many
/// @param vectors  one a leaf, in the order the leaves were asked for
public record Batch(long firstRow, int rows, List<Vector> vectors) {
}
