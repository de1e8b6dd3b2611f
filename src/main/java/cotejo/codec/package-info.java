/// Readers of single formats that stand alone.
@NullMarked
package cotejo.codec;

import org.jspecify.annotations.NullMarked;
