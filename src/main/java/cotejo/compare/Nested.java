package cotejo.compare;

import cotejo.codec.YamlException;
import cotejo.codec.YamlNodes;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Values that hold a structure: JSON, YAML, or what Python prints for a dict or list (which reads as YAML).
final class Nested {

    private static final int LONGEST = 500_000;
    private static final int MOST_LEAVES = 5_000;

    private Nested() {
    }

    /// The leaves of a structured text by their paths, such as `optimizer.lr` and `layers[2].units`; empty when the
    /// text has no structure, or so much of it that it is better compared as a text.
    static Optional<Map<String, Value>> leaves(String text) {
        if (text.length() > LONGEST || !looksNested(text)) {
            return Optional.empty();
        }
        Optional<Map<String, Value>> json = JsonLeaves.of(text, MOST_LEAVES);
        if (json.isPresent()) {
            return json;
        }
        try {
            YamlNodes.@Nullable Node node = YamlNodes.parse(text.getBytes(StandardCharsets.UTF_8));
            Map<String, Value> leaves = new LinkedHashMap<>();
            boolean whole = node != null && !(node instanceof YamlNodes.Scalar) && add("", node, leaves);
            return whole ? Optional.of(leaves) : Optional.empty();
        } catch (YamlException noStructure) {
            return Optional.empty();
        }
    }

    private static boolean looksNested(String text) {
        String core = text.strip();
        if (core.length() < 2) {
            return false;
        }
        char last = core.charAt(core.length() - 1);
        return switch (core.charAt(0)) {
            case '{' -> last == '}';
            case '[' -> last == ']';
            default -> core.indexOf('\n') > 0 && core.lines().limit(3).anyMatch(line -> line.matches("\\w[^:]*:.*"));
        };
    }

    private static boolean add(String path, YamlNodes.Node node, Map<String, Value> leaves) {
        switch (node) {
            case YamlNodes.Scalar scalar -> leaves.put(path, Value.of(scalar.empty() ? "null" : scalar.text()));
            case YamlNodes.Mapping(Map<String, YamlNodes.Node> entries) -> {
                for (Map.Entry<String, YamlNodes.Node> entry : entries.entrySet()) {
                    String below = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
                    if (!add(below, entry.getValue(), leaves)) {
                        return false;
                    }
                }
                if (entries.isEmpty()) {
                    leaves.put(path, Value.of("{}"));
                }
            }
            case YamlNodes.Sequence(java.util.List<YamlNodes.Node> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    if (!add(path + "[" + i + "]", items.get(i), leaves)) {
                        return false;
                    }
                }
                if (items.isEmpty()) {
                    leaves.put(path, Value.of("[]"));
                }
            }
        }
        return leaves.size() <= MOST_LEAVES;
    }
}
