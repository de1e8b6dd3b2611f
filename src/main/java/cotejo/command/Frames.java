package cotejo.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The messages that go through the door: four bytes of length, then a JSON object whose values are texts or lists of
/// texts. At most 16 MB each; anything else is refused.
final class Frames {

    static final int LONGEST = 16 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(LONGEST).maxNestingDepth(2).build()).build();

    /// One message.
    record Frame(Map<String, String> texts, Map<String, List<String>> lists) {

        static Frame of(String name, String value) {
            return new Frame(Map.of(name, value), Map.of());
        }

        @Nullable String text(String name) {
            return texts.get(name);
        }

        List<String> list(String name) {
            return lists.getOrDefault(name, List.of());
        }
    }

    private Frames() {
    }

    /// Sends a message; the caller sees to it that no two are sent to one channel at once.
    static void send(SocketChannel channel, Frame frame) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            for (Map.Entry<String, String> text : frame.texts().entrySet()) {
                json.writeStringField(text.getKey(), text.getValue());
            }
            for (Map.Entry<String, List<String>> list : frame.lists().entrySet()) {
                json.writeArrayFieldStart(list.getKey());
                for (String text : list.getValue()) {
                    json.writeString(text);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        byte[] body = bytes.toByteArray();
        if (body.length > LONGEST) {
            throw new IOException("a message of " + body.length + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.allocate(4 + body.length).putInt(body.length).put(body).flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /// The next message, or null when the other side has ended.
    ///
    /// @throws IOException when what comes is no message
    static @Nullable Frame receive(SocketChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(4);
        while (head.hasRemaining()) {
            if (channel.read(head) < 0) {
                return null;
            }
        }
        int length = head.flip().getInt();
        if (length < 2 || length > LONGEST) {
            throw new IOException("a message of " + length + " bytes");
        }
        return parse(body(channel, length));
    }

    /// Room is made as bytes come, so that a length alone takes no memory.
    private static byte[] body(SocketChannel channel, int length) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(Math.min(length, 1 << 16));
        while (body.size() < length) {
            buffer.clear().limit(Math.min(buffer.capacity(), length - body.size()));
            if (channel.read(buffer) < 0) {
                throw new IOException("a message that ends early");
            }
            body.write(buffer.array(), 0, buffer.position());
        }
        return body.toByteArray();
    }

    private static Frame parse(byte[] body) throws IOException {
        Map<String, String> texts = new HashMap<>();
        Map<String, List<String>> lists = new HashMap<>();
        try (JsonParser json = FACTORY.createParser(body)) {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() != JsonToken.END_OBJECT) {
                expect(json.currentToken(), JsonToken.FIELD_NAME);
                String name = json.currentName();
                if (json.nextToken() == JsonToken.VALUE_STRING) {
                    texts.put(name, json.getText());
                } else {
                    expect(json.currentToken(), JsonToken.START_ARRAY);
                    List<String> list = new ArrayList<>();
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        expect(json.currentToken(), JsonToken.VALUE_STRING);
                        list.add(json.getText());
                    }
                    lists.put(name, list);
                }
            }
        }
        return new Frame(texts, lists);
    }

    private static void expect(@Nullable JsonToken found, JsonToken wanted) throws IOException {
        if (found != wanted) {
            throw new IOException("a message with " + found + " in the place of " + wanted);
        }
    }
}
