/// Parquet, read by the page; and its writer.
@NullMarked
package cotejo.dataset.parquet;

import org.jspecify.annotations.NullMarked;
