package cotejo.dataset.other;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// JSON as values.
final class JsonValues {

    private JsonValues() {
    }

    /// A node as a value of a type: parts of a struct in the type's order, what the type does not know behind it.
    static Value of(JsonNode node, FieldType type) {
        if (node.isNull() || node.isMissingNode()) {
            return Value.Nothing.NULL;
        }
        if (node.isObject() && type instanceof FieldType.Struct struct) {
            List<String> names = new ArrayList<>();
            List<Value> values = new ArrayList<>();
            for (Field field : struct.fields()) {
                names.add(field.name());
                values.add(node.has(field.name()) ? of(node.get(field.name()), field.type()) : Value.Nothing.ABSENT);
            }
            Set<String> told = Set.copyOf(names);
            node.properties().forEach(entry -> {
                if (!told.contains(entry.getKey())) {
                    names.add(entry.getKey());
                    values.add(of(entry.getValue(), new FieldType.Anything("json")));
                }
            });
            return new Value.Struct(names, values);
        }
        if (node.isArray()) {
            FieldType element = type instanceof FieldType.ListOf list ? list.element().type()
                    : new FieldType.Anything("json");
            List<Value> items = new ArrayList<>();
            node.forEach(item -> items.add(of(item, element)));
            return new Value.Items(items);
        }
        if (node.isObject()) {
            List<String> names = new ArrayList<>();
            List<Value> values = new ArrayList<>();
            node.properties().forEach(entry -> {
                names.add(entry.getKey());
                values.add(of(entry.getValue(), new FieldType.Anything("json")));
            });
            return new Value.Struct(names, values);
        }
        return scalar(node, type);
    }

    private static Value scalar(JsonNode node, FieldType type) {
        if (node.isBoolean()) {
            return node.booleanValue() ? Value.Flag.TRUE : Value.Flag.FALSE;
        }
        if (node.isNumber()) {
            if (node.isFloatingPointNumber() || type instanceof FieldType.Real && exact(node)) {
                return new Value.Real(node.doubleValue(), 64);
            }
            return node.canConvertToLong() ? new Value.Whole(node.longValue())
                    : new Value.Decimal(new java.math.BigDecimal(node.bigIntegerValue()));
        }
        return new Value.Text(node.asText());
    }

    /// Whether a whole number is one among doubles too.
    private static boolean exact(JsonNode node) {
        double near = node.doubleValue();
        return Math.abs(near) < 1L << 53 || Double.isFinite(near)
                && new java.math.BigDecimal(near).toBigInteger().equals(node.bigIntegerValue());
    }
}
