package cotejo.export;

import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import cotejo.dataset.parquet.ParquetOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The data of charts as CSV or Parquet. In a Parquet file, steps are whole numbers where all of them are, else
/// doubles; times are whole numbers of milliseconds. The file appears when it is whole, in the place of an older one.
public final class ChartDataFile {

    private static final Set<String> TEXTS = Set.of("line", "metric", "part", "run", "name");

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");

    private ChartDataFile() {
    }

    /// Whether data can be written to a file of this ending.
    public static boolean takes(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".parquet");
    }

    /// Writes the data; the ending of the file says how.
    ///
    /// @throws IOException when points cannot be read or the file not be written
    public static void write(ChartData data, Path file) throws IOException {
        try {
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")) {
                parquet(data, file);
            } else {
                csv(data, file);
            }
        } catch (UncheckedIOException unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        }
    }

    private static void csv(ChartData data, Path file) throws IOException {
        Path fresh = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                TableText.write(TableText.Format.CSV, TableText.Guard.DATA, data.headers(), data.rows(), writer);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void parquet(ChartData data, Path file) throws IOException {
        Content[] contents = contents(data);
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < contents.length; i++) {
            fields.add(Field.of(data.headers().get(i), switch (contents[i]) {
                case WHOLE -> FieldType.int64();
                case REAL -> FieldType.float64();
                case TEXT -> FieldType.text();
            }));
        }
        try (ParquetOut out = ParquetOut.to(file, fields, Map.of())) {
            for (List<Cell> row : data.rows()) {
                List<Value> values = new ArrayList<>();
                for (int i = 0; i < contents.length; i++) {
                    values.add(value(row.get(i), contents[i]));
                }
                out.row(values);
            }
            out.finish();
        }
    }

    /// What a column holds.
    private enum Content {
        /// Whole numbers only: those are written down digit by digit.
        WHOLE,
        REAL,
        TEXT
    }

    private static Content[] contents(ChartData data) {
        Content[] contents = new Content[data.headers().size()];
        for (int i = 0; i < contents.length; i++) {
            contents[i] = TEXTS.contains(data.headers().get(i)) ? Content.TEXT : Content.WHOLE;
        }
        for (List<Cell> row : data.rows()) {
            for (int i = 0; i < contents.length; i++) {
                contents[i] = with(contents[i], row.get(i));
            }
        }
        return contents;
    }

    private static Content with(Content known, Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> WHOLE.matcher(text).matches() ? known : Content.TEXT;
            case Cell.Number _ -> known == Content.WHOLE ? Content.REAL : known;
            case Cell.Empty _ -> known;
        };
    }

    private static Value value(Cell cell, Content content) {
        return switch (cell) {
            case Cell.Text(String text) -> switch (content) {
                case TEXT -> new Value.Text(text);
                case WHOLE -> new Value.Whole(Long.parseLong(text));
                case REAL -> new Value.Real(Double.parseDouble(text), 64);
            };
            case Cell.Number(double number) -> new Value.Real(number, 64);
            case Cell.Empty _ -> Value.Nothing.NULL;
        };
    }
}
