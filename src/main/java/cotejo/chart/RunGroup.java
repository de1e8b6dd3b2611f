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
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        List<Integer> naming = options.groupMode() == LineOptions.GroupMode.ALL_BUT ? telling(order)
                : differing(order);
        List<RunGroup> result = new ArrayList<>();
        for (List<String> shared : order) {
            result.add(new RunGroup(name(columns, shared, naming),
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

    private static String name(List<ColumnRef> columns, List<String> shared, List<Integer> naming) {
        return naming.isEmpty() ? Texts.get("lines.group.all") : String.join(" · ", naming.stream()
                .map(i -> key(columns.get(i)) + "=" + shared.get(i)).toList());
    }

    /// The columns that were asked for and in which groups differ; for a single group all.
    private static List<Integer> differing(List<List<String>> groups) {
        return IntStream.range(0, groups.isEmpty() ? 0 : groups.getFirst().size())
                .filter(i -> groups.size() == 1 || groups.stream().map(group -> group.get(i)).distinct().count() > 1)
                .boxed().toList();
    }

    /// Of columns nobody asked for, the few that tell the groups apart: each time the one that tells most.
    private static List<Integer> telling(List<List<String>> groups) {
        List<Integer> differing = differing(groups);
        List<Integer> chosen = new ArrayList<>();
        long told = 1;
        while (told < groups.size()) {
            long most = told;
            int best = -1;
            for (int i : differing) {
                long apart = groups.stream().map(group -> Stream.concat(chosen.stream(), Stream.of(i))
                        .map(group::get).toList()).distinct().count();
                if (apart > most) {
                    most = apart;
                    best = i;
                }
            }
            if (best < 0) {
                break;
            }
            chosen.add(best);
            told = most;
        }
        return groups.size() == 1 ? differing : chosen;
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
