/// Run tables as TSV, CSV, Markdown, LaTeX and JSON.
@NullMarked
package cotejo.export;

import org.jspecify.annotations.NullMarked;
