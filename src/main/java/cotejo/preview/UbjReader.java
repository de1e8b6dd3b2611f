package cotejo.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cotejo.codec.Blob;
import cotejo.text.Texts;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// XGBoost's binary models in UBJSON (`src/common/json.cc`): markers, big-endian numbers, typed arrays, which are
/// passed over by their length.
final class UbjReader implements ModelReader {

    @Override
    public boolean claims(Candidate candidate) {
        boolean object = candidate.at(0, '{') && candidate.head().length > 12
                && ("LlIiU".indexOf(candidate.head()[1] & 0xff) >= 0 && candidate.head()[1] != 0);
        return object && new String(candidate.head(), StandardCharsets.ISO_8859_1).contains("learner");
    }

    @Override
    public void read(Candidate candidate, FactsBuilder facts) throws IOException {
        facts.format("xgboost-ubj").framework("XGBoost");
        Reading reading = new Reading(candidate);
        JsonNode model = reading.value(reading.octet(), 0, "");
        XgboostFacts.read(model, new XgboostFacts.Forest(reading.trees, reading.treeNodes), facts.replaceFramework(""));
        if (reading.at != candidate.size()) {
            facts.unread(Texts.get("preview.json.more"));
        }
    }

    /// One file while it is read.
    private static final class Reading {
        private static final int DEEPEST = 100;
        private static final int MOST = 500_000;
        private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
        private final Candidate candidate;
        private final Blob blob;
        private byte[] window = {};
        private long windowAt;
        private long at;
        private long trees;
        private long treeNodes;
        private int nodes;

        Reading(Candidate candidate) {
            this.candidate = candidate;
            this.blob = candidate.blob();
        }

        int octet() throws IOException {
            if (at < windowAt || at >= windowAt + window.length) {
                window = blob.bytes(at, 1 << 14);
                windowAt = at;
                if (window.length == 0) {
                    throw new EOFException(Texts.get("preview.json.early"));
                }
            }
            return window[(int) (at++ - windowAt)] & 0xff;
        }

        private long number(int marker) throws IOException {
            int bytes = size(marker);
            if (bytes == 0) {
                throw new IOException(Texts.get("preview.ubj.marker", Long.toString(at)));
            }
            long value = 0;
            for (int i = 0; i < bytes; i++) {
                value = value << 8 | octet();
            }
            return marker == 'U' || bytes == 8 ? value : value << (64 - 8 * bytes) >> (64 - 8 * bytes);
        }

        private static int size(int marker) {
            return switch (marker) {
                case 'i', 'U', 'C' -> 1;
                case 'I' -> 2;
                case 'l', 'd' -> 4;
                case 'L', 'D' -> 8;
                default -> 0;
            };
        }

        private String text() throws IOException {
            long length = number(octet());
            if (length < 0 || length > blob.size() - at) {
                throw new EOFException(Texts.get("preview.json.early"));
            }
            byte[] bytes = blob.bytes(at, (int) Math.min(length, 1 << 20));
            at += length;
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode value(int marker, int depth, String name) throws IOException {
            boolean counted = name.equals("trees");
            if ((++nodes & 0xfff) == 0) {
                candidate.cancel().check();
            }
            if (depth > DEEPEST) {
                throw new IOException(Texts.get("preview.ubj.deep"));
            }
            return switch (marker) {
                case '{' -> object(depth);
                case '[' -> array(depth, counted);
                case 'S' -> NODES.textNode(text());
                case 'T' -> NODES.booleanNode(true);
                case 'F' -> NODES.booleanNode(false);
                case 'Z', 'N' -> NODES.nullNode();
                case 'd' -> NODES.numberNode(Float.intBitsToFloat((int) number('l')));
                case 'D' -> NODES.numberNode(Double.longBitsToDouble(number('L')));
                default -> NODES.numberNode(number(marker));
            };
        }

        private ObjectNode object(int depth) throws IOException {
            ObjectNode object = NODES.objectNode();
            while (true) {
                int next = octet();
                if (next == '}') {
                    return object;
                }
                at--;
                String key = text();
                JsonNode value = value(octet(), depth + 1, key);
                if (key.equals("num_nodes") || key.equals("num_deleted")) {
                    treeNodes += key.equals("num_nodes") ? value.asLong() : -value.asLong();
                }
                if (nodes < MOST) {
                    object.set(key, value);
                }
            }
        }

        private JsonNode array(int depth, boolean counted) throws IOException {
            int marker = octet();
            if (marker == '$') {
                int type = octet();
                if (octet() != '#') {
                    throw new IOException(Texts.get("preview.ubj.marker", Long.toString(at)));
                }
                return typed(type);
            }
            long length = Long.MAX_VALUE;
            if (marker == '#') {
                length = number(octet());
                marker = length > 0 ? octet() : ']';
            }
            ArrayNode array = NODES.arrayNode();
            long count = 0;
            while (count < length && marker != ']') {
                JsonNode value = value(marker, depth + 1, "");
                if (!counted && nodes < MOST) {
                    array.add(value);
                }
                count++;
                marker = count < length ? octet() : ']';
            }
            trees = counted ? Math.max(trees, count) : trees;
            return array;
        }

        private JsonNode typed(int type) throws IOException {
            long length = number(octet());
            int size = size(type);
            if (length < 0 || size == 0 || length > (blob.size() - at) / size) {
                throw new EOFException(Texts.get("preview.json.early"));
            }
            ArrayNode array = NODES.arrayNode();
            if (length <= 64) {
                for (long i = 0; i < length; i++) {
                    array.add(value(type, 0, ""));
                }
            } else {
                at += length * size;
            }
            return array;
        }
    }
}
