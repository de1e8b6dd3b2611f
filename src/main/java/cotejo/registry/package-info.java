/// The rules of registered models: register, promote, alias, archive, checks at the gate, history.
@NullMarked
package cotejo.registry;

import org.jspecify.annotations.NullMarked;
