package cotejo.dataset.profile;

import cotejo.dataset.FieldType;
import cotejo.dataset.Leaf;
import cotejo.dataset.Value;
import cotejo.dataset.Vector;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Tallies one leaf. Tallies of different stretches of rows can be merged.
final class LeafTally {

    private final Leaf leaf;
    private final @Nullable NumberTally numbers;
    private final @Nullable BytesTally bytes;
    private final @Nullable ValueTally values;
    private final @Nullable LengthTally lists;
    private long rows;
    private long others;

    /// @param bins for numbers that are too many to keep
    LeafTally(Leaf leaf, Bins bins, Budget budget) {
        this(leaf, bins, budget, false);
    }

    private LeafTally(Leaf leaf, Bins bins, Budget budget, boolean loose) {
        this.leaf = leaf;
        FieldType type = leaf.type();
        boolean wide = type instanceof FieldType.Decimal decimal && decimal.precision() > 18;
        boolean number = type instanceof FieldType.Whole || type instanceof FieldType.Real
                || type instanceof FieldType.Bool || type.temporal() || type instanceof FieldType.Duration
                || type instanceof FieldType.Decimal;
        boolean run = type instanceof FieldType.Text || type instanceof FieldType.Binary
                || type instanceof FieldType.Uuid;
        this.numbers = number && !wide && !loose ? new NumberTally(type, bins, budget) : null;
        this.bytes = run ? new BytesTally(type instanceof FieldType.Text, budget) : null;
        this.values = numbers == null || type instanceof FieldType.Decimal || type instanceof FieldType.Timestamp
                ? new ValueTally() : null;
        this.lists = leaf.shape() == Leaf.Shape.REPEATED ? new LengthTally() : null;
    }

    /// One that takes numbers as values too, one by one.
    static LeafTally loose(Leaf leaf, Budget budget) {
        return new LeafTally(leaf, Bins.ofAll(), budget, true);
    }

    /// Whether some values came as numbers and some, such as finer times, did not: neither tells it all.
    boolean mixed() {
        return numbers != null && values != null && values.count() > 0 && numbers.count() + numbers.nan() > 0;
    }

    void add(Vector vector) {
        rows += vector.size();
        if (vector instanceof Vector.Repeated repeated && lists != null) {
            for (int i = 0; i < repeated.size(); i++) {
                if (repeated.lengths()[i] >= 0) {
                    lists.add(repeated.lengths()[i], 1);
                }
            }
            tally(repeated.values());
        } else {
            tally(vector);
        }
    }

    private void tally(Vector vector) {
        switch (vector) {
            case Vector.Longs _, Vector.Doubles _ when numbers != null -> numbers.add(vector);
            case Vector.Slices slices when bytes != null -> bytes.add(slices);
            case Vector.Coded coded when bytes != null && coded.dictionary() instanceof Vector.Slices texts ->
                bytes.add(coded, texts);
            default -> {
                for (int i = 0; i < vector.size(); i++) {
                    one(vector.value(i, leaf.type()));
                }
            }
        }
    }

    private void one(Value value) {
        if (value.isNull()) {
            addNull();
        } else if (values != null && bytes == null && (numbers == null || value instanceof Value.Moment
                || value instanceof Value.Decimal)) {
            values.add(value, 1);
        } else if (bytes != null) {
            byte[] stored = stored(value);
            bytes.add(stored, 0, stored.length, 1);
        } else if (numbers != null && StoredNumber.fits(leaf.type(), value)) {
            numbers.addOne(cotejo.dataset.ValueOrder.number(value), StoredNumber.of(leaf.type(), value));
        } else {
            others++;
        }
    }

    /// The bytes as a column of such values has them.
    private static byte[] stored(Value value) {
        return switch (value) {
            case Value.Binary binary -> binary.bytes();
            case Value.Id id -> ByteBuffer.allocate(16).putLong(id.id().getMostSignificantBits())
                    .putLong(id.id().getLeastSignificantBits()).array();
            default -> value.plain().getBytes(StandardCharsets.UTF_8);
        };
    }

    private void addNull() {
        if (numbers != null) {
            numbers.addNulls(1);
        } else if (bytes != null) {
            bytes.addNulls(1);
        } else if (values != null) {
            values.addNulls(1);
        }
    }

    void end() {
        if (bytes != null) {
            bytes.flush();
        }
    }

    void merge(LeafTally other) {
        rows += other.rows;
        others += other.others;
        if (numbers != null && other.numbers != null) {
            numbers.merge(other.numbers);
        }
        if (bytes != null && other.bytes != null) {
            bytes.merge(other.bytes);
        }
        if (values != null && other.values != null) {
            values.merge(other.values);
        }
        if (lists != null && other.lists != null) {
            lists.merge(other.lists);
        }
    }

    Leaf leaf() {
        return leaf;
    }

    long rows() {
        return rows;
    }

    long others() {
        return others;
    }

    /// Numbers, when the values came as such.
    @Nullable NumberTally numbers() {
        return values != null && values.count() > 0 ? null : numbers;
    }

    @Nullable BytesTally bytes() {
        return bytes;
    }

    @Nullable ValueTally values() {
        return values;
    }

    @Nullable LengthTally lists() {
        return lists;
    }

    long nulls() {
        return (numbers == null ? 0 : numbers.nulls()) + (bytes == null ? 0 : bytes.nulls())
                + (values == null ? 0 : values.nulls());
    }
}
