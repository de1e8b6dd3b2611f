package cotejo.registry;

import cotejo.model.VersionCard;
import cotejo.text.Figures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Versions side by side.
public final class Comparison {

    /// What a line is about.
    public enum Part {
        METRICS, PARAMS, DATA, SIGNATURE, TENSORS, DEPENDENCIES, FILES
    }

    /// One line.
    ///
    /// @param values  one a version, null where it has none
    /// @param change  of a metric from the first version to the last; null where there is none, or no finite one
    /// @param differs whether the values are not all the same
    public record Line(Part part, String key, List<@Nullable String> values, @Nullable Double change,
            boolean differs) {
    }

    /// A version with what is known of it.
    public record Side(VersionCard version, VersionFacts facts) {
    }

    private Comparison() {
    }

    /// Compares versions, in the order given.
    public static List<Line> of(List<Side> sides) {
        List<Line> lines = new ArrayList<>();
        lines.addAll(metrics(sides));
        add(lines, Part.PARAMS, sides, side -> side.facts().run().params());
        add(lines, Part.DATA, sides, side -> {
            Map<String, String> data = new TreeMap<>();
            side.facts().run().data().forEach(d -> data.put(
                    d.context().isEmpty() ? d.name() : d.name() + " (" + d.context() + ")", d.digest()));
            return data;
        });
        add(lines, Part.SIGNATURE, sides, side -> {
            Map<String, String> ports = new TreeMap<>();
            side.facts().model().inputs().forEach(port -> ports.put("→ " + port.name(), port.typeText()));
            side.facts().model().outputs().forEach(port -> ports.put("← " + port.name(), port.typeText()));
            return ports;
        });
        add(lines, Part.TENSORS, sides, side -> {
            Map<String, String> tensors = new TreeMap<>();
            side.facts().model().tensors().forEach(t -> tensors.put(t.name(), t.dtype() + " " + t.shape()));
            return tensors;
        });
        add(lines, Part.DEPENDENCIES, sides, side -> {
            Map<String, String> packages = new TreeMap<>();
            side.facts().model().dependencies().forEach(line -> {
                int at = line.indexOf("==");
                packages.put(at < 0 ? line : line.substring(0, at), at < 0 ? "" : line.substring(at + 2));
            });
            return packages;
        });
        add(lines, Part.FILES, sides, side -> side.version().kept()
                ? Map.of("sha256", side.version().digest(), "bytes", Long.toString(side.version().bytes()))
                : Map.of());
        return lines;
    }

    private static List<Line> metrics(List<Side> sides) {
        List<Line> lines = new ArrayList<>();
        Set<String> keys = new TreeSet<>();
        sides.forEach(side -> keys.addAll(side.facts().run().metrics().keySet()));
        for (String key : keys) {
            List<@Nullable String> values = new ArrayList<>();
            for (Side side : sides) {
                Double value = side.facts().run().metrics().get(key);
                values.add(value == null ? null : Figures.exact(value));
            }
            SortedMap<String, Double> first = sides.getFirst().facts().run().metrics();
            SortedMap<String, Double> last = sides.getLast().facts().run().metrics();
            lines.add(line(Part.METRICS, key, values, change(first.get(key), last.get(key))));
        }
        return lines;
    }

    /// From or to a value that is no finite number there is no change that could be told.
    private static @Nullable Double change(@Nullable Double first, @Nullable Double last) {
        return first != null && last != null && Double.isFinite(last - first) ? last - first : null;
    }

    private static void add(List<Line> lines, Part part, List<Side> sides,
            Function<Side, Map<String, String>> of) {
        List<Map<String, String>> maps = sides.stream().map(of).toList();
        Set<String> keys = new TreeSet<>();
        maps.forEach(map -> keys.addAll(map.keySet()));
        for (String key : keys) {
            List<@Nullable String> values = new ArrayList<>();
            maps.forEach(map -> values.add(map.get(key)));
            lines.add(line(part, key, values, null));
        }
    }

    private static Line line(Part part, String key, List<@Nullable String> values, @Nullable Double change) {
        boolean differs = values.stream().distinct().count() > 1;
        return new Line(part, key, Collections.unmodifiableList(values), change, differs);
    }
}
