/// One file per source format.
@NullMarked
package cotejo.importing.format;

import org.jspecify.annotations.NullMarked;
