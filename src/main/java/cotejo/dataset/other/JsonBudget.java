package cotejo.dataset.other;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/// Counts what one row of JSON is made of, and stops it before it is larger than memory. For one thread.
final class JsonBudget extends JsonNodeFactory {

    private static final long serialVersionUID = 1L;
    static final int NODES = 1 << 20;
    private static final long CHARACTERS = 64L << 20;

    private int nodes;
    private long characters;
    private @Nullable String twice;

    /// A row is larger than it may be.
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Begins a row.
    void begin() {
        nodes = 0;
        characters = 0;
        twice = null;
    }

    /// A key that an object of the row has more than once, of which the last value stays; null when there is none.
    @Nullable String twice() {
        return twice;
    }

    private void spend(int length) {
        nodes++;
        characters += length;
        if (nodes > NODES || characters > CHARACTERS) {
            throw new Spent();
        }
    }

    @Override
    public ArrayNode arrayNode() {
        spend(0);
        return super.arrayNode();
    }

    @Override
    public ObjectNode objectNode() {
        spend(0);
        return new Told();
    }

    /// Says where a key comes again. Jackson copies nodes by a method that the compiler cannot check.
    @SuppressWarnings("unchecked")
    private final class Told extends ObjectNode {
        private static final long serialVersionUID = 1L;

        Told() {
            super(JsonBudget.this);
        }

        @Override
        public @Nullable JsonNode replace(String name, JsonNode value) {
            JsonNode before = super.replace(name, value);
            if (before != null && twice == null) {
                twice = name;
            }
            return before;
        }

        @Override
        public boolean equals(Object other) {
            return super.equals(other);
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }

    @Override
    public TextNode textNode(String text) {
        spend(text.length());
        return super.textNode(text);
    }

    @Override
    public NumericNode numberNode(int number) {
        spend(0);
        return super.numberNode(number);
    }

    @Override
    public NumericNode numberNode(long number) {
        spend(0);
        return super.numberNode(number);
    }

    @Override
    public NumericNode numberNode(double number) {
        spend(0);
        return super.numberNode(number);
    }

    @Override
    public NullNode nullNode() {
        spend(0);
        return super.nullNode();
    }

    @Override
    public BooleanNode booleanNode(boolean flag) {
        spend(0);
        return super.booleanNode(flag);
    }
}
