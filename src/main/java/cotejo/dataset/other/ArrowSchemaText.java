package cotejo.dataset.other;

import cotejo.dataset.Field;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Optional;

/// The Arrow schema that Arrow's writers put into the metadata of other files, as text for people: a line a field with
/// its type, time zone, dictionary and nullness, as Arrow has them.
public final class ArrowSchemaText {

    private static final int SCHEMA = 1;

    private ArrowSchemaText() {
    }

    /// @param base64 the value of `ARROW:schema`: an IPC message in Base64
    /// @return empty when it is no schema, or one with types that are not read here
    public static Optional<String> of(String base64) {
        try {
            ByteBuffer message = ByteBuffer.wrap(Base64.getDecoder().decode(base64.strip()))
                    .order(ByteOrder.LITTLE_ENDIAN);
            message.position(message.getInt(0) == -1 ? 8 : 4);
            Flat root = Flat.root(message.slice().order(ByteOrder.LITTLE_ENDIAN));
            if (root.i8(1, 0) != SCHEMA) {
                return Optional.empty();
            }
            StringBuilder text = new StringBuilder();
            for (ArrowField field : ArrowField.of(root.table(2))) {
                line(field, 0, text);
            }
            return Optional.of(text.toString().stripTrailing());
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException noSchema) {
            return Optional.empty();
        }
    }

    private static void line(ArrowField field, int depth, StringBuilder text) {
        String type = switch (field.kind()) {
            case LARGE_BYTES, LARGE_LIST -> "large_" + label(field);
            case VIEW -> label(field) + "_view";
            case LIST_VIEW -> "list_view";
            case LARGE_LIST_VIEW -> "large_list_view";
            case RUNS -> "run_end_encoded";
            case FIXED_LIST -> "fixed_size_list[" + field.width() + "]";
            case NULL, BOOL, WHOLE, REAL, DECIMAL, DATE, COUNT, BYTES, FIXED, LIST, STRUCT, MAP, INTERVAL ->
                label(field);
        };
        text.append("  ".repeat(depth)).append(field.name()).append(": ")
                .append(field.dictionary() >= 0 ? "dictionary<" + type + ", int" + 8 * field.index() + ">" : type)
                .append(field.nullness() == Field.Nullness.REQUIRED ? " not null" : "").append('\n');
        for (ArrowField child : field.children()) {
            line(child, depth + 1, text);
        }
    }

    /// The type without its parts, which have lines of their own.
    private static String label(ArrowField field) {
        return field.type().label().replaceFirst("(?s)<.*", "");
    }
}
