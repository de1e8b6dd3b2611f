/// Bringing stores in: dropping, pasting, choosing among several, and how it ended.
@NullMarked
package cotejo.ui.imports;

import org.jspecify.annotations.NullMarked;
