package cotejo.preview;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Safetensors: eight bytes with the length of a JSON header, the header, the weights. No code can stand in it. The
/// checks are those of the reference reader: offsets inside the file, without holes or overlap, sizes as shapes say.
final class SafetensorsReader implements ModelReader {

    private static final long LONGEST = 100_000_000;

    @Override
    public boolean claims(Candidate candidate) {
        if (candidate.head().length < 9) {
            return false;
        }
        long length = candidate.little(0);
        boolean plausible = candidate.head()[8] == '{' && length > 1 && length <= LONGEST;
        return plausible && (length + 8 <= candidate.size() || candidate.named(".safetensors"));
    }

    @Override
    public void read(Candidate candidate, FactsBuilder facts) throws IOException {
        facts.format("safetensors");
        long length = candidate.little(0);
        if (length + 8 > candidate.size()) {
            throw new IOException(Texts.get("preview.safetensors.header", Figures.bytes(length)));
        }
        Header header = new Header();
        try (JsonParser json = JsonLimits.FACTORY.createParser(candidate.blob().part(8, length).stream(0))) {
            header.read(json, facts);
        }
        facts.parameters(Parameters.of(header.tensors));
        check(header.extents, candidate.size() - 8 - length, facts);
    }

    private static void check(List<long[]> extents, long data, FactsBuilder facts) {
        extents.sort((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
        long at = 0;
        for (long[] extent : extents) {
            if (extent[0] != at || extent[1] < extent[0] || extent[1] > data) {
                facts.unread(Texts.get("preview.safetensors.offsets"));
                return;
            }
            at = extent[1];
        }
        if (at != data) {
            facts.unread(Texts.get("preview.safetensors.rest", Figures.bytes(data - at)));
        }
    }

    /// The header while it is read.
    private static final class Header {
        private final List<Tensor> tensors = new ArrayList<>();
        private final List<long[]> extents = new ArrayList<>();
        private final Set<String> names = new HashSet<>();

        void read(JsonParser json, FactsBuilder facts) throws IOException {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException(Texts.get("preview.safetensors.json"));
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (!names.add(name)) {
                    throw new IOException(Texts.get("preview.safetensors.twice", name));
                }
                if (name.equals("__metadata__")) {
                    json.nextToken();
                    metadata(json, facts);
                } else {
                    tensor(name, json);
                }
            }
        }

        private static void metadata(JsonParser json, FactsBuilder facts) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                json.nextToken();
                String value = json.getValueAsString();
                facts.say(key, value);
                if (key.equals("format") && "pt".equals(value)) {
                    facts.framework("PyTorch");
                }
                json.skipChildren();
            }
        }

        private void tensor(String name, JsonParser json) throws IOException {
            json.nextToken();
            String dtype = "?";
            List<Long> shape = new ArrayList<>();
            List<Long> offsets = new ArrayList<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                json.nextToken();
                switch (key) {
                    case "dtype" -> dtype = json.getText();
                    case "shape" -> numbers(json, shape);
                    case "data_offsets" -> numbers(json, offsets);
                    default -> json.skipChildren();
                }
            }
            if (offsets.size() != 2) {
                throw new IOException(Texts.get("preview.safetensors.tensor", name));
            }
            long bytes = offsets.get(1) - offsets.get(0);
            long expected = Dtypes.bytes(dtype, shape);
            if (expected >= 0 && expected != bytes || shape.stream().anyMatch(n -> n < 0)) {
                throw new IOException(Texts.get("preview.safetensors.size", name));
            }
            extents.add(new long[] {offsets.get(0), offsets.get(1)});
            tensors.add(new Tensor(name, dtype, List.copyOf(shape), bytes));
        }

        private static void numbers(JsonParser json, List<Long> into) throws IOException {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() == null || into.size() > 64) {
                    throw new IOException(Texts.get("preview.safetensors.json"));
                }
                into.add(json.getLongValue());
            }
        }
    }
}
