package cotejo.preview;

import cotejo.codec.ProtoReader;
import cotejo.preview.Signature.Need;
import cotejo.preview.Signature.Port;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The types of ONNX's inputs and outputs (`ValueInfoProto`, `TypeProto`).
final class OnnxTypes {

    private static final int DEEPEST = 8;

    private OnnxTypes() {
    }

    static Port port(ProtoReader value, List<String> types) throws IOException {
        String name = "";
        Type type = new Type("?", List.of(), Need.REQUIRED);
        while (value.next()) {
            if (value.field() == 1) {
                name = value.text();
            } else if (value.field() == 2) {
                type = type(value.message(), types, 0);
            }
        }
        return new Port(name, type.text(), type.shape(), type.need());
    }

    private record Type(String text, List<String> shape, Need need) {
    }

    private static Type type(ProtoReader type, List<String> types, int depth) throws IOException {
        Type found = new Type("?", List.of(), Need.REQUIRED);
        while (depth < DEEPEST && type.next()) {
            found = switch (type.field()) {
                case 1, 8 -> tensor(type.message(), types);
                case 4 -> new Type("sequence(" + inner(type.message(), 1, types, depth) + ")", List.of(),
                        Need.REQUIRED);
                case 5 -> map(type.message(), types, depth);
                case 9 -> new Type("optional(" + inner(type.message(), 1, types, depth) + ")", List.of(),
                        Need.OPTIONAL);
                default -> found;
            };
        }
        return found;
    }

    private static String inner(ProtoReader holder, int field, List<String> types, int depth) throws IOException {
        String text = "?";
        while (holder.next()) {
            if (holder.field() == field) {
                text = type(holder.message(), types, depth + 1).text();
            }
        }
        return text;
    }

    private static Type map(ProtoReader map, List<String> types, int depth) throws IOException {
        String key = "?";
        String value = "?";
        while (map.next()) {
            if (map.field() == 1) {
                key = named(map.number(), types);
            } else if (map.field() == 2) {
                value = type(map.message(), types, depth + 1).text();
            }
        }
        return new Type("map(" + key + ", " + value + ")", List.of(), Need.REQUIRED);
    }

    private static Type tensor(ProtoReader tensor, List<String> types) throws IOException {
        String element = "?";
        List<String> shape = new ArrayList<>();
        while (tensor.next()) {
            if (tensor.field() == 1) {
                element = named(tensor.number(), types);
            } else if (tensor.field() == 2) {
                shape(tensor.message(), shape);
            }
        }
        return new Type("tensor(" + element + ")", shape, Need.REQUIRED);
    }

    private static void shape(ProtoReader shape, List<String> into) throws IOException {
        while (shape.next() && into.size() < 64) {
            ProtoReader length = shape.message();
            String text = "?";
            while (length.next()) {
                text = length.field() == 1 ? Long.toString(length.number())
                        : length.field() == 2 ? length.text() : text;
            }
            into.add(text);
        }
    }

    private static String named(long type, List<String> types) {
        return type >= 0 && type < types.size() ? types.get((int) type) : "?";
    }
}
