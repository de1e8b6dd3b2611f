package cotejo.preview;

import cotejo.codec.Blob;
import cotejo.codec.ProtoReader;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The index of a TensorFlow checkpoint (`.index`): a table in LevelDB's form, whose keys are the names of tensors and
/// whose values say type, shape and place. The weights beside it are not read; no code can stand in either.
final class TfCheckpoint implements ModelReader {

    private static final long MAGIC = 0xdb4775248b80fb57L;
    private static final int FOOTER = 48;
    private static final int MOST_BLOCK = 64 << 20;
    private static final String GRAPH = "_CHECKPOINTABLE_OBJECT_GRAPH";

    /// A stretch of the file, as the table points at it.
    private record Place(long from, long length) {
    }

    /// Bytes that are read from front to back.
    private static final class Cursor {
        private final byte[] bytes;
        private int at;

        Cursor(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        long varint() throws IOException {
            long value = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                if (at >= bytes.length) {
                    break;
                }
                byte next = bytes[at++];
                value |= (next & 0x7fL) << shift;
                if (next >= 0) {
                    return value;
                }
            }
            throw broken();
        }

        Place place() throws IOException {
            return new Place(varint(), varint());
        }
    }

    /// One entry of a block.
    private interface Each {
        void entry(String key, byte[] value) throws IOException;
    }

    @Override
    public boolean claims(Candidate candidate) {
        if (candidate.size() < FOOTER || !candidate.named(".index")) {
            return false;
        }
        try {
            return magic(candidate.blob());
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean magic(Blob blob) throws IOException {
        byte[] end = blob.bytes(blob.size() - 8, 8);
        long magic = 0;
        for (int i = end.length - 1; i >= 0; i--) {
            magic = magic << 8 | end[i] & 0xff;
        }
        return magic == MAGIC;
    }

    @Override
    public void read(Candidate candidate, FactsBuilder facts) throws IOException {
        facts.format("tensorflow-checkpoint").framework("TensorFlow");
        Blob blob = candidate.blob();
        List<Tensor> tensors = new ArrayList<>();
        Cursor footer = new Cursor(blob.bytes(blob.size() - FOOTER, FOOTER), 0);
        footer.place();
        List<Place> blocks = new ArrayList<>();
        each(block(blob, footer.place()), (key, value) -> blocks.add(new Cursor(value, 0).place()));
        for (Place place : blocks) {
            candidate.cancel().check();
            each(block(blob, place), (key, value) -> {
                if (key.isEmpty()) {
                    header(value, facts);
                } else if (!key.equals(GRAPH) && tensors.size() <= Parameters.MOST) {
                    tensors.add(tensor(key, value));
                }
            });
        }
        facts.parameters(Parameters.of(tensors));
    }

    private static byte[] block(Blob blob, Place place) throws IOException {
        if (place.from() < 0 || place.length() < 4 || place.length() > MOST_BLOCK
                || place.from() > blob.size() - place.length() - 5) {
            throw broken();
        }
        if (blob.bytes(place.from() + place.length(), 1)[0] != 0) {
            // TensorFlow writes none that are compressed.
            throw broken();
        }
        return blob.bytes(place.from(), (int) place.length());
    }

    /// The entries of a block: each key goes on from the one before; the restart points at the end are not needed.
    private static void each(byte[] block, Each each) throws IOException {
        int n = block.length;
        long restarts = (block[n - 4] & 0xffL) | (block[n - 3] & 0xffL) << 8 | (block[n - 2] & 0xffL) << 16
                | (block[n - 1] & 0xffL) << 24;
        long end = n - 4 - 4 * restarts;
        byte[] key = new byte[0];
        Cursor cursor = new Cursor(block, 0);
        while (cursor.at < end) {
            long shared = cursor.varint();
            long own = cursor.varint();
            long length = cursor.varint();
            if (shared < 0 || shared > key.length || own < 0 || length < 0 || own > end || length > end
                    || cursor.at + own + length > end) {
                throw broken();
            }
            byte[] next = java.util.Arrays.copyOf(key, (int) (shared + own));
            System.arraycopy(block, cursor.at, next, (int) shared, (int) own);
            cursor.at += (int) own;
            key = next;
            byte[] value = java.util.Arrays.copyOfRange(block, cursor.at, cursor.at + (int) length);
            cursor.at += (int) length;
            each.entry(new String(key, StandardCharsets.UTF_8), value);
        }
    }

    private static void header(byte[] value, FactsBuilder facts) throws IOException {
        ProtoReader header = new ProtoReader(Blob.of(value));
        while (header.next()) {
            if (header.field() == 1) {
                facts.define("shards", Fact.of(header.number()));
            }
        }
    }

    private static Tensor tensor(String name, byte[] value) throws IOException {
        ProtoReader entry = new ProtoReader(Blob.of(value));
        String type = "?";
        List<Long> shape = List.of();
        long bytes = 0;
        while (entry.next()) {
            switch (entry.field()) {
                case 1 -> type = TensorFlowReader.type(entry.number());
                case 2 -> shape = TensorFlowReader.shape(entry.message());
                case 5 -> bytes = entry.number();
                default -> { }
            }
        }
        return new Tensor(name.replace("/.ATTRIBUTES/VARIABLE_VALUE", ""), type, shape, bytes);
    }

    private static IOException broken() {
        return new IOException(Texts.get("preview.checkpoint.broken"));
    }
}
