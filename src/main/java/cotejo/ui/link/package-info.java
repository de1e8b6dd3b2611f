/// What views of runs share while they stand beside each other.
@NullMarked
package cotejo.ui.link;

import org.jspecify.annotations.NullMarked;
