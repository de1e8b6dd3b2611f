/// The panel that puts runs beside each other: values, files, what is behind a gap, and whether it is real.
@NullMarked
package cotejo.ui.compare;

import org.jspecify.annotations.NullMarked;
