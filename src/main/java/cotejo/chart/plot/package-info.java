/// Charts of runs that are not lines: what they show, from the columns of the run table, and how they are painted.
@NullMarked
package cotejo.chart.plot;

import org.jspecify.annotations.NullMarked;
