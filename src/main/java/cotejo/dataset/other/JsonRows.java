package cotejo.dataset.other;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.FileFacts;
import cotejo.dataset.Oddities;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.Value;
import cotejo.text.Texts;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows of JSON: a value a line, or the elements of an array. NaN and infinities are taken as Python writes them.
final class JsonRows implements RowFormat {

    /// Columns are the keys of so many rows, or of more up to so many bytes.
    private static final int SAMPLE = 1000;
    private static final int SAMPLE_BYTES = 2 << 20;
    private static final int LINE = 64 << 20;
    private static final int COLUMNS = 20_000;
    private static final ObjectReader READER = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build().reader();

    private final Path file;
    private final JsonLayout layout;
    private final List<Field> columns;
    private final Set<String> names;
    private final Oddities oddities = new Oddities();
    private final AtomicLong read = new AtomicLong();
    private final long size;
    private final Set<Long> counted = new HashSet<>();

    JsonRows(Path file) throws IOException {
        this.file = file;
        this.size = Files.size(file);
        layout = JsonLayout.of(file);
        JsonShape shape = new JsonShape();
        try (Nodes nodes = nodes(-1)) {
            for (int i = 0; (i < SAMPLE || read.get() < SAMPLE_BYTES) && shape.keys() <= COLUMNS; i++) {
                JsonNode node = sampled(nodes, i);
                if (node == null) {
                    break;
                }
                if (node.isObject() && !node.isEmpty()) {
                    shape.add(node);
                }
            }
        }
        if (shape.keys() > COLUMNS) {
            throw new UnreadableData(Texts.get("dataset.other.broken", file, Texts.get("dataset.avro.columns",
                    COLUMNS)));
        }
        columns = shape.type() instanceof FieldType.Struct struct ? struct.fields()
                : List.of(Field.of("value", new FieldType.Anything("json")));
        names = columns.stream().map(Field::name).collect(Collectors.toUnmodifiableSet());
    }

    /// The next node of the sample. One that breaks off ends it: the rows before can be read.
    private static @Nullable JsonNode sampled(Nodes nodes, int before) throws IOException {
        try {
            return nodes.next();
        } catch (UnreadableData broken) {
            if (before == 0) {
                throw broken;
            }
            return null;
        }
    }

    /// Reads nodes in order; a line that is no JSON is a missing node.
    private interface Nodes extends AutoCloseable {
        @Nullable JsonNode next() throws IOException;

        long place();

        @Override
        void close() throws IOException;
    }

    private Nodes nodes(long place) throws IOException {
        return layout == JsonLayout.LINES ? new Lines(Math.max(0, place)) : new Elements();
    }

    @Override
    public Cursor open(long place) throws IOException {
        Nodes nodes = nodes(place);
        return new Cursor() {
            @Override
            public long place() {
                return nodes.place();
            }

            @Override
            public @Nullable List<Value> next() throws IOException {
                long from = nodes.place();
                JsonNode node = nodes.next();
                return node == null ? null : row(node, from < 0 ? read.get() : from);
            }

            @Override
            public void close() throws IOException {
                nodes.close();
            }
        };
    }

    private List<Value> row(JsonNode node, long from) {
        List<Value> row = new ArrayList<>(columns.size());
        if (!node.isObject()) {
            row.add(node.isMissingNode() ? new Value.Unreadable(Texts.get("dataset.json.noJson"))
                    : JsonValues.of(node, new FieldType.Anything("json")));
            while (row.size() < columns.size()) {
                row.add(Value.Nothing.ABSENT);
            }
            return row;
        }
        int known = 0;
        for (Field column : columns) {
            JsonNode part = node.get(column.name());
            known += part == null ? 0 : 1;
            row.add(part == null ? Value.Nothing.ABSENT : JsonValues.of(part, column.type()));
        }
        if (known < node.size()) {
            odd("key", from, "dataset.json.key", file, Long.toString(from), unknown(node));
        }
        return row;
    }

    /// The first key that is no column: it came after the rows that columns were made of.
    private String unknown(JsonNode node) {
        return node.propertyStream().map(Map.Entry::getKey).filter(key -> !names.contains(key)).findFirst()
                .orElse("");
    }

    private void odd(String kind, long where, String key, Object... arguments) {
        synchronized (counted) {
            if (counted.size() < 100_000 && counted.add(where)) {
                oddities.add(kind, where, () -> Texts.get(key, arguments));
            }
        }
    }

    private void twice(JsonBudget budget, long from) {
        if (budget.twice() != null) {
            odd("twice", from, "dataset.json.twice", file, Long.toString(from), budget.twice());
        }
    }

    /// A value a line.
    private final class Lines implements Nodes {
        private final JsonBudget budget = new JsonBudget();
        private final ObjectReader reader = READER.with(budget);
        private final Deque<JsonNode> ready = new ArrayDeque<>();
        private final InputStream in;
        private long at;

