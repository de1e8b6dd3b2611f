/// The curves of the selected runs: a board of panels, one a metric.
@NullMarked
package cotejo.ui.curves;

import org.jspecify.annotations.NullMarked;
