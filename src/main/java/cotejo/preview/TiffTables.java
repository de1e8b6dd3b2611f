package cotejo.preview;

import cotejo.codec.Blob;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// The tables of tags in a TIFF, walked before a library reads them all with all their values: a few bytes can name
/// millions of tables that overlap, and values that are read a thousand times (TIFF 6.0, section 2; BigTIFF).
final class TiffTables {

    /// Tags, in all tables together. A picture has about twenty.
    private static final long MOST_TAGS = 500_000;
    /// What the values of all tags take.
    private static final long MOST_BYTES = 64L << 20;
    /// How wide the values of each type are; of a type that is not known they are not read.
    private static final int[] WIDTHS = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};
    private static final Set<Integer> TABLES = Set.of(330, 34_665, 34_853, 40_965);

    private final Blob blob;
    private final ByteOrder order;
    private final boolean big;
    private final Set<Long> seen = new HashSet<>();
    private final Deque<Long> waiting = new ArrayDeque<>();
    private long tags;
    private long bytes;

    private TiffTables(Blob blob, byte[] head) {
        this.blob = blob;
        this.order = head[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        this.big = (order == ByteOrder.LITTLE_ENDIAN ? head[2] : head[3]) == 43;
    }

    /// @throws IOException when there is more in them than any picture needs
    static void check(Blob blob) throws IOException {
        byte[] head = blob.bytes(0, 16);
        if (head.length < 8) {
            throw new IOException("cut short");
        }
        TiffTables tables = new TiffTables(blob, head);
        tables.waiting.add(tables.number(tables.big ? 8 : 4, tables.big ? 8 : 4));
        while (!tables.waiting.isEmpty()) {
            tables.table(tables.waiting.removeFirst());
        }
    }

    private void table(long at) throws IOException {
        if (at <= 0 || at >= blob.size() || !seen.add(at)) {
            return;
        }
        long count = number(at, big ? 8 : 2);
        int width = big ? 20 : 12;
        tags += count + 1;
        if (count < 0 || tags > MOST_TAGS) {
            throw new IOException("too many tags");
        }
        long first = at + (big ? 8 : 2);
        ByteBuffer all = ByteBuffer.wrap(blob.bytes(first, (int) count * width)).order(order);
        for (int i = 0; (i + 1) * width <= all.limit(); i++) {
            tag(all, i * width, first + (long) i * width);
        }
        waiting.add(number(first + count * width, big ? 8 : 4));
    }

    private void tag(ByteBuffer table, int from, long at) throws IOException {
        int tag = table.getShort(from) & 0xffff;
        int type = table.getShort(from + 2) & 0xffff;
        long count = big ? table.getLong(from + 4) : table.getInt(from + 4) & 0xffff_ffffL;
        int wide = type < WIDTHS.length ? WIDTHS[type] : 0;
        if (wide == 0 || count < 0 || count > blob.size()) {
            return;
        }
        bytes += count * wide;
        if (bytes > MOST_BYTES) {
            throw new IOException("too long values");
        }
        if (TABLES.contains(tag)) {
            int place = big ? 12 : 8;
            long values = count * wide <= (big ? 8 : 4) ? at + place
                    : big ? table.getLong(from + 12) : table.getInt(from + 8) & 0xffff_ffffL;
            for (long i = 0; i < count; i++) {
                waiting.add(number(values + i * wide, wide));
            }
        }
    }

    private long number(long at, int wide) throws IOException {
        byte[] read = blob.bytes(at, wide);
        if (read.length < wide) {
            return 0;
        }
        ByteBuffer number = ByteBuffer.wrap(read).order(order);
        return switch (wide) {
            case 2 -> number.getShort(0) & 0xffff;
            case 4 -> number.getInt(0) & 0xffff_ffffL;
            case 8 -> number.getLong(0);
            default -> 0;
        };
    }
}
