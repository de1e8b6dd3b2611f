/// The runs: experiments on the left, the table of runs, the curves of those selected, and the details of one.
@NullMarked
package cotejo.ui.runs;

import org.jspecify.annotations.NullMarked;
