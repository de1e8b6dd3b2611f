package cotejo.ui.sources;

import cotejo.model.Problem;
import cotejo.model.Source;
import java.util.List;

/// A line of the table of sources.
///
/// @param format   the importer's name for people
/// @param runs     how many runs of it the workspace holds, trashed ones included
/// @param problems what its last import could not use
record SourceRow(Source source, String format, int runs, List<Problem> problems) {
}
