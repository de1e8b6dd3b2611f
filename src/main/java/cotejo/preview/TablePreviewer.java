package cotejo.preview;

import cotejo.preview.Preview.More;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The first rows of CSV and TSV files.
final class TablePreviewer implements Previewer {

    private static final int ROWS = 1000;
    private static final int COLUMNS = 500;
    private static final int BYTES = 4 << 20;

    @Override
    public Optional<Preview> look(Candidate candidate, Path file) throws IOException {
        if (!candidate.named(".csv", ".tsv") || !TextFile.looksLikeText(candidate.head())) {
            return Optional.empty();
        }
        String line = candidate.text().lines().findFirst().orElse("");
        char separator = candidate.named(".tsv") || most(line, '\t') ? '\t' : most(line, ';') ? ';' : ',';
        List<List<String>> rows = new ArrayList<>();
        byte[] bytes = candidate.blob().bytes(0, BYTES);
        boolean cut = candidate.size() > bytes.length;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().fieldSeparator(separator)
                .ofCsvRecord(new ByteArrayInputStream(bytes))) {
            for (CsvRecord row : csv) {
                candidate.cancel().check();
                if (rows.size() > ROWS) {
                    cut = true;
                    break;
                }
                rows.add(List.copyOf(row.getFields().subList(0, Math.min(COLUMNS, row.getFieldCount()))));
            }
        } catch (RuntimeException noCsv) {
            if (rows.size() < 2) {
                return Optional.empty();
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Preview.Table(rows.getFirst(), List.copyOf(rows.subList(1, rows.size())),
                cut ? More.CUT : More.ALL_SHOWN));
    }

    private static boolean most(String line, char separator) {
        return line.chars().filter(c -> c == separator).count() > line.chars().filter(c -> c == ',').count();
    }
}
