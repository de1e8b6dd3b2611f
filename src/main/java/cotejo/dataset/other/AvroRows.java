package cotejo.dataset.other;

import cotejo.dataset.Field;
import cotejo.dataset.FileFacts;
import cotejo.dataset.Value;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of an object container file, by Avro's specification 1.12. Reading can begin at every block: each ends with
/// the marker that the header names, and what does not is damaged.
final class AvroRows extends FileRows {

    private static final int HEADER = 32 << 20;
    private static final int SYNC = 16;
    /// Two numbers of at most ten bytes.
    private static final int BLOCK_HEAD = 20;
    /// Rows without any bytes that a block may have beyond its size.
    private static final int EMPTY_ROWS = 1024;

    private final byte[] sync;
    private final long data;
    private final String codec;
    private final AvroType type;
    private final List<Field> columns;

    AvroRows(Path file) throws IOException {
        super("avro", file);
        try {
            AvroBytes header = header();
            sync = header.bytes(SYNC);
            data = header.position();
            codec = meta.getOrDefault("avro.codec", "null");
            if (!Packing.known(codec)) {
                throw new IOException(Texts.get("dataset.other.codec", codec));
            }
            type = AvroSchema.read(meta.getOrDefault("avro.schema", ""));
            columns = type instanceof AvroType.Parts parts && !parts.names().isEmpty() ? parts.fields()
                    : List.of(AvroType.field("value", type));
        } catch (IOException | RuntimeException | StackOverflowError failed) {
            bytes.close();
            throw bytes.broken(failed);
        }
    }

    /// Reads the metadata; the buffer stands at the marker then.
    private AvroBytes header() throws IOException {
        for (long length = 1 << 16; ; length *= 8) {
            long now = Math.min(Math.min(length, HEADER), bytes.size());
            AvroBytes header = new AvroBytes(bytes.bytes(0, now));
            try {
                header.bytes(4);
                meta.clear();
                for (long count = header.number(); count != 0; count = header.number()) {
                    if (count < 0) {
                        header.number();
                        count = -count;
                    }
                    for (long i = 0; i < count; i++) {
                        meta.put(header.text(), new String(header.bytes(), StandardCharsets.UTF_8));
                    }
                }
                if (header.remaining() >= SYNC) {
                    return header;
                }
            } catch (IOException more) {
                if (now == bytes.size() || now == HEADER) {
                    throw more;
                }
            }
            if (now == bytes.size() || now == HEADER) {
                throw new IOException(Texts.get("dataset.other.short"));
            }
        }
    }

    /// Where a block lies, and how many rows it has.
    private record Block(long count, long from, long length) {
        long end() {
            return from + length + SYNC;
        }
    }

    private Block block(long at) throws IOException {
        AvroBytes head = new AvroBytes(bytes.bytes(at, Math.min(BLOCK_HEAD, bytes.size() - at)));
        long count = head.number();
        long length = head.number();
        if (count < 0 || length < 0 || length > Packing.BLOCK) {
            throw new IOException(Texts.get("dataset.avro.block", Long.toString(at)));
        }
        return new Block(count, at + head.position(), length);
    }

    private AvroValues values(Block block) throws IOException {
        ByteBuffer all = bytes.bytes(block.from(), block.length() + SYNC);
        byte[] packed = new byte[(int) block.length()];
        byte[] marker = new byte[SYNC];
        all.get(packed).get(marker);
        if (!Arrays.equals(marker, sync)) {
            throw new IOException(Texts.get("dataset.avro.sync", Long.toString(block.end() - SYNC)));
        }
        byte[] plain = Packing.unpack(codec, packed);
        if (block.count() > plain.length + (long) EMPTY_ROWS) {
            throw new IOException(Texts.get("dataset.avro.block", Long.toString(block.from())));
        }
        return new AvroValues(new AvroBytes(ByteBuffer.wrap(plain)));
    }

    @Override
    public Cursor open(long place) {
        return new Blocks(place < 0 ? data : place);
    }

    /// Reads block by block.
    private final class Blocks implements Cursor {
        private long at;
        private long left;
        private @Nullable AvroValues values;

        Blocks(long at) {
            this.at = at;
        }

        @Override
        public long place() {
            return left == 0 ? at : -2;
        }

        @Override
        public @Nullable List<Value> next() throws IOException {
            try {
                while (left == 0) {
                    if (at >= bytes.size()) {
                        return null;
                    }
                    Block block = block(at);
                    values = values(block);
                    left = block.count();
                    at = block.end();
                }
                AvroValues some = values;
                if (some == null) {
                    return null;
                }
                List<Value> row = some.row(type);
                left--;
                return row.isEmpty() ? List.of(new Value.Struct(List.of(), List.of())) : row;
            } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError failed) {
                throw bytes.broken(failed);
            }
        }

        @Override
        public void close() {
            values = null;
        }
    }

    @Override
    public List<Field> columns() {
        return columns;
    }

    @Override
    List<FileFacts.Fact> ownFacts() {
        return List.of(new FileFacts.Fact("codec", codec));
    }
}
