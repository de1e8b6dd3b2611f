package cotejo.dataset.view;

import cotejo.dataset.Leaf;

/// A column to sort by. Nulls are last in both directions.
public record SortKey(Leaf leaf, Direction direction) {

    /// Up or down.
    public enum Direction {
        ASCENDING,
        DESCENDING
    }
}
