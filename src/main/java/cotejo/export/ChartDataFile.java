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

/// The data of charts as CSV or Parquet. In a Parquet file, steps are whole numbers where all of them are, else
/// doubles; times are whole numbers of milliseconds. The file appears when it is whole, in the place of an older one.
public final class ChartDataFile {

    private static final Set<String> TEXTS = Set.of("line", "metric", "part", "run", "name");

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
        boolean[] whole = whole(data);
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < whole.length; i++) {
            String name = data.headers().get(i);
            fields.add(Field.of(name, TEXTS.contains(name) ? FieldType.text()
                    : whole[i] ? FieldType.int64() : FieldType.float64()));
        }
        try (ParquetOut out = ParquetOut.to(file, fields, Map.of())) {
            for (List<Cell> row : data.rows()) {
                List<Value> values = new ArrayList<>();
                for (int i = 0; i < whole.length; i++) {
                    values.add(value(row.get(i), TEXTS.contains(data.headers().get(i)), whole[i]));
                }
                out.row(values);
            }
            out.finish();
        }
    }

    /// Which columns hold whole numbers only: those are written down digit by digit.
    private static boolean[] whole(ChartData data) {
        boolean[] whole = new boolean[data.headers().size()];
        java.util.Arrays.fill(whole, true);
        for (List<Cell> row : data.rows()) {
            for (int i = 0; i < whole.length; i++) {
                whole[i] &= row.get(i) instanceof Cell.Text;
            }
        }
        return whole;
    }

    private static Value value(Cell cell, boolean text, boolean whole) {
        return switch (cell) {
            case Cell.Text(String digits) when text -> new Value.Text(digits);
            case Cell.Text(String digits) when whole -> new Value.Whole(Long.parseLong(digits));
            case Cell.Text(String digits) -> new Value.Real(Double.parseDouble(digits), 64);
            case Cell.Number(double number) -> new Value.Real(number, 64);
            case Cell.Empty _ -> Value.Nothing.NULL;
        };
    }
}
