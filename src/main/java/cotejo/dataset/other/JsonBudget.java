package cotejo.dataset.other;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/// Counts what one row of JSON is made of, and stops it before it is larger than memory. For one thread.
final class JsonBudget extends JsonNodeFactory {

    private static final long serialVersionUID = 1L;
    static final int NODES = 1 << 20;
    private static final long CHARACTERS = 64L << 20;

    private int nodes;
    private long characters;

    /// A row is larger than it may be.
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Begins a row.
    void begin() {
        nodes = 0;
        characters = 0;
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
        return super.objectNode();
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
