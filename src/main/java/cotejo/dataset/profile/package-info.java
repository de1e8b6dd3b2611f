/// What a column holds, in numbers that say where they come from.
@NullMarked
package cotejo.dataset.profile;

import org.jspecify.annotations.NullMarked;