        Lines(long from) throws IOException {
            InputStream raw = Files.newInputStream(file);
            raw.skipNBytes(from);
            in = new BufferedInputStream(raw, 1 << 16);
            at = from;
        }

        @Override
        public long place() {
            // In the middle of a line there is no place to begin at.
            return ready.isEmpty() ? at : -1;
        }

        @Override
        public @Nullable JsonNode next() throws IOException {
            JsonNode more = ready.poll();
            while (more == null) {
                long from = at;
                byte[] bytes = line();
                if (bytes == null) {
                    return null;
                }
                int start = from == 0 && bytes.length > 2 && (bytes[0] & 0xff) == 0xEF ? 3 : 0;
                if (!new String(bytes, java.nio.charset.StandardCharsets.UTF_8).isBlank()) {
                    more = values(bytes, start, from);
                }
            }
            return more;
        }

        /// The bytes up to the next line end, without it.
        private byte @Nullable [] line() throws IOException {
            long from = at;
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int b = in.read();
            if (b < 0) {
                return null;
            }
            for (; b >= 0 && b != '\n'; b = in.read()) {
                line.write(b);
                if (line.size() > LINE) {
                    throw new UnreadableData(Texts.get("dataset.json.line", file, Long.toString(from)));
                }
            }
            at += line.size() + (b < 0 ? 0 : 1);
            read.addAndGet(at - from);
            return line.toByteArray();
        }

        /// The first value of a line; what else stands in it is a row of its own each.
        private JsonNode values(byte[] bytes, int start, long from) throws IOException {
            JsonNode first = null;
            try (JsonParser parser = reader.createParser(bytes, start, bytes.length - start)) {
                while (parser.nextToken() != null) {
                    budget.begin();
                    JsonNode node = reader.readTree(parser);
                    twice(budget, from);
                    if (!node.isObject()) {
                        odd("shape", from, "dataset.json.shape", file, Long.toString(from));
                    }
                    if (first == null) {
                        first = node;
                    } else {
                        ready.add(node);
                    }
                }
            } catch (JsonBudget.Spent spent) {
                throw new UnreadableData(Texts.get("dataset.json.many", file, Long.toString(from),
                        JsonBudget.NODES), spent);
            } catch (IOException noJson) {
                if (first != null) {
                    odd("behind", from, "dataset.json.behind", file, Long.toString(from));
                    return first;
                }
                odd("json", from, "dataset.json.bad", file, Long.toString(from));
            }
            return first == null ? com.fasterxml.jackson.databind.node.MissingNode.getInstance() : first;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /// The elements of an array, or values that follow each other over lines.
    private final class Elements implements Nodes {
        private final JsonBudget budget = new JsonBudget();
        private final ObjectReader reader = READER.with(budget);
        private final JsonParser parser;
        private long told;

        Elements() throws IOException {
            parser = reader.createParser(Files.newInputStream(file));
            if (layout == JsonLayout.ARRAY) {
                parser.nextToken();
            }
        }

        @Override
        public long place() {
            return -2;
        }

        @Override
        public @Nullable JsonNode next() throws IOException {
            try {
                JsonToken token = parser.nextToken();
                if (layout == JsonLayout.ARRAY && token == JsonToken.END_ARRAY) {
                    ended();
                    return null;
                }
                if (token == null) {
                    return null;
                }
                budget.begin();
                JsonNode node = reader.readTree(parser);
                long now = parser.currentLocation().getByteOffset();
                read.addAndGet(Math.max(0, now - told));
                twice(budget, told);
                told = now;
                return node;
            } catch (JsonBudget.Spent spent) {
                throw new UnreadableData(Texts.get("dataset.json.many", file, Long.toString(told),
                        JsonBudget.NODES), spent);
            } catch (IOException broken) {
                throw new UnreadableData(Texts.get("dataset.json.array", file,
                        Long.toString(parser.currentLocation().getByteOffset())), broken);
            }
        }

        private void ended() {
            try {
                if (parser.nextToken() != null) {
                    odd("behind", told, "dataset.json.behind", file, Long.toString(told));
                }
            } catch (IOException noJson) {
                odd("behind", told, "dataset.json.behind", file, Long.toString(told));
            }
        }

        @Override
        public void close() throws IOException {
            parser.close();
        }
    }

    @Override
    public String id() {
        return layout == JsonLayout.LINES ? "jsonl" : "json";
    }

    @Override
    public List<Field> columns() {
        return columns;
    }

    @Override
    public List<FileFacts.Fact> facts() {
        return List.of(new FileFacts.Fact("layout", layout.name().toLowerCase(java.util.Locale.ROOT)),
                new FileFacts.Fact("fileBytes", Long.toString(size)));
    }

    @Override
    public Oddities oddities() {
        return oddities;
    }

    @Override
    public long bytesRead() {
        return read.get();
    }

    @Override
    public long fileBytes() {
        return size;
    }

    @Override
    public void close() {
        // Every cursor closes its own stream.
    }
}
