package cotejo.dataset.view;

import cotejo.dataset.Batch;
import cotejo.dataset.FieldType;
import cotejo.dataset.Leaf;
import cotejo.dataset.Value;
import cotejo.dataset.ValueOrder;
import cotejo.dataset.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tests batches of rows against a condition. For one thread.
final class Matcher {

    private final Condition condition;
    private final List<Leaf> leaves = new ArrayList<>();
    private final Node root;

    /// A test of one row of the batch at hand.
    private interface Node {
        void batch(Batch batch);

        boolean test(int row);
    }

    Matcher(Condition condition) {
        this.condition = condition;
        this.root = node(condition);
    }

    /// The leaves that are looked at.
    List<Leaf> leaves() {
        return leaves;
    }

    Condition condition() {
        return condition;
    }

    /// Marks the rows of a batch that fulfil the condition.
    void match(Batch batch, boolean[] out) {
        root.batch(batch);
        for (int i = 0; i < batch.rows(); i++) {
            out[i] = root.test(i);
        }
    }

    private int place(Leaf leaf) {
        int at = leaves.indexOf(leaf);
        if (at < 0) {
            leaves.add(leaf);
            at = leaves.size() - 1;
        }
        return at;
    }

    private Node node(Condition now) {
        return switch (now) {
            case Condition.All all -> new Many(all.conditions().stream().map(this::node).toList(), true);
            case Condition.Any any -> new Many(any.conditions().stream().map(this::node).toList(), false);
            case Condition.Not not -> negated(not.condition());
            case Condition.IsNull isNull -> new One(place(isNull.leaf()), isNull.leaf().type(), Value::isNull, null);
            case Condition.IsNaN nan -> new One(place(nan.leaf()), nan.leaf().type(), Matcher::isNaN, null);
            case Condition.OneOf some -> new One(place(some.leaf()), some.leaf().type(),
                    value -> !value.isNull() && some.values().stream()
                            .anyMatch(other -> ValueOrder.ORDER.compare(value, other) == 0), null);
            case Condition.TextLike like -> new One(place(like.leaf()), like.leaf().type(), text(like), null);
            case Condition.Range range -> new One(place(range.leaf()), range.leaf().type(),
                    value -> within(value, range), NumberRange.of(range));
        };
    }

    /// Below a negation a null stays what does not match, but for the test on null itself.
    private Node negated(Condition inner) {
        return switch (inner) {
            case Condition.All all -> new Many(all.conditions().stream().map(this::negated).toList(), false);
            case Condition.Any any -> new Many(any.conditions().stream().map(this::negated).toList(), true);
            case Condition.Not not -> node(not.condition());
            case Condition.IsNull isNull ->
                new One(place(isNull.leaf()), isNull.leaf().type(), value -> !value.isNull(), null);
            case Condition.IsNaN nan -> known(node(nan), nan.leaf());
            case Condition.OneOf some -> known(node(some), some.leaf());
            case Condition.TextLike like -> known(node(like), like.leaf());
            case Condition.Range range -> known(node(range), range.leaf());
        };
    }

    private Node known(Node inner, Leaf leaf) {
        One there = new One(place(leaf), leaf.type(), value -> !value.isNull(), null);
        return new Node() {
            @Override
            public void batch(Batch batch) {
                inner.batch(batch);
                there.batch(batch);
            }

            @Override
            public boolean test(int row) {
                return there.test(row) && !inner.test(row);
            }
        };
    }

    private static boolean isNaN(Value value) {
        return value instanceof Value.Real real && Double.isNaN(real.value());
    }

    private static boolean within(Value value, Condition.Range range) {
        if (value.isNull() || isNaN(value)) {
            return false;
        }
        if (range.from() != null) {
            int low = ValueOrder.ORDER.compare(value, range.from());
            if (low < 0 || low == 0 && range.fromBound() == Condition.Bound.EXCLUDED) {
                return false;
            }
        }
        if (range.to() != null) {
            int high = ValueOrder.ORDER.compare(value, range.to());
            return high < 0 || high == 0 && range.toBound() == Condition.Bound.INCLUDED;
        }
        return true;
    }

