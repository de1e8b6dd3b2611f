/// The run filter language, and the order, grouping and nesting of run rows. Free of any toolkit.
@NullMarked
package cotejo.query;

import org.jspecify.annotations.NullMarked;
