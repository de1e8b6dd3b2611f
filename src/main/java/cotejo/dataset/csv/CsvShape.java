package cotejo.dataset.csv;

import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Oddities;
import cotejo.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the beginning of a text tells: its dialect, its columns, and how many fields a record should have.
record CsvShape(CsvDialect dialect, List<Field> columns, int expected) {

    private static final int SAMPLE = 1000;

    /// @param asked the dialect that was asked for, null to find it
    static CsvShape look(Path file, String head, java.nio.charset.Charset charset, @Nullable CsvDialect asked,
            Oddities oddities) {
        Sniffer sniffer = new Sniffer(head);
        CsvDialect dialect = asked == null ? sniffer.look(charset) : asked.withCharset(charset);
        List<List<String>> records = sniffer.split(dialect, SAMPLE);
        if (records.isEmpty()) {
            return new CsvShape(dialect, List.of(), 0);
        }
        List<List<String>> below = records.subList(1, records.size());
        if (asked == null) {
            boolean comma = dialect.delimiter() != ',' && anyDecimalComma(below);
            CsvDialect decided = comma ? dialect.withDecimal(',') : dialect;
            boolean header = HeaderGuess.names(records.getFirst(), below, new Cells(decided.decimal()));
            dialect = decided.withHeader(header ? CsvDialect.Header.PRESENT : CsvDialect.Header.NONE);
        }
        boolean header = dialect.header() == CsvDialect.Header.PRESENT;
        List<String> first = header ? records.getFirst() : List.of();
        List<List<String>> rows = header ? below : records;
        int width = records.stream().mapToInt(List::size).max().orElse(0);
        List<String> names = names(file, first, width, oddities);
        Cells cells = new Cells(dialect.decimal());
        List<Field> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            FieldType type = Types.of(column(rows, i), cells);
            columns.add(Field.of(names.get(i), type));
        }
        return new CsvShape(dialect, List.copyOf(columns), header ? first.size() : usual(rows));
    }

    private static int usual(List<List<String>> rows) {
        int[] sizes = rows.stream().mapToInt(List::size).sorted().toArray();
        return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    }

    private static boolean anyDecimalComma(List<List<String>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < width; i++) {
            if (Types.decimalComma(column(rows, i))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> column(List<List<String>> rows, int i) {
        return rows.stream().filter(row -> i < row.size()).map(row -> row.get(i)).toList();
    }

    /// Names by the header; an empty one and one too many are called by their place, a repeated one gets a number.
    private static List<String> names(Path file, List<String> header, int width, Oddities oddities) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>(header);
        Set<String> used = new HashSet<>();
        for (int i = 0; i < width; i++) {
            String name = i < header.size() ? header.get(i).strip() : "";
            if (name.isEmpty()) {
                name = "column" + i;
            }
            String unique = name;
            for (int n = 1; !used.add(unique); n++) {
                unique = name + "_" + n;
                while (taken.contains(unique)) {
                    n++;
                    unique = name + "_" + n;
                }
            }
            if (!unique.equals(name)) {
                String told = unique;
                String original = name;
                oddities.add("header", 1, () -> Texts.get("dataset.csv.twice", file, original, told));
            }
            names.add(unique);
        }
        return names;
    }
}
