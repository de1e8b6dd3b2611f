/// Delimited text, whose dialect is found by looking.
@NullMarked
package cotejo.dataset.csv;

import org.jspecify.annotations.NullMarked;
