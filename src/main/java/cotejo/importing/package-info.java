/// Recognising what was dropped, and bringing it into the workspace.
@NullMarked
package cotejo.importing;

import org.jspecify.annotations.NullMarked;
