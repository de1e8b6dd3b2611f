/// Tabular files: their schema, windows of their rows, scans of their columns.
@NullMarked
package cotejo.dataset;

import org.jspecify.annotations.NullMarked;
