package cotejo.dataset.other;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cotejo.dataset.FieldType;
import cotejo.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Reads a schema as Avro's specification 1.12 writes it. Nothing that it names is ever loaded; logical types that are
/// unknown or do not fit are passed over, as the specification asks.
final class AvroSchema {

    private static final int DEPTH = 64;
    private static final int LEAVES = 20_000;
    private static final int FIXED = 1 << 20;
    private static final int DIGITS = 1000;

    private final Map<String, AvroType> names = new HashMap<>();

    private AvroSchema() {
    }

    static AvroType read(String json) throws IOException {
        AvroSchema schema = new AvroSchema();
        JsonNode root;
        try {
            root = new JsonMapper().readTree(json);
        } catch (JsonProcessingException noJson) {
            throw new IOException(Texts.get("dataset.avro.schema"), noJson);
        }
        AvroType type = schema.type(root, "", 0);
        if (leaves(type, new IdentityHashMap<>()) > LEAVES) {
            throw new IOException(Texts.get("dataset.avro.columns", LEAVES));
        }
        return type;
    }

    /// How many columns a type makes, those of records that are named twice counted twice.
    private static long leaves(AvroType type, Map<AvroType, Long> known) {
        Long before = known.get(type);
        if (before != null) {
            return before;
        }
        long count = switch (type) {
            case AvroType.Many many -> leaves(many.item(), known);
            case AvroType.Keyed keyed -> 1 + leaves(keyed.value(), known);
            case AvroType.Union union -> sum(union.branches(), known);
            case AvroType.Parts parts -> sum(parts.types(), known);
            default -> 1;
        };
        known.put(type, count);
        return count;
    }

    private static long sum(List<AvroType> types, Map<AvroType, Long> known) {
        long sum = 1;
        for (AvroType type : types) {
            sum = Math.min(Integer.MAX_VALUE, sum + leaves(type, known));
        }
        return sum;
    }

    private AvroType type(JsonNode node, String space, int depth) throws IOException {
        if (depth > DEPTH) {
            throw new IOException(Texts.get("dataset.other.deep", DEPTH));
        }
        if (node.isTextual()) {
            return named(node.asText(), space);
        }
        if (node.isArray()) {
            List<AvroType> branches = new ArrayList<>();
            for (JsonNode branch : node) {
                branches.add(type(branch, space, depth + 1));
            }
            return new AvroType.Union(List.copyOf(branches));
        }
        if (!node.isObject()) {
            throw new IOException(Texts.get("dataset.avro.schema"));
        }
        JsonNode kind = node.path("type");
        if (!kind.isTextual()) {
            return type(kind, space, depth + 1);
        }
        return switch (kind.asText()) {
            case "record", "error" -> parts(node, space, depth);
            case "enum" -> choice(node, space);
            case "fixed" -> fixed(node, space);
            case "array" -> new AvroType.Many(type(node.path("items"), space, depth + 1));
            case "map" -> new AvroType.Keyed(type(node.path("values"), space, depth + 1));
            default -> logical(named(kind.asText(), space), node);
        };
    }

    private AvroType named(String name, String space) throws IOException {
        return switch (name) {
            case "null" -> new AvroType.Plain(name, new FieldType.Nothing());
            case "boolean" -> new AvroType.Plain(name, new FieldType.Bool());
            case "int" -> new AvroType.Plain(name, new FieldType.Whole(32, FieldType.Whole.Sign.SIGNED));
            case "long" -> new AvroType.Plain(name, FieldType.int64());
            case "float" -> new AvroType.Plain(name, new FieldType.Real(32));
            case "double" -> new AvroType.Plain(name, FieldType.float64());
            case "bytes" -> new AvroType.Plain(name, new FieldType.Binary(-1, "binary"));
            case "string" -> new AvroType.Plain(name, FieldType.text());
            default -> {
                AvroType known = names.get(full(name, space));
                if (known == null) {
                    known = names.get(name);
                }
                if (known == null) {
                    throw new IOException(Texts.get("dataset.avro.type", name));
                }
                yield known;
            }
        };
    }

