/// The registry: models, the board of stages, versions, promotion, history.
@NullMarked
package cotejo.ui.models;

import org.jspecify.annotations.NullMarked;
