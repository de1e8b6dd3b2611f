/// Toolkit-free maths: smoothing, reduction, ticks.
@NullMarked
package cotejo.analysis;

import org.jspecify.annotations.NullMarked;
