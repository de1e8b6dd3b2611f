/// A grid of cells for tables of any size: what is in sight exists, the rest is asked for.
@NullMarked
package cotejo.ui.grid;

import org.jspecify.annotations.NullMarked;
