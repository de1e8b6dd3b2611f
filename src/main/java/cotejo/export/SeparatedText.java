package cotejo.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// CSV and TSV.
final class SeparatedText {

    private static final Pattern PLAIN_NUMBER =
            Pattern.compile("[+-]?(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?|(?i:nan|inf|infinity))");

    private SeparatedText() {
    }

    /// Begins with the headers.
    static TableText.Lines lines(char separator, TableText.Guard guard, List<String> headers, Writer out) {
        // Without a buffer of its own, so that nothing is left in it.
        CsvWriter csv = CsvWriter.builder().fieldSeparator(separator).lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(QuoteStrategies.EMPTY).bufferSize(0).build(out);
        csv.writeRecord(headers.stream().map(header -> guarded(guard, header)).toList());
        List<@Nullable String> fields = new ArrayList<>();
        return row -> {
            fields.clear();
            for (Cell cell : row) {
                fields.add(field(guard, cell));
            }
            csv.writeRecord(fields);
        };
    }

    private static @Nullable String field(TableText.Guard guard, Cell cell) {
        return switch (cell) {
            case Cell.Text text -> guarded(guard, text.value());
            case Cell.Number number -> NumberText.exact(number.value());
            case Cell.Empty _ -> null;
        };
    }

    private static String guarded(TableText.Guard guard, String text) {
        boolean formula = guard == TableText.Guard.SPREADSHEET && !text.isEmpty()
                && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 && !PLAIN_NUMBER.matcher(text).matches();
        return formula ? "'" + text : text;
    }
}
