/// The window.
@NullMarked
package cotejo.ui;

import org.jspecify.annotations.NullMarked;
