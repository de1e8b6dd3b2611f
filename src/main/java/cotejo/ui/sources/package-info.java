/// The stores that were imported.
@NullMarked
package cotejo.ui.sources;

import org.jspecify.annotations.NullMarked;
