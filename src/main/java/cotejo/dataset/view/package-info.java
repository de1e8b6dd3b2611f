/// Sorting and filtering a whole file into an index of rows.
@NullMarked
package cotejo.dataset.view;

import org.jspecify.annotations.NullMarked;
