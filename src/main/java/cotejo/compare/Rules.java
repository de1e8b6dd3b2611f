package cotejo.compare;

import java.util.Map;

/// What counts as a difference.
///
/// @param directions which way is better, as the person chose it, by metric
public record Rules(Ignoring ignoring, Tolerance tolerance, Map<String, Direction.Better> directions) {

    /// Nothing is ignored and nothing forgiven.
    public static Rules strict() {
        return new Rules(Ignoring.nothing(), Tolerance.NONE, Map.of());
    }
}
