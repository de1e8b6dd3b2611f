/// An open workspace: the services that the window and the commands share.
@NullMarked
package cotejo.workspace;

import org.jspecify.annotations.NullMarked;
