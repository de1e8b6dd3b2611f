package cotejo.dataset.other;

import cotejo.dataset.Field;
import cotejo.dataset.FileFacts;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.Value;
import cotejo.text.Texts;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Rows of Arrow's IPC stream or file. A file is a stream between two magics with a list at its end; one that was cut
/// off, and so has no list, is read as a stream and shows the batches before that. Reading can begin at every batch.
final class ArrowRows extends FileRows {

    private static final int META = 16 << 20;
    private static final int MESSAGES = 1_000_000;
    private static final int DICTIONARY = 2;
    private static final int BATCH = 3;

    /// A message: where its description and its body are.
    ///
    /// @param before     how many dictionary messages came before it
    /// @param kind       what it holds, by `Message.fbs`
    /// @param dictionary the dictionary it holds words of, else -1
    /// @param more       whether its words come behind those of a message before
    private record Message(long meta, int metaLength, long body, long size, int before, int kind, long dictionary,
            boolean more) {
    }

    private final List<ArrowField> fields;
    private final List<Field> columns;
    private final List<Message> dictionaries = new ArrayList<>();
    private final List<Message> batches = new ArrayList<>();
    private final String layout;
    private final long end;
    private final @Nullable UnreadableData cut;
    private final Map<Words, SoftReference<Part>> known = new ConcurrentHashMap<>();
    private volatile SoftReference<Decoded> last = new SoftReference<>(null);

    /// The message that words stand in, and how they are to be read.
    private record Words(long meta, ArrowField field) {
    }

    /// The words of one message.
    ///
    /// @param taken the bytes they take
    private record Part(ArrowArray array, long taken) {
    }

    private record Decoded(int number, long rows, List<ArrowArray> arrays) {
    }

    ArrowRows(Path file) throws IOException {
        super("arrow", file);
        try {
            boolean whole = bytes.bytes(0, 8).get(0) == 'A';
            layout = whole ? "file" : "stream";
            long list = whole ? footer() : bytes.size();
            end = list;
            Flat schema;
            if (list < bytes.size()) {
                Flat footer = Flat.root(bytes.bytes(list, bytes.size() - 10 - list));
                schema = footer.table(1);
                blocks(footer, 2, dictionaries);
                blocks(footer, 3, batches);
                cut = null;
            } else {
                Message first = message(whole ? 8 : 0, 0);
                if (first == null) {
                    throw new IOException(Texts.get("dataset.other.short"));
                }
                Flat head = head(first);
                if (head.i8(1, 0) != 1) {
                    throw new IOException(Texts.get("dataset.arrow.schema"));
                }
                schema = head.table(2);
                cut = list(first.body() + first.size(), whole);
            }
            fields = ArrowField.of(schema);
            schema.tables(2).forEach(pair -> meta.put(pair.text(0), pair.text(1)));
            columns = fields.stream().map(ArrowField::field).toList();
        } catch (IOException | RuntimeException | StackOverflowError failed) {
            bytes.close();
            throw bytes.broken(failed);
        }
    }

    /// Where the list at the end begins; the end of the file where that is not there.
    private long footer() throws IOException {
        ByteBuffer tail = bytes.bytes(Math.max(0, bytes.size() - 10), Math.min(10, bytes.size()));
        long length = tail.getInt(0);
        return tail.get(4) == 'A' && tail.get(9) == '1' && length > 0 && length < bytes.size() - 18 && length <= META
                ? bytes.size() - 10 - length : bytes.size();
    }

    /// The messages that the list at the end names.
    private void blocks(Flat footer, int field, List<Message> into) throws IOException {
        int count = footer.count(field, 24);
        for (int i = 0; i < count; i++) {
            long at = footer.i64(field, 3 * i);
            Message message = at < 8 ? null : message(at, dictionaries.size());
            if (message == null || message.kind() != (field == 2 ? DICTIONARY : BATCH)) {
                throw new IOException(Texts.get("dataset.arrow.message", Long.toString(at)));
            }
            into.add(message);
        }
    }

    private Flat head(Message message) throws IOException {
        return Flat.root(bytes.bytes(message.meta(), message.metaLength()));
    }

    /// The message at a place; null at the end.
    private @Nullable Message message(long at, int before) throws IOException {
        if (at >= end) {
            return null;
        }
        ByteBuffer start = bytes.bytes(at, Math.min(8, end - at));
        boolean marked = start.getInt(0) == -1;
        int length = start.getInt(marked ? 4 : 0);
        long from = at + (marked ? 8 : 4);
        if (length == 0) {
            return null;
        }
        if (length < 0 || length > META) {
            throw new IOException(Texts.get("dataset.arrow.message", Long.toString(at)));
        }
        Flat head = Flat.root(bytes.bytes(from, length));
        long size = head.i64(3);
        if (size < 0 || size > bytes.size() - from - length) {
            throw new IOException(Texts.get("dataset.other.short"));
        }
        int kind = head.i8(1, 0);
        Flat words = kind == DICTIONARY ? head.table(2) : head;
        return new Message(from, length, from + length, size, before, kind,
                kind == DICTIONARY ? words.i64(0) : -1, kind == DICTIONARY && words.i8(2, 0) != 0);
    }

