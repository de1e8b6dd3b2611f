/// What differs between runs, by how much, and what is most likely behind it; without a toolkit.
@NullMarked
package cotejo.compare;

import org.jspecify.annotations.NullMarked;
