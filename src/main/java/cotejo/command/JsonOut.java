package cotejo.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes one JSON document as it goes, so that a million points need no memory. Numbers that JSON has no form for are
/// the strings `"NaN"`, `"Infinity"`, `"-Infinity"`.
final class JsonOut implements AutoCloseable {

    /// What a failure cut short is not closed: it must not look like a whole document that says less.
    private static final JsonFactory FACTORY = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT).build();
    private static final double EXACT = 0x1p53;

    private final JsonGenerator json;
    private final Writer out;

    private JsonOut(Writer out) throws IOException {
        this.out = out;
        this.json = FACTORY.createGenerator(out);
    }

    /// Begins a document; closing it ends neither what is still open in the document nor the writer.
    static JsonOut to(Writer out) throws IOException {
        return new JsonOut(out);
    }

    JsonOut object() throws IOException {
        json.writeStartObject();
        return this;
    }

    JsonOut object(String name) throws IOException {
        json.writeObjectFieldStart(name);
        return this;
    }

    JsonOut array(String name) throws IOException {
        json.writeArrayFieldStart(name);
        return this;
    }

    JsonOut array() throws IOException {
        json.writeStartArray();
        return this;
    }

    JsonOut endObject() throws IOException {
        json.writeEndObject();
        return this;
    }

    JsonOut endArray() throws IOException {
        json.writeEndArray();
        return this;
    }

    /// Begins a new line before the next element, so that long documents can be looked at and compared.
    JsonOut line() throws IOException {
        json.writeRaw('\n');
        return this;
    }

    JsonOut text(String name, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
        return this;
    }

    JsonOut element(String value) throws IOException {
        json.writeString(value);
        return this;
    }

    JsonOut elementOrNull(@Nullable String value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
        return this;
    }

    /// A field whose value is written by somebody else.
    JsonOut nested(String name, Nested value) throws IOException {
        json.writeFieldName(name);
        value.write();
        return this;
    }

    /// Writes one value.
    interface Nested {
        void write() throws IOException;
    }

    /// A value that is JSON already.
    JsonOut raw(String document) throws IOException {
        json.writeRawValue(document);
        return this;
    }

    JsonOut raw(String name, String document) throws IOException {
        json.writeFieldName(name);
        return raw(document);
    }

    JsonOut flag(String name, boolean value) throws IOException {
        json.writeBooleanField(name, value);
        return this;
    }

    JsonOut whole(String name, long value) throws IOException {
        json.writeNumberField(name, value);
        return this;
    }

    JsonOut whole(long value) throws IOException {
        json.writeNumber(value);
        return this;
    }

    JsonOut number(String name, double value) throws IOException {
        json.writeFieldName(name);
        return number(value);
    }

    JsonOut number(double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeString(Double.toString(value));
        }
        return this;
    }

    JsonOut step(String name, double value) throws IOException {
        json.writeFieldName(name);
        return step(value);
    }

    /// A step: an integer where it is whole.
    JsonOut step(double value) throws IOException {
        return value == Math.rint(value) && Math.abs(value) <= EXACT ? whole((long) value) : number(value);
    }

    /// A time in ISO-8601, null when it is not known.
    JsonOut time(String name, long epochMillis) throws IOException {
        return text(name, epochMillis == 0 ? null : Instant.ofEpochMilli(epochMillis).toString());
    }

    JsonOut texts(String name, Map<String, String> values) throws IOException {
        object(name);
        for (Map.Entry<String, String> entry : values.entrySet()) {
            text(entry.getKey(), entry.getValue());
        }
        return endObject();
    }

    @Override
    public void close() throws IOException {
        json.close();
        out.write('\n');
        out.flush();
    }
}
