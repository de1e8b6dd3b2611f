package cotejo.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A JSON array with one object a row. Of headers that come twice the later ones get a number: keys of an object are
/// one of a kind.
final class JsonRows {

    private static final JsonFactory FACTORY = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT).build();

    private JsonRows() {
    }

    static void write(List<String> headers, Iterable<? extends List<Cell>> rows, Writer out) throws IOException {
        List<String> keys = distinct(headers);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartArray();
            for (List<Cell> row : rows) {
                json.writeRaw('\n');
                json.writeStartObject();
                for (int column = 0; column < keys.size(); column++) {
                    json.writeFieldName(keys.get(column));
                    write(json, row.get(column));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        out.write("\n");
    }

    private static void write(JsonGenerator json, Cell cell) throws IOException {
        switch (cell) {
            case Cell.Text text -> json.writeString(text.value());
            case Cell.Number number when Double.isFinite(number.value()) ->
                json.writeNumber(NumberText.exact(number.value()));
            case Cell.Number number -> json.writeString(NumberText.exact(number.value()));
            case Cell.Empty _ -> json.writeNull();
        }
    }

    private static List<String> distinct(List<String> headers) {
        Set<String> taken = new HashSet<>();
        List<String> keys = new ArrayList<>();
        for (String header : headers) {
            String key = header;
            for (int number = 2; !taken.add(key); number++) {
                key = header + " (" + number + ")";
            }
            keys.add(key);
        }
        return keys;
    }
}
