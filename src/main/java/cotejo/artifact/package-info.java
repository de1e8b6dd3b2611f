/// Where the artifacts of a run lie, and what is there.
@NullMarked
package cotejo.artifact;

import org.jspecify.annotations.NullMarked;
