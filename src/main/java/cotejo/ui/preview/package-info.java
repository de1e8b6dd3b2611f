/// What a file shows, drawn: pictures, texts, tables, trees, models, bytes.
@NullMarked
package cotejo.ui.preview;

import org.jspecify.annotations.NullMarked;
