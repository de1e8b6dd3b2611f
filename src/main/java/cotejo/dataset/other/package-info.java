/// JSON, Avro, Arrow and NumPy.
@NullMarked
package cotejo.dataset.other;

import org.jspecify.annotations.NullMarked;
