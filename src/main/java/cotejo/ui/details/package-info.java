/// The selected run: who, when, params, metrics, tags, datasets, artifacts, note.
@NullMarked
package cotejo.ui.details;

import org.jspecify.annotations.NullMarked;
