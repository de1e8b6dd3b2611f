package cotejo.dataset.parquet;

import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import java.util.ArrayList;
import java.util.List;

/// Puts nested values together from the levels and values of their leaves, as the Dremel paper describes (Melnik et
/// al. 2010, section 4).
final class Assembly {

    /// A leaf on the way through its entries.
    static final class Track {
        private final NestedCursor.Entries entries;
        private final FieldType type;
        private final int maxDef;
        private int at;
        private int value;

        Track(NestedCursor.Entries entries, FieldType type, int maxDef) {
            this.entries = entries;
            this.type = type;
            this.maxDef = maxDef;
        }

        int def() {
            return entries.def()[at];
        }

        /// The repetition level of the entry to come; -1 at the end.
        int rep() {
            return at < entries.count() ? entries.rep()[at] : -1;
        }

        Value take() {
            return entries.def()[at++] == maxDef ? entries.values().value(value++, type) : Value.Nothing.NULL;
        }
    }

    private final Track[] tracks;

    /// @param tracks by the number of the leaf; those that are not read are null
    Assembly(Track[] tracks) {
        this.tracks = tracks;
    }

    /// The next row's value of a column.
    Value next(ParquetSchema.Node node) {
        return switch (node.kind()) {
            case LEAF -> tracks[node.leaf()].take();
            case STRUCT -> struct(node);
            case LIST -> list(node);
            case MAP -> map(node);
            case VARIANT -> Variants.of(node, struct(node));
        };
    }

    private Value struct(ParquetSchema.Node node) {
        if (tracks[node.leaf()].def() < node.def()) {
            pass(node);
            return Value.Nothing.NULL;
        }
        List<String> names = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (ParquetSchema.Node part : node.parts()) {
            names.add(part.field().name());
            values.add(next(part));
        }
        return new Value.Struct(names, values);
    }

    private Value list(ParquetSchema.Node node) {
        Track first = tracks[node.leaf()];
        if (first.def() < node.slot()) {
            boolean isNull = first.def() < node.def();
            pass(node);
            return isNull ? Value.Nothing.NULL : new Value.Items(List.of());
        }
        List<Value> items = new ArrayList<>();
        do {
            items.add(next(node.parts().getFirst()));
        } while (first.rep() == node.rep());
        return new Value.Items(items);
    }

    private Value map(ParquetSchema.Node node) {
        Track first = tracks[node.leaf()];
        if (first.def() < node.slot()) {
            boolean isNull = first.def() < node.def();
            pass(node);
            return isNull ? Value.Nothing.NULL : new Value.Pairs(List.of());
        }
        List<Value.Pair> pairs = new ArrayList<>();
        do {
            Value key = next(node.parts().getFirst());
            Value value = node.parts().size() == 2 ? next(node.parts().get(1)) : Value.Nothing.NULL;
            pairs.add(new Value.Pair(key, value));
        } while (first.rep() == node.rep());
        return new Value.Pairs(pairs);
    }

    /// Passes over the one entry that says that nothing is here.
    private void pass(ParquetSchema.Node node) {
        if (node.parts().isEmpty()) {
            tracks[node.leaf()].take();
        }
        for (ParquetSchema.Node part : node.parts()) {
            pass(part);
        }
    }
}
