/// What a person set: one record per group, read leniently, written atomically.
@NullMarked
package cotejo.settings;

import org.jspecify.annotations.NullMarked;
