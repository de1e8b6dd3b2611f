package cotejo.dataset.parquet;

import cotejo.dataset.UnreadableData;
import cotejo.dataset.Vector;
import cotejo.dataset.VectorBuilder;
import cotejo.text.Texts;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads a leaf below a list or a map within one row group, in order, as levels and values.
final class NestedCursor {

    private static final int STEP = 8192;

    private final ChunkAt chunk;
    private final ChunkPages pages;
    private final int maxDef;
    private final int[] rep = new int[STEP];
    private final int[] def = new int[STEP];
    private @Nullable Page page;
    private @Nullable PageValues values;
    private int pageLeft;
    private int at;
    private int decoded;
    private long row;
    private long seen;

    /// Entries of some rows: the levels of each, and the values of those that are not null.
    record Entries(int[] rep, int[] def, int count, Vector values) {
    }

    NestedCursor(ParquetSource source, int group, int leaf, long from) throws IOException {
        chunk = source.chunk(group, leaf);
        pages = new ChunkPages(source, chunk);
        maxDef = chunk.maxDef();
        if (from > 0) {
            ChunkAt.Place place = chunk.place(from);
            pages.seek(place.offset());
            row = place.firstRow();
            skip(from - row);
        }
    }

    /// Passes over rows.
    void skip(long rows) throws IOException {
        for (long end = row + rows; row < end; ) {
            read((int) Math.min(end - row, 256), new VectorBuilder(), Limits.BATCH_VALUES);
        }
    }

    /// Reads whole rows, all entries of each.
    Entries read(int rows) throws IOException {
        return read(rows, new VectorBuilder(), Limits.BATCH_VALUES);
    }

    private Entries read(int rows, VectorBuilder out, int most) throws IOException {
        int[] reps = new int[Math.max(16, rows)];
        int[] defs = new int[Math.max(16, rows)];
        int count = 0;
        int begun = 0;
        try {
            while (true) {
                if (at == decoded && !more()) {
                    break;
                }
                int from = at;
                int present = 0;
                while (at < decoded && (rep[at] != 0 || begun < rows)) {
                    begun += rep[at] == 0 ? 1 : 0;
                    present += def[at] == maxDef ? 1 : 0;
                    at++;
                }
                int taken = at - from;
                if (count == 0 && taken > 0 && rep[from] != 0) {
                    throw Damage.of("dataset.parquet.damage.middle");
                }
                if (count + taken > most) {
                    throw Damage.of("dataset.parquet.endless", most);
                }
                if (reps.length < count + taken) {
                    reps = Arrays.copyOf(reps, Math.max(count + taken, reps.length * 2));
                    defs = Arrays.copyOf(defs, reps.length);
                }
                System.arraycopy(rep, from, reps, count, taken);
                System.arraycopy(def, from, defs, count, taken);
                count += taken;
                if (present > 0) {
                    out.append(java.util.Objects.requireNonNull(values).read(present));
                }
                if (out.bytes() > Limits.BATCH_BYTES) {
                    throw Damage.of("dataset.parquet.endless", count);
                }
                if (at < decoded) {
                    break;
                }
            }
        } catch (UnreadableData said) {
            throw said;
        } catch (IOException | RuntimeException | OutOfMemoryError broken) {
            throw chunk.broken(Damage.why(broken));
        }
        if (begun < rows) {
            throw chunk.broken(Texts.get("dataset.parquet.ends", row + begun, chunk.rows()));
        }
        row += rows;
        return new Entries(reps, defs, count, out.build());
    }

    /// Decodes some more levels; false at the end of the chunk.
    private boolean more() throws IOException {
        while (pageLeft == 0) {
            ChunkPages.Header header = pages.nextHeader();
            if (header == null) {
                return false;
            }
            Page next = pages.page(header);
            page = next;
            pageLeft = next.values();
            values = pageLeft == 0 ? null : pages.values(next);
            seen += pageLeft;
            if (seen > chunk.meta().getNum_values()) {
                throw Damage.of("dataset.parquet.damage.announced", seen,
                        chunk.meta().getNum_values());
            }
        }
        Page now = java.util.Objects.requireNonNull(page);
        decoded = Math.min(STEP, pageLeft);
        at = 0;
        pageLeft -= decoded;
        if (now.rep() == null) {
            Arrays.fill(rep, 0, decoded, 0);
        } else {
            now.rep().read(rep, 0, decoded);
        }
        if (now.def() == null) {
            Arrays.fill(def, 0, decoded, maxDef);
        } else {
            now.def().read(def, 0, decoded);
        }
        for (int i = 0; i < decoded; i++) {
            if (rep[i] > chunk.maxRep() || def[i] > maxDef) {
                throw Damage.of("dataset.parquet.damage.levels");
            }
        }
        return true;
    }
}
