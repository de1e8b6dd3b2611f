package cotejo.preview;

import cotejo.dataset.Datasets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Tabular files of every format that `dataset` reads; those that are text can be looked at as text too.
final class TablePreviewer implements Previewer {

    @Override
    public Optional<Preview> look(Candidate candidate, Path file) throws IOException {
        // A single object is a document, though it could be read as a table of one row.
        boolean document = candidate.text().startsWith("{") && !candidate.named(".jsonl", ".ndjson");
        if (document || !Datasets.looksLikeOne(file)) {
            return Optional.empty();
        }
        Preview.Table table = new Preview.Table(file);
        return Optional.of(TextFile.looksLikeText(candidate.head())
                ? new Preview.Written(table, TextPreviewer.text(candidate, file)) : table);
    }
}
