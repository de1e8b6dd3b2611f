/// Charts: axes by JFreeChart, series by a fast layer of our own.
@NullMarked
package cotejo.chart;

import org.jspecify.annotations.NullMarked;
