package cotejo.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads settings field by field: one that is missing or of the wrong kind has its default, and none is told to the
/// others. Token by token, because binding JSON to records takes a tenth of a start.
final class SettingsJson {

    private SettingsJson() {
    }

    /// @throws IOException where the file cannot be read, or is not JSON
    static Settings read(Path file) throws IOException {
        Object json;
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            parser.nextToken();
            json = value(parser);
        }
        Map<String, Object> all = map(json);
        Settings usual = Settings.defaults();
        return new Settings(text(all, "theme", usual.theme()), text(all, "language", usual.language()),
                text(all, "rows", usual.rows()), window(map(all.get("window"))), texts(all.get("workspaces")),
                numbers(map(all.get("layout"))), comparing(map(all.get("comparing"))),
                tables(all.get("tables")));
    }

    private static List<TableLook> tables(@Nullable Object json) {
        List<TableLook> tables = new ArrayList<>();
        for (Object one : json instanceof List<?> list ? list : List.of()) {
            Map<String, Object> table = map(one);
            String file = text(table, "file", "");
            if (!file.isEmpty() && tables.size() < TableLook.MOST) {
                tables.add(new TableLook(file, text(table, "columns", ""), text(table, "where", ""),
                        text(table, "order", ""), text(table, "shown", ""), number(table, "pinned", 0),
                        numbers(map(table.get("widths")))));
            }
        }
        return List.copyOf(tables);
    }

    private static Settings.Window window(Map<String, Object> json) {
        Settings.Window usual = Settings.defaults().window();
        return new Settings.Window(number(json, "x", usual.x()), number(json, "y", usual.y()),
                number(json, "width", usual.width()), number(json, "height", usual.height()),
                json.get("maximized") instanceof Boolean yes ? yes : usual.maximized());
    }

    private static Comparing comparing(Map<String, Object> json) {
        Map<String, String> directions = new HashMap<>();
        map(json.get("directions")).forEach((metric, better) -> {
            if (better instanceof String word) {
                directions.put(metric, word);
            }
        });
        return new Comparing(texts(json.get("ignore")), text(json, "tolerance", Comparing.defaults().tolerance()),
                directions);
    }

    private static String text(Map<String, Object> json, String field, String usual) {
        return json.get(field) instanceof String text ? text : usual;
    }

    private static double number(Map<String, Object> json, String field, double usual) {
        return json.get(field) instanceof Double number ? number : usual;
    }

    private static List<String> texts(@Nullable Object json) {
        return json instanceof List<?> list
                ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList() : List.of();
    }

    private static Map<String, Double> numbers(Map<String, Object> json) {
        Map<String, Double> numbers = new HashMap<>();
        json.forEach((name, value) -> {
            if (value instanceof Double number) {
                numbers.put(name, number);
            }
        });
        return Map.copyOf(numbers);
    }

    /// The object, or an empty one in place of anything else.
    private static Map<String, Object> map(@Nullable Object json) {
        Map<String, Object> fields = new HashMap<>();
        if (json instanceof Map<?, ?> object) {
            object.forEach((name, value) -> fields.put(String.valueOf(name), value));
        }
        return fields;
    }

    /// What begins at the current token: a map, a list, a text, a double or a boolean; null for JSON's null and for
    /// the end of the file.
    private static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> object = new HashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                Object value = value(parser);
                if (value != null) {
                    object.put(name, value);
                }
            }
            return object;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> array = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                Object value = value(parser);
                if (value != null) {
                    array.add(value);
                }
            }
            return array;
        }
        if (token == null) {
            return null;
        }
        return switch (token) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }
}
