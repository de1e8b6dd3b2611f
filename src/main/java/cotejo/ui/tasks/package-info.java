/// The long work under way, as the status line shows it.
@NullMarked
package cotejo.ui.tasks;

import org.jspecify.annotations.NullMarked;
