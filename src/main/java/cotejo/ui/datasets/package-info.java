/// Tabular files: the datasets that runs read, and any file that is opened, row by row and column by column.
@NullMarked
package cotejo.ui.datasets;

import org.jspecify.annotations.NullMarked;
