package cotejo.ui.curves;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Metrics that share what stands before their first `/`.
///
/// @param name empty for metrics without a prefix
record Section(String name, List<String> metrics) {

    /// Sections by name, the one without a name first; metrics by name, so that `layer2` stands before `layer10`.
    static List<Section> of(Collection<String> metrics, String search) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        Map<String, List<String>> byPrefix = new TreeMap<>(Section::compare);
        for (String metric : metrics) {
            if (metric.toLowerCase(Locale.ROOT).contains(wanted)) {
                int slash = metric.indexOf('/');
                byPrefix.computeIfAbsent(slash > 0 ? metric.substring(0, slash) : "", any -> new ArrayList<>())
                        .add(metric);
            }
        }
        List<Section> result = new ArrayList<>();
        byPrefix.forEach((name, found) -> result.add(
                new Section(name, found.stream().sorted(Section::compare).toList())));
        return result;
    }

    /// What is left of a metric's name under its section's header.
    String shortName(String metric) {
        return name.isEmpty() ? metric : metric.substring(name.length() + 1);
    }

    /// By name, with numbers inside by their value.
    static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int endA = digits(a, i);
            int endB = digits(b, j);
            int order = endA > i && endB > j ? numbers(a.substring(i, endA), b.substring(j, endB))
                    : Character.compare(Character.toLowerCase(a.charAt(i)), Character.toLowerCase(b.charAt(j)));
            if (order != 0) {
                return order;
            }
            i = Math.max(i + 1, endA);
            j = Math.max(j + 1, endB);
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest != 0 ? rest : a.compareTo(b);
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static int numbers(String a, String b) {
        return new java.math.BigInteger(a).compareTo(new java.math.BigInteger(b));
    }
}
