package cotejo.dataset.view;

import cotejo.dataset.Leaf;
import cotejo.dataset.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a row has to fulfil. A null fulfils [IsNull] only.
public sealed interface Condition {

    /// Where a bound lies.
    enum Bound {
        INCLUDED,
        EXCLUDED
    }

    /// How text has to match.
    enum Match {
        CONTAINS,
        STARTS,
        ENDS,
        EQUALS
    }

    /// Whether upper and lower case differ.
    enum Case {
        SENSITIVE,
        IGNORED
    }

    /// Between two bounds; a null bound is none. NaN lies in no range.
    record Range(Leaf leaf, @Nullable Value from, Bound fromBound, @Nullable Value to, Bound toBound)
            implements Condition {
    }

    /// One of some values.
    record OneOf(Leaf leaf, List<Value> values) implements Condition {
    }

    /// Text that matches; other values are taken by their plain text.
    record TextLike(Leaf leaf, Match match, String text, Case letters) implements Condition {
    }

    /// Null.
    record IsNull(Leaf leaf) implements Condition {
    }

    /// Not a number.
    record IsNaN(Leaf leaf) implements Condition {
    }

    /// Not so; a null fulfils `Not(IsNull)` never, and other negations only where it is no null.
    record Not(Condition condition) implements Condition {
    }

    /// All of them.
    record All(List<Condition> conditions) implements Condition {
    }

    /// Any of them.
    record Any(List<Condition> conditions) implements Condition {
    }
}