    private static String full(String name, String space) {
        return name.contains(".") || space.isEmpty() ? name : space + "." + name;
    }

    private static String space(JsonNode node, String around) {
        String name = node.path("name").asText();
        int dot = name.lastIndexOf('.');
        return dot >= 0 ? name.substring(0, dot) : node.path("namespace").asText(around);
    }

    private AvroType parts(JsonNode node, String around, int depth) throws IOException {
        String space = space(node, around);
        String name = full(node.path("name").asText(), space);
        names.put(name, new AvroType.Again(name, names));
        List<String> parts = new ArrayList<>();
        List<AvroType> types = new ArrayList<>();
        for (JsonNode field : node.path("fields")) {
            parts.add(field.path("name").asText());
            types.add(type(field.path("type"), space, depth + 1));
        }
        AvroType all = new AvroType.Parts(List.copyOf(parts), List.copyOf(types));
        names.put(name, all);
        return all;
    }

    private AvroType choice(JsonNode node, String around) {
        List<String> symbols = new ArrayList<>();
        node.path("symbols").forEach(symbol -> symbols.add(symbol.asText()));
        AvroType choice = new AvroType.Choice(List.copyOf(symbols));
        names.put(full(node.path("name").asText(), space(node, around)), choice);
        return choice;
    }

    private AvroType fixed(JsonNode node, String around) throws IOException {
        int size = node.path("size").asInt(-1);
        if (size < 0 || size > FIXED) {
            throw new IOException(Texts.get("dataset.avro.type", "fixed " + node.path("size")));
        }
        FieldType meaning = switch (node.path("logicalType").asText()) {
            case "decimal" -> decimal(node, new FieldType.Binary(size, "binary"));
            case "uuid" -> size == 16 ? new FieldType.Uuid() : new FieldType.Binary(size, "binary");
            case "duration" -> size == 12 ? new FieldType.Interval() : new FieldType.Binary(size, "binary");
            default -> new FieldType.Binary(size, "binary");
        };
        AvroType fixed = new AvroType.Fixed(size, meaning);
        names.put(full(node.path("name").asText(), space(node, around)), fixed);
        return fixed;
    }

    private static AvroType logical(AvroType type, JsonNode node) {
        if (!(type instanceof AvroType.Plain(String kind, FieldType plain))) {
            return type;
        }
        FieldType meaning = switch (kind + " " + node.path("logicalType").asText()) {
            case "bytes decimal" -> decimal(node, plain);
            case "string uuid" -> new FieldType.Uuid();
            case "int date" -> new FieldType.Date();
            case "int time-millis" -> new FieldType.TimeOfDay(FieldType.Unit.MILLIS);
            case "long time-micros" -> new FieldType.TimeOfDay(FieldType.Unit.MICROS);
            case "long timestamp-millis" -> new FieldType.Timestamp(FieldType.Unit.MILLIS, "UTC");
            case "long timestamp-micros" -> new FieldType.Timestamp(FieldType.Unit.MICROS, "UTC");
            case "long timestamp-nanos" -> new FieldType.Timestamp(FieldType.Unit.NANOS, "UTC");
            case "long local-timestamp-millis" -> new FieldType.Timestamp(FieldType.Unit.MILLIS, "");
            case "long local-timestamp-micros" -> new FieldType.Timestamp(FieldType.Unit.MICROS, "");
            case "long local-timestamp-nanos" -> new FieldType.Timestamp(FieldType.Unit.NANOS, "");
            default -> plain;
        };
        return new AvroType.Plain(kind, meaning);
    }

    private static FieldType decimal(JsonNode node, FieldType otherwise) {
        int precision = node.path("precision").asInt(0);
        int scale = node.path("scale").asInt(0);
        return precision < 1 || precision > DIGITS || scale < 0 || scale > precision ? otherwise
                : new FieldType.Decimal(precision, scale);
    }
}
