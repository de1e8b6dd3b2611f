package cotejo.dataset.other;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The type that holds every value it was shown, found in time that grows with the values and not with the keys that
/// were there before. An object inside another with more than a thousand keys is taken as JSON: its keys are data.
final class JsonShape {

    private static final int KEYS = 1000;

    private @Nullable FieldType scalar;
    private @Nullable JsonShape element;
    private @Nullable Map<String, JsonShape> parts;

    /// Widens to hold the value.
    void add(JsonNode node) {
        add(node, Integer.MAX_VALUE);
    }

    /// How many keys the objects shown had between them.
    int keys() {
        return parts == null ? 0 : parts.size();
    }

    private void add(JsonNode node, int most) {
        if (node.isNull() || scalar instanceof FieldType.Anything) {
            return;
        }
        if (node.isArray() && scalar == null && parts == null) {
            element = element == null ? new JsonShape() : element;
            for (JsonNode item : node) {
                element.add(item, KEYS);
            }
        } else if (node.isObject() && !node.isEmpty() && scalar == null && element == null) {
            parts = parts == null ? new LinkedHashMap<>() : parts;
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                parts.computeIfAbsent(entry.getKey(), _ -> new JsonShape()).add(entry.getValue(), KEYS);
            }
            if (parts.size() > most) {
                anything();
            }
        } else if (node.isContainerNode() || element != null || parts != null) {
            anything();
        } else {
            scalar = scalar == null ? scalar(node) : both(scalar, scalar(node));
        }
    }

    private void anything() {
        scalar = new FieldType.Anything("json");
        element = null;
        parts = null;
    }

    FieldType type() {
        if (parts != null) {
            return new FieldType.Struct(parts.entrySet().stream()
                    .map(entry -> Field.of(entry.getKey(), entry.getValue().type())).toList());
        }
        if (element != null) {
            return new FieldType.ListOf(Field.of("list.element", element.type()));
        }
        return scalar == null ? new FieldType.Nothing() : scalar;
    }

    private static FieldType scalar(JsonNode node) {
        if (node.isBoolean()) {
            return new FieldType.Bool();
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() && node.canConvertToLong() ? FieldType.int64() : FieldType.float64();
        }
        return FieldType.text();
    }

    private static FieldType both(FieldType one, FieldType other) {
        boolean numbers = (one instanceof FieldType.Whole || one instanceof FieldType.Real)
                && (other instanceof FieldType.Whole || other instanceof FieldType.Real);
        return one.equals(other) ? one : numbers ? FieldType.float64() : new FieldType.Anything("json");
    }
}
