/// The workspace on disk: the only room that speaks SQL to it.
@NullMarked
package cotejo.store;

import org.jspecify.annotations.NullMarked;
