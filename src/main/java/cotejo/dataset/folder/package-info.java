/// Folders of part files as one table.
@NullMarked
package cotejo.dataset.folder;

import org.jspecify.annotations.NullMarked;
