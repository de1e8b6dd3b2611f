package cotejo.chart;

import java.util.ArrayList;
import java.util.List;

/// Names of many lines, told apart by the same params: the params are said once, above their values.
///
/// @param heading the params; empty where nothing is gained
/// @param names   what is left of each name
public record LegendNames(String heading, List<String> names) {

    /// Fewer lines have their names in full.
    private static final int MANY = 13;
    private static final String BETWEEN = " · ";

    static LegendNames of(List<String> names) {
        return of(names, MANY);
    }

    /// @param fewest fewer names than this stay as they are
    public static LegendNames of(List<String> names, int fewest) {
        if (names.isEmpty() || names.size() < fewest) {
            return new LegendNames("", names);
        }
        List<String[]> parts = names.stream().map(name -> name.split(BETWEEN, -1)).toList();
        List<String> keys = new ArrayList<>();
        while (shared(parts, keys.size())) {
            keys.add(key(parts.getFirst()[keys.size()]));
        }
        if (keys.isEmpty()) {
            return new LegendNames("", names);
        }
        return new LegendNames(String.join(BETWEEN, keys),
                parts.stream().map(part -> rest(part, keys.size())).toList());
    }

    private static boolean shared(List<String[]> parts, int at) {
        String key = parts.getFirst().length > at ? key(parts.getFirst()[at]) : "";
        return !key.isEmpty() && parts.stream().allMatch(part -> part.length > at && key(part[at]).equals(key));
    }

    private static String key(String part) {
        return part.substring(0, Math.max(0, part.indexOf('=')));
    }

    private static String rest(String[] parts, int keys) {
        List<String> left = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            left.add(i < keys ? parts[i].substring(parts[i].indexOf('=') + 1) : parts[i]);
        }
        return String.join(BETWEEN, left);
    }
}
