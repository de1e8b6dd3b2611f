package cotejo.ui.datasets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import cotejo.dataset.Value;

/// Values as JSON that can be read: nested parts on lines of their own, texts that hold JSON taken apart.
final class Indented {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter PRETTY = JSON.writer(
            new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE));

    private Indented() {
    }

    static String json(Value value) {
        String plain = value instanceof Value.Text text && looksLikeJson(text.text()) ? text.text() : value.json();
        try {
            JsonNode tree = JSON.readTree(plain);
            return tree.isContainerNode() ? PRETTY.writeValueAsString(tree) : plain;
        } catch (JsonProcessingException noJson) {
            return value.json();
        }
    }

    private static boolean looksLikeJson(String text) {
        String stripped = text.strip();
        return stripped.startsWith("{") && stripped.endsWith("}") || stripped.startsWith("[") && stripped.endsWith("]");
    }
}
