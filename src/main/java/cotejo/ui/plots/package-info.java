/// Charts of runs that are not lines over steps: scatter, parallel coordinates, bars, distributions, importance.
@NullMarked
package cotejo.ui.plots;

import org.jspecify.annotations.NullMarked;
