/// What files show, as data: previews of artifacts, and what model files contain. Nothing here runs what it reads.
@NullMarked
package cotejo.preview;

import org.jspecify.annotations.NullMarked;
