package cotejo.chart;

import cotejo.model.RunFrame;
import cotejo.query.ColumnRef;
import cotejo.query.ColumnValues;
import cotejo.query.SeriesAt;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Runs that have the same in some columns.
///
/// @param name what they share and others do not, such as `lr=0.1 · opt=adam`
/// @param runs its members, in their order
public record RunGroup(String name, List<LineRun> runs) {

    /// Parts runs into groups, in order of what they share: numbers by their value, then words.
    public static List<RunGroup> of(LineOptions options, RunFrame frame, List<LineRun> runs) {
        List<ColumnRef> columns = switch (options.groupMode()) {
            case BY -> options.columns();
            case ALL_BUT -> others(options.columns(), frame, runs);
        };
        List<ColumnValues> values = columns.stream().map(column -> ColumnValues.of(column, frame, SeriesAt.none()))
                .toList();
        Map<List<String>, List<LineRun>> groups = new LinkedHashMap<>();
        for (LineRun run : runs) {
            int row = frame.row(run.key());
            List<String> shared = values.stream()
                    .map(value -> row < 0 ? "–" : Objects.requireNonNullElse(value.text(row), "–")).toList();
            groups.computeIfAbsent(shared, any -> new ArrayList<>()).add(run);
        }
        List<List<String>> order = new ArrayList<>(groups.keySet());
        order.sort(RunGroup::compare);
        List<RunGroup> result = new ArrayList<>();
        for (List<String> shared : order) {
            result.add(new RunGroup(name(columns, shared, order),
                    List.copyOf(Objects.requireNonNullElse(groups.get(shared), List.of()))));
        }
        return result;
    }

    private static int compare(List<String> a, List<String> b) {
        Comparator<String> order = ColumnValues.ORDER;
        for (int i = 0; i < a.size(); i++) {
            int found = order.compare(a.get(i), b.get(i));
            if (found != 0) {
                return found;
            }
        }
        return 0;
    }

    /// By the columns in which groups differ; a single group by all it was grouped by.
    private static String name(List<ColumnRef> columns, List<String> shared, List<List<String>> groups) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < shared.size(); i++) {
            int at = i;
            if (groups.size() == 1 || groups.stream().map(group -> group.get(at)).distinct().count() > 1) {
                parts.add(key(columns.get(i)) + "=" + shared.get(i));
            }
        }
        return parts.isEmpty() ? Texts.get("lines.group.all") : String.join(" · ", parts);
    }

    private static String key(ColumnRef column) {
        return switch (column) {
            case ColumnRef.Param(String key) -> key;
            case ColumnRef.Tag(String key) -> key;
            case ColumnRef.Attribute _, ColumnRef.Metric _, ColumnRef.MetricAt _ -> column.text();
        };
    }

    /// Every param in which the runs differ, but for some.
    private static List<ColumnRef> others(List<ColumnRef> free, RunFrame frame, List<LineRun> runs) {
        List<ColumnRef> result = new ArrayList<>();
        for (String key : frame.paramKeys()) {
            ColumnRef column = new ColumnRef.Param(key);
            Set<@Nullable String> found = new HashSet<>();
            ColumnValues values = ColumnValues.of(column, frame, SeriesAt.none());
            runs.stream().mapToInt(run -> frame.row(run.key())).filter(row -> row >= 0)
                    .forEach(row -> found.add(values.text(row)));
            if (found.size() > 1 && !free.contains(column)) {
                result.add(column);
            }
        }
        return result;
    }
}
