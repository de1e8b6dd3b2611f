package cotejo.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How runs are compared.
///
/// @param ignore     patterns of keys that are left out, such as `_*`, `*path*`, `seed`
/// @param tolerance  how far numbers may lie apart and count as the same: `0.01`, `1%`, or empty
/// @param directions by metric, whether `LOWER` or `HIGHER` is better; `UNKNOWN` for neither
public record Comparing(List<String> ignore, String tolerance, Map<String, String> directions) {

    public Comparing {
        ignore = List.copyOf(ignore);
        directions = Map.copyOf(directions);
    }

    /// What holds before anything was set.
    public static Comparing defaults() {
        return new Comparing(List.of(), "", Map.of());
    }

    public Comparing withIgnore(List<String> wanted) {
        return new Comparing(wanted, tolerance, directions);
    }

    /// With one pattern more.
    public Comparing ignoring(String pattern) {
        List<String> more = new ArrayList<>(ignore);
        if (!more.contains(pattern)) {
            more.add(pattern);
        }
        return withIgnore(more);
    }

    public Comparing withTolerance(String wanted) {
        return new Comparing(ignore, wanted, directions);
    }

    public Comparing withDirection(String metric, String better) {
        Map<String, String> more = new HashMap<>(directions);
        more.put(metric, better);
        return new Comparing(ignore, tolerance, more);
    }
}
