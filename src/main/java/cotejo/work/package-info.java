/// Long work: named threads, cooperative cancel, merged progress.
@NullMarked
package cotejo.work;

import org.jspecify.annotations.NullMarked;
