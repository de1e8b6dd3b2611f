package cotejo.dataset.other;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import cotejo.dataset.Value;
import cotejo.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;

/// Takes the arrays of a record batch apart, by `Message.fbs`. Nothing is allocated before its size was checked.
final class ArrowBatch {

    /// Most bytes of a batch, packed or unpacked.
    static final long BYTES = 256L << 20;
    private static final int VALUES = 1 << 26;
    private static final int NOTHINGS = 1 << 24;
    private static final long FREE = 16 << 20;
    private static final long RATIO = 1000;
    private static final byte[] NONE = {};

    /// The values of a dictionary.
    interface Words {
        List<Value> of(ArrowField field) throws IOException;
    }

    private final FileBytes file;
    private final Flat batch;
    private final long body;
    private final long size;
    private final Words words;
    private int node;
    private int buffer;
    private int view;
    private long left = BYTES;

    ArrowBatch(FileBytes file, Flat batch, long body, long size, Words words) {
        this.file = file;
        this.batch = batch;
        this.body = body;
        this.size = size;
        this.words = words;
    }

    List<ArrowArray> arrays(List<ArrowField> fields) throws IOException {
        List<ArrowArray> arrays = new ArrayList<>(fields.size());
        for (ArrowField field : fields) {
            arrays.add(array(field));
        }
        return arrays;
    }

    private ArrowArray array(ArrowField field) throws IOException {
        java.util.Objects.checkIndex(node, batch.count(1, 16));
        long length = batch.i64(1, 2 * node++);
        boolean coded = field.dictionary() >= 0;
        boolean nothing = field.kind() == ArrowField.Kind.NULL && !coded;
        boolean runs = field.kind() == ArrowField.Kind.RUNS && !coded;
        if (length < 0 || length > (nothing || runs ? NOTHINGS : VALUES)) {
            throw new IOException(Texts.get("dataset.arrow.large"));
        }
        if (nothing) {
            return new ArrowArray(field, (int) length, ByteBuffer.allocate(0), List.of(), List.of(), null);
        }
        // Runs have no nulls of their own.
        ByteBuffer valid = runs ? ByteBuffer.allocate(0) : next();
        List<ByteBuffer> buffers = new ArrayList<>();
        for (int i = coded ? 1 : count(field); i > 0; i--) {
            buffers.add(next());
        }
        List<ArrowArray> children = coded ? List.of() : arrays(field.children());
        return new ArrowArray(field, (int) length, valid, buffers, children, coded ? words.of(field) : null)
                .checked(BYTES);
    }

    private int count(ArrowField field) throws IOException {
        return switch (field.kind()) {
            case STRUCT, FIXED_LIST, NULL, RUNS -> 0;
            case BYTES, LARGE_BYTES, LIST_VIEW, LARGE_LIST_VIEW -> 2;
            case VIEW -> {
                java.util.Objects.checkIndex(view, batch.count(4, 8));
                long more = batch.i64(4, view++);
                if (more < 0 || more > batch.count(2, 16)) {
                    throw new IOException(Texts.get("dataset.other.nonsense"));
                }
                yield 1 + (int) more;
            }
            default -> 1;
        };
    }

    private ByteBuffer next() throws IOException {
        java.util.Objects.checkIndex(buffer, batch.count(2, 16));
        long offset = batch.i64(2, 2 * buffer);
        long length = batch.i64(2, 2 * buffer + 1);
        buffer++;
        if (offset < 0 || length < 0 || offset > size - length) {
            throw new IOException(Texts.get("dataset.other.short"));
        }
        take(length);
        ByteBuffer bytes = file.bytes(body + offset, length);
        return batch.has(3) && length > 0 ? unpacked(bytes, batch.table(3).i8(0, 0)) : bytes;
    }

    /// The bytes that all of it took, packed and unpacked.
    long taken() {
        return BYTES - left;
    }

    private void take(long length) throws IOException {
        left -= length;
        if (left < 0) {
            throw new IOException(Texts.get("dataset.arrow.large"));
        }
    }

    /// How many bytes it unpacks to, at most one more than it says.
    private static long unpacked(ByteBuffer packed, int codec, long told) throws IOException {
        InputStream in = new ByteArrayInputStream(packed.array(), packed.arrayOffset() + 8, packed.limit() - 8);
        byte[] some = new byte[1 << 16];
        long count = 0;
        try (InputStream out = codec == 1 ? new ZstdInputStream(in) : new FramedLZ4CompressorInputStream(in)) {
            for (int got = out.read(some); got >= 0 && count <= told; got = out.read(some)) {
                count += got;
            }
        } catch (IOException torn) {
            throw new IOException(Texts.get("dataset.other.nonsense"), torn);
        }
        return count;
    }

    private ByteBuffer unpacked(ByteBuffer packed, int codec) throws IOException {
        long told = packed.getLong(0);
        if (told == -1) {
            return packed.position(8).slice().order(ByteOrder.LITTLE_ENDIAN);
        }
        boolean odd = told < 0 || told > FREE && told / RATIO > packed.limit();
        if (told >= 0) {
            take(told);
        }
        // A column of one value is packed as well as a lie: what it unpacks to is counted before it is given room.
        if (odd && (told < 0 || unpacked(packed, codec, told) != told)) {
            throw new IOException(Texts.get("dataset.arrow.bomb", packed.limit(), Long.toString(told)));
        }
        byte[] into = codec == 1 ? new byte[(int) told] : NONE;
        byte[] from = packed.array();
        int start = packed.arrayOffset() + 8;
        long got;
        if (codec == 1) {
            got = Zstd.decompressByteArray(into, 0, into.length, from, start, packed.limit() - 8);
        } else {
            into = Packing.read(() -> new FramedLZ4CompressorInputStream(new ByteArrayInputStream(from, start,
                    packed.limit() - 8)), (int) told + 1);
            got = into.length;
        }
        if (got != told) {
            throw new IOException(Texts.get("dataset.other.nonsense"));
        }
        return ByteBuffer.wrap(into).order(ByteOrder.LITTLE_ENDIAN);
    }
}
