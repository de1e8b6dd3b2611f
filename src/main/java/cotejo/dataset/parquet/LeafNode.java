package cotejo.dataset.parquet;

import cotejo.dataset.Leaf;
import org.jspecify.annotations.Nullable;

/// Where a leaf stands in the tree.
///
/// @param leaf      its number
/// @param slot      the definition level from which on the innermost list or map has a place for it
/// @param node      its node
/// @param outer     the outermost list or map around it; null when there is none
record LeafNode(int leaf, int slot, ParquetSchema.Node node, ParquetSchema.@Nullable Node outer) {

    static LeafNode of(ParquetSchema schema, Leaf leaf) {
        ParquetSchema.Node node = schema.columns().get(leaf.column());
        ParquetSchema.Node outer = null;
        int slot = 0;
        for (int step : leaf.steps()) {
            boolean many = node.kind() == ParquetSchema.Node.Kind.LIST || node.kind() == ParquetSchema.Node.Kind.MAP;
            if (many) {
                outer = outer == null ? node : outer;
                slot = node.slot();
            }
            if (step >= node.parts().size()) {
                break;
            }
            node = node.parts().get(step);
        }
        return new LeafNode(node.leaf(), slot, node, outer);
    }

    /// Whether it is a value that is stored in several leaves and says itself of what type each is.
    boolean variant() {
        return node.kind() == ParquetSchema.Node.Kind.VARIANT;
    }

    /// Whether it is a value that has to be put together.
    boolean assembled() {
        return node.kind() != ParquetSchema.Node.Kind.LEAF;
    }
}
