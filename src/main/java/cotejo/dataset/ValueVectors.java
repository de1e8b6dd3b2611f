package cotejo.dataset;

import java.util.ArrayList;
import java.util.List;

/// Packs rows of values into vectors of leaves.
public final class ValueVectors {

    private ValueVectors() {
    }

    /// The leaves of rows that have a value for every column.
    public static List<Vector> of(List<List<Value>> rows, List<Leaf> leaves) {
        return leaves.stream().map(leaf -> of(leaf, rows.stream().map(row -> row.get(leaf.column())).toList()))
                .toList();
    }

    /// A leaf of the values of its column.
    public static Vector of(Leaf leaf, List<Value> column) {
        return leaf.shape() == Leaf.Shape.SINGLE ? single(column, leaf) : repeated(column, leaf);
    }

    private static Vector single(List<Value> column, Leaf leaf) {
        List<Value> values = new ArrayList<>(column.size());
        for (Value whole : column) {
            Value value = whole;
            for (int step : leaf.steps()) {
                value = value instanceof Value.Struct struct && step < struct.values().size()
                        ? struct.values().get(step) : Value.Nothing.NULL;
            }
            values.add(value);
        }
        return pack(values, leaf.type());
    }

    private static Vector repeated(List<Value> column, Leaf leaf) {
        List<Value> values = new ArrayList<>();
        int[] lengths = new int[column.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = collect(column.get(i), leaf.steps(), 0, values);
        }
        return new Vector.Repeated(pack(values, leaf.type()), lengths, lengths.length);
    }

    /// @return the length of the outermost list, -1 where it is null
    private static int collect(Value value, List<Integer> steps, int depth, List<Value> into) {
        if (depth == steps.size()) {
            into.add(value);
            return -1;
        }
        return switch (value) {
            case Value.Items items -> {
                items.items().forEach(item -> collect(item, steps, depth + 1, into));
                yield items.items().size();
            }
            case Value.Pairs pairs -> {
                pairs.pairs().forEach(pair -> collect(steps.get(depth) == 0 ? pair.key() : pair.value(), steps,
                        depth + 1, into));
                yield pairs.pairs().size();
            }
            case Value.Struct struct when steps.get(depth) < struct.values().size() ->
                collect(struct.values().get(steps.get(depth)), steps, depth + 1, into);
            default -> -1;
        };
    }

    /// Numbers and times as numbers when all of them are; else values one by one.
    public static Vector pack(List<Value> values, FieldType type) {
        int size = values.size();
        boolean[] nulls = new boolean[size];
        boolean anyNull = false;
        boolean real = type instanceof FieldType.Real;
        double[] doubles = new double[real ? size : 0];
        long[] longs = new long[real ? 0 : size];
        for (int i = 0; i < size; i++) {
            Value value = values.get(i);
            nulls[i] = value.isNull();
            anyNull |= nulls[i];
            if (nulls[i]) {
                continue;
            }
            if (real && value instanceof Value.Real number) {
                doubles[i] = number.value();
            } else if (!real && PackedNumber.holds(type, value)) {
                longs[i] = PackedNumber.of(type, value);
            } else {
                return new Vector.Values(values.toArray(Value[]::new), size);
            }
        }
        return real ? new Vector.Doubles(doubles, size, anyNull ? nulls : null)
                : packed(type) ? new Vector.Longs(longs, size, anyNull ? nulls : null)
                : new Vector.Values(values.toArray(Value[]::new), size);
    }

    private static boolean packed(FieldType type) {
        return type instanceof FieldType.Whole || type instanceof FieldType.Bool || type.temporal()
                || type instanceof FieldType.Duration
                || type instanceof FieldType.Decimal decimal && decimal.precision() <= PackedNumber.DIGITS;
    }
}