    private static java.util.function.Predicate<Value> text(Condition.TextLike like) {
        boolean ignore = like.letters() == Condition.Case.IGNORED;
        String wanted = ignore ? like.text().toLowerCase(Locale.ROOT) : like.text();
        return value -> {
            if (value.isNull()) {
                return false;
            }
            String text = ignore ? value.plain().toLowerCase(Locale.ROOT) : value.plain();
            return switch (like.match()) {
                case CONTAINS -> text.contains(wanted);
                case STARTS -> text.startsWith(wanted);
                case ENDS -> text.endsWith(wanted);
                case EQUALS -> text.equals(wanted);
            };
        };
    }

    private record Many(List<Node> nodes, boolean all) implements Node {
        @Override
        public void batch(Batch batch) {
            nodes.forEach(node -> node.batch(batch));
        }

        @Override
        public boolean test(int row) {
            for (Node node : nodes) {
                if (node.test(row) != all) {
                    return !all;
                }
            }
            return all;
        }
    }

    /// A test of one leaf. Entries of a dictionary are tested once.
    private static final class One implements Node {
        private final int place;
        private final FieldType type;
        private final java.util.function.Predicate<Value> test;
        private final @Nullable NumberRange numbers;
        private final boolean nullMatches;
        private Vector vector = new Vector.Values(new Value[0], 0);
        private @Nullable Vector dictionary;
        private boolean[] entries = new boolean[0];

        One(int place, FieldType type, java.util.function.Predicate<Value> test, @Nullable NumberRange numbers) {
            this.place = place;
            this.type = type;
            this.test = test;
            this.numbers = numbers;
            this.nullMatches = test.test(Value.Nothing.NULL);
        }

        // A dictionary stays the same object for as long as it is the same.
        @Override
        @SuppressWarnings("ReferenceEquality")
        public void batch(Batch batch) {
            vector = batch.vectors().get(place);
            if (vector instanceof Vector.Coded coded && coded.dictionary() != dictionary) {
                dictionary = coded.dictionary();
                entries = new boolean[dictionary.size()];
                for (int i = 0; i < entries.length; i++) {
                    entries[i] = test.test(dictionary.value(i, type));
                }
            }
        }

        @Override
        public boolean test(int row) {
            if (vector.isNull(row)) {
                return nullMatches;
            }
            return switch (vector) {
                case Vector.Coded coded -> entries[coded.codes()[row]];
                case Vector.Doubles doubles when numbers != null -> numbers.has(doubles.values()[row]);
                case Vector.Longs longs when numbers != null && type instanceof FieldType.Whole ->
                    numbers.has(longs.values()[row]);
                default -> test.test(vector.value(row, type));
            };
        }
    }

    /// A range whose bounds are doubles, or whole numbers that are exact as doubles.
    private record NumberRange(double from, boolean fromIncluded, double to, boolean toIncluded) {

        private static final double EXACT = 0x1p53;

        static @Nullable NumberRange of(Condition.Range range) {
            FieldType type = range.leaf().type();
            boolean plain = type instanceof FieldType.Real || type instanceof FieldType.Whole whole
                    && (whole.bits() < 64 || whole.sign() == FieldType.Whole.Sign.SIGNED);
            double from = range.from() == null ? Double.NEGATIVE_INFINITY : ValueOrder.number(range.from());
            double to = range.to() == null ? Double.POSITIVE_INFINITY : ValueOrder.number(range.to());
            boolean exact = range.from() == null || range.from() instanceof Value.Real || Math.abs(from) < EXACT;
            exact &= range.to() == null || range.to() instanceof Value.Real || Math.abs(to) < EXACT;
            return !plain || Double.isNaN(from) || Double.isNaN(to) || !exact ? null : new NumberRange(from,
                    range.from() == null || range.fromBound() == Condition.Bound.INCLUDED, to,
                    range.to() == null || range.toBound() == Condition.Bound.INCLUDED);
        }

        boolean has(double value) {
            return (fromIncluded ? value >= from : value > from) && (toIncluded ? value <= to : value < to);
        }

        boolean has(long value) {
            return has((double) value);
        }
    }
}