    /// Lists the messages of a stream; what broke it off is handed back.
    private @Nullable UnreadableData list(long from, boolean file) {
        try {
            long at = from;
            for (Message next = message(at, 0); next != null; next = message(at, dictionaries.size())) {
                if (next.kind() == DICTIONARY) {
                    dictionaries.add(next);
                } else if (next.kind() == BATCH) {
                    batches.add(next);
                } else {
                    throw new IOException(Texts.get("dataset.arrow.message", Long.toString(at)));
                }
                if (batches.size() + dictionaries.size() > MESSAGES) {
                    throw new IOException(Texts.get("dataset.arrow.message", Long.toString(at)));
                }
                at = next.body() + next.size();
            }
            return file ? bytes.broken(Texts.get("dataset.other.short")) : null;
        } catch (IOException | RuntimeException failed) {
            return bytes.broken(failed);
        }
    }

    /// The words of a dictionary: of the last message before that is whole, and those that added to it.
    private List<Value> words(ArrowField field, int before) throws IOException {
        List<Message> parts = new ArrayList<>();
        int first = before;
        boolean whole = false;
        while (!whole && first > 0) {
            Message message = dictionaries.get(--first);
            if (message.dictionary() == field.dictionary()) {
                parts.add(message);
                whole = !message.more();
            }
        }
        if (!whole) {
            throw new IOException(Texts.get("dataset.arrow.dictionary", field.name()));
        }
        List<ArrowArray> arrays = new ArrayList<>(parts.size());
        long taken = 0;
        for (Message part : parts.reversed()) {
            Part some = part(field, part);
            arrays.add(some.array());
            taken += some.taken();
            if (taken > ArrowBatch.BYTES) {
                throw new IOException(Texts.get("dataset.arrow.large"));
            }
        }
        return new ArrowWords(arrays);
    }

    /// What one message adds to a dictionary. Many batches may ask for it, each with the messages before its own.
    private Part part(ArrowField field, Message message) throws IOException {
        Words words = new Words(message.meta(), field.plain());
        SoftReference<Part> kept = known.get(words);
        Part part = kept == null ? null : kept.get();
        if (part == null) {
            ArrowBatch batch = new ArrowBatch(bytes, head(message).table(2).table(1), message.body(), message.size(),
                    inner -> words(inner, message.before()));
            part = new Part(batch.arrays(List.of(words.field())).getFirst(), batch.taken());
            known.put(words, new SoftReference<>(part));
        }
        return part;
    }

    private Decoded decoded(int number) throws IOException {
        Decoded before = last.get();
        if (before != null && before.number() == number) {
            return before;
        }
        Message message = batches.get(number);
        Flat batch = head(message).table(2);
        List<ArrowArray> arrays = new ArrowBatch(bytes, batch, message.body(), message.size(),
                field -> words(field, message.before())).arrays(fields);
        long rows = batch.i64(0);
        for (ArrowArray array : arrays) {
            if (array.length() != rows) {
                throw new IOException(Texts.get("dataset.other.nonsense"));
            }
        }
        Decoded now = new Decoded(number, arrays.isEmpty() ? 0 : rows, arrays);
        last = new SoftReference<>(now);
        return now;
    }

    @Override
    public Cursor open(long place) {
        return new Batches((int) Math.max(0, place));
    }

    /// Reads batch by batch.
    private final class Batches implements Cursor {
        private int number;
        private int row;
        private @Nullable Decoded now;

        Batches(int number) {
            this.number = number;
        }

        @Override
        public long place() {
            return now == null || row >= now.rows() ? number : -2;
        }

        @Override
        public @Nullable List<Value> next() throws IOException {
            try {
                Decoded some = now;
                while (some == null || row >= some.rows()) {
                    if (number >= batches.size()) {
                        if (cut != null) {
                            throw cut;
                        }
                        return null;
                    }
                    some = decoded(number++);
                    now = some;
                    row = 0;
                }
                List<Value> values = new ArrayList<>(some.arrays().size());
                for (ArrowArray array : some.arrays()) {
                    values.add(array.value(row));
                }
                row++;
                return values;
            } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError failed) {
                throw bytes.broken(failed);
            }
        }

        @Override
        public void close() {
            now = null;
        }
    }

    @Override
    public List<Field> columns() {
        return columns;
    }

    @Override
    List<FileFacts.Fact> ownFacts() {
        return List.of(new FileFacts.Fact("layout", layout),
                new FileFacts.Fact("batches", Integer.toString(batches.size())));
    }
}
