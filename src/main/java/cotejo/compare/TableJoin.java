package cotejo.compare;

import cotejo.dataset.Dataset;
import cotejo.dataset.Field;
import cotejo.dataset.Rows;
import cotejo.work.Cancel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Two tables of the same path, row by row. Rows that stand for each other have the same value in the first column that
/// both have and that holds no value twice and none missing; where there is no such column, the same number.
///
/// @param key     the column rows are joined by; empty when by their numbers
/// @param columns the names of the other columns, those of the left table first
/// @param lines   in the order of the left table, then the rows that only the right one has
/// @param cut     whether only the first [#MOST] rows of a table were read
public record TableJoin(String key, List<String> columns, List<Line> lines, boolean cut) {

    /// The rows that are read of each table at most.
    public static final int MOST = 50_000;
    private static final int MOST_CELLS = 4_000_000;

    /// A row of both tables, or of one.
    ///
    /// @param key   its value in the key column, or its number counted from 1
    /// @param left  its cells as plain texts; null for a row that only the right table has
    /// @param right null for a row that only the left table has
    public record Line(String key, @Nullable List<String> left, @Nullable List<String> right) {

        public boolean differs() {
            return left == null || !left.equals(right);
        }
    }

    private record Table(List<String> names, List<List<String>> rows, boolean cut) {

        List<String> column(int number) {
            return rows.stream().map(row -> row.get(number)).toList();
        }
    }

    /// Joins two tables.
    ///
    /// @throws IOException when one of them cannot be read; a sentence that names it
    /// @throws cotejo.work.CancelledException when asked to stop
    public static TableJoin of(Dataset left, Dataset right, Cancel cancel) throws IOException {
        Table first = read(left, cancel);
        Table second = read(right, cancel);
        String key = first.names().stream().filter(second.names()::contains)
                .filter(name -> unique(first, name) && unique(second, name)).findFirst().orElse("");
        Set<String> names = new LinkedHashSet<>(first.names());
        names.addAll(second.names());
        names.remove(key);
        List<String> columns = List.copyOf(names);
        Map<String, List<String>> ofSecond = new HashMap<>();
        List<String> keysOfSecond = keys(second, key);
        for (int i = 0; i < keysOfSecond.size(); i++) {
            ofSecond.put(keysOfSecond.get(i), cells(second, i, columns));
        }
        List<Line> lines = new ArrayList<>();
        List<String> keysOfFirst = keys(first, key);
        for (int i = 0; i < keysOfFirst.size(); i++) {
            lines.add(new Line(keysOfFirst.get(i), cells(first, i, columns), ofSecond.remove(keysOfFirst.get(i))));
        }
        for (String alone : keysOfSecond) {
            List<String> row = ofSecond.get(alone);
            if (row != null) {
                lines.add(new Line(alone, null, row));
            }
        }
        return new TableJoin(key, columns, lines, first.cut() || second.cut());
    }

    private static Table read(Dataset table, Cancel cancel) throws IOException {
        int[] columns = IntStream.range(0, table.columns().size()).toArray();
        int count = Math.clamp(MOST_CELLS / Math.max(1, columns.length), 1, MOST);
        Rows rows = table.rows(0, count + 1, columns, cancel);
        List<List<String>> texts = new ArrayList<>();
        for (int row = 0; row < Math.min(count, rows.count()); row++) {
            texts.add(rows.cells().get(row).stream().map(cotejo.dataset.Value::plain).toList());
        }
        return new Table(table.columns().stream().map(Field::name).toList(), texts, rows.count() > count);
    }

    private static boolean unique(Table table, String name) {
        Set<String> seen = new HashSet<>();
        List<String> column = table.column(table.names().indexOf(name));
        return column.stream().allMatch(text -> !text.isEmpty() && seen.add(text));
    }

    private static List<String> keys(Table table, String key) {
        return key.isEmpty() ? IntStream.rangeClosed(1, table.rows().size()).mapToObj(Integer::toString).toList()
                : table.column(table.names().indexOf(key));
    }

    /// The cells in the order of the columns; empty where the table has no such column.
    private static List<String> cells(Table table, int row, List<String> columns) {
        return columns.stream().map(name -> table.names().indexOf(name))
                .map(at -> at < 0 ? "" : table.rows().get(row).get(at)).toList();
    }

    /// How many rows are not the same in both.
    public long differing() {
        return lines.stream().filter(Line::differs).count();
    }
}
