package cotejo.compare;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A param whose values are trees in all runs of a gap that have it, leaf by leaf.
final class NestedParam {

    /// Of trees with more leaves than this the whole is told.
    private static final int MOST = 500;
    /// What is read of other runs is kept up to so many leaves.
    private static final int KEPT = 500_000;

    private final String key;
    private final Map<String, Optional<Map<String, Value>>> read = new HashMap<>();
    private final Set<String> paths = new LinkedHashSet<>();
    private int kept;

    private NestedParam(String key) {
        this.key = key;
    }

    /// The param; without paths where a value has no structure.
    static NestedParam of(Gap gap, String key) {
        NestedParam param = new NestedParam(key);
        List<String> texts = Stream.concat(gap.first().stream(), gap.second().stream())
                .flatMap(run -> Stream.ofNullable(run.facts().params().get(key))).distinct().toList();
        for (String text : texts) {
            Optional<Map<String, Value>> leaves = param.leaves(text);
            leaves.ifPresent(tree -> param.paths.addAll(tree.keySet()));
            if (leaves.isEmpty() || param.paths.size() > MOST) {
                param.paths.clear();
                break;
            }
        }
        return param;
    }

    Set<String> paths() {
        return paths;
    }

    /// What a leaf is called: `config.optimizer.lr`, `layers[2]`.
    String name(String path) {
        return path.startsWith("[") ? key + path : key + "." + path;
    }

    /// A leaf of one of its values; null where that has none there.
    @Nullable String leaf(String text, String path) {
        Value value = leaves(text).orElse(Map.of()).getOrDefault(path, Value.missing());
        return value instanceof Value.Text(String leaf) ? leaf : null;
    }

    private Optional<Map<String, Value>> leaves(String text) {
        Optional<Map<String, Value>> known = read.get(text);
        if (known == null) {
            known = Nested.leaves(text);
            kept += known.map(Map::size).orElse(0) + 1;
            if (kept < KEPT) {
                read.put(text, known);
            }
        }
        return known;
    }
}
