package cotejo.dataset.other;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.Map;

/// JSON as values, and the types that hold them.
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
            if (type instanceof FieldType.Real || node.isFloatingPointNumber()) {
                return new Value.Real(node.doubleValue(), 64);
            }
            return node.canConvertToLong() ? new Value.Whole(node.longValue())
                    : new Value.Decimal(new java.math.BigDecimal(node.bigIntegerValue()));
        }
        return new Value.Text(node.asText());
    }

    static FieldType type(JsonNode node) {
        if (node.isNull()) {
            return new FieldType.Nothing();
        }
        if (node.isBoolean()) {
            return new FieldType.Bool();
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() && node.canConvertToLong() ? FieldType.int64() : FieldType.float64();
        }
        if (node.isTextual()) {
            return FieldType.text();
        }
        if (node.isArray()) {
            FieldType element = new FieldType.Nothing();
            for (JsonNode item : node) {
                element = merge(element, type(item));
            }
            return new FieldType.ListOf(Field.of("list.element", element));
        }
        List<Field> fields = new ArrayList<>();
        node.properties().forEach(entry -> fields.add(Field.of(entry.getKey(), type(entry.getValue()))));
        return fields.isEmpty() ? new FieldType.Anything("json") : new FieldType.Struct(fields);
    }

    /// A type that holds the values of both.
    static FieldType merge(FieldType a, FieldType b) {
        if (a.equals(b) || b instanceof FieldType.Nothing) {
            return a;
        }
        if (a instanceof FieldType.Nothing) {
            return b;
        }
        boolean numbers = (a instanceof FieldType.Whole || a instanceof FieldType.Real)
                && (b instanceof FieldType.Whole || b instanceof FieldType.Real);
        if (numbers) {
            return FieldType.float64();
        }
        if (a instanceof FieldType.ListOf one && b instanceof FieldType.ListOf two) {
            return new FieldType.ListOf(Field.of("list.element", merge(one.element().type(), two.element().type())));
        }
        if (a instanceof FieldType.Struct one && b instanceof FieldType.Struct two) {
            Map<String, FieldType> all = new LinkedHashMap<>();
            one.fields().forEach(field -> all.put(field.name(), field.type()));
            two.fields().forEach(field -> all.merge(field.name(), field.type(), JsonValues::merge));
            return new FieldType.Struct(all.entrySet().stream()
                    .map(entry -> Field.of(entry.getKey(), entry.getValue())).toList());
        }
        return new FieldType.Anything("json");
    }
}
