/// Pickles read as what they say, never as what they do.
@NullMarked
package cotejo.codec.pickle;

import org.jspecify.annotations.NullMarked;
