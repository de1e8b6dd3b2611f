/// The entry and the composition root.
@NullMarked
package cotejo;

import org.jspecify.annotations.NullMarked;
