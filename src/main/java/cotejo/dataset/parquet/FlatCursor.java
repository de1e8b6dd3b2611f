package cotejo.dataset.parquet;

import cotejo.dataset.UnreadableData;
import cotejo.dataset.Value;
import cotejo.dataset.Vector;
import cotejo.text.Texts;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads a leaf that has one value a row, within one row group, in order. What it hands out is only valid until the
/// next call.
final class FlatCursor {

    private final ChunkAt chunk;
    private final ChunkPages pages;
    private final PageValues.Room room = new PageValues.Room();
    private int[] levels = new int[0];
    private boolean[] nulls = new boolean[0];
    private @Nullable Page page;
    private @Nullable PageValues values;
    private int left;
    private long row;

    /// @param from the row of the row group to begin with
    FlatCursor(ParquetSource source, int group, int leaf, long from) throws IOException {
        chunk = source.chunk(group, leaf);
        pages = new ChunkPages(source, chunk);
        if (from > 0) {
            ChunkAt.Place place = chunk.place(from);
            pages.seek(place.offset());
            row = place.firstRow();
            skip(from - row);
        }
    }

    /// How many rows can be read in one go; 0 at the end of the row group.
    int available() throws IOException {
        while (left == 0 && row < chunk.rows()) {
            open(nextHeader());
        }
        return (int) Math.min(left, chunk.rows() - row);
    }

    private ChunkPages.Header nextHeader() throws IOException {
        ChunkPages.Header header = pages.nextHeader();
        if (header == null) {
            throw chunk.broken(Texts.get("dataset.parquet.ends", row, chunk.rows()));
        }
        return header;
    }

    private void open(ChunkPages.Header header) throws IOException {
        try {
            Page next = pages.page(header);
            page = next;
            values = next.values() == 0 ? null : pages.values(next);
            left = next.values();
        } catch (UnreadableData said) {
            throw said;
        } catch (IOException | RuntimeException | OutOfMemoryError broken) {
            throw chunk.broken(Damage.why(broken));
        }
    }

    /// The next `count` rows, no more than are available.
    Vector read(int count) throws IOException {
        try {
            Vector read = decode(count);
            left -= count;
            row += count;
            return read;
        } catch (RuntimeException | OutOfMemoryError broken) {
            throw chunk.broken(Damage.why(broken));
        }
    }

    private Vector decode(int count) {
        Page now = java.util.Objects.requireNonNull(page);
        PageValues all = java.util.Objects.requireNonNull(values);
        if (now.def() == null) {
            return all.read(count);
        }
        int present = levels(now.def(), count);
        Vector dense = all.read(present);
        return present == count ? dense : spread(dense, count);
    }

    /// Reads levels and returns how many are values; the others are marked as nulls.
    private int levels(Page.Levels def, int count) {
        if (levels.length < count) {
            levels = new int[count];
            nulls = new boolean[count];
        }
        def.read(levels, 0, count);
        int max = chunk.maxDef();
        int present = 0;
        for (int i = 0; i < count; i++) {
            boolean there = levels[i] == max;
            nulls[i] = !there;
            present += there ? 1 : 0;
            if (levels[i] > max) {
                throw Damage.of("dataset.parquet.damage.levels");
            }
        }
        return present;
    }

    private Vector spread(Vector dense, int count) {
        int next = 0;
        switch (dense) {
            case Vector.Longs longs -> {
                long[] out = room.longs(count);
                for (int i = 0; i < count; i++) {
                    out[i] = nulls[i] ? 0 : longs.values()[next++];
                }
                return new Vector.Longs(out, count, nulls);
            }
            case Vector.Doubles doubles -> {
                double[] out = room.doubles(count);
                for (int i = 0; i < count; i++) {
                    out[i] = nulls[i] ? 0 : doubles.values()[next++];
                }
                return new Vector.Doubles(out, count, nulls);
            }
            case Vector.Slices slices -> {
                int[] starts = room.starts(count);
                int[] lengths = room.lengths(count);
                for (int i = 0; i < count; i++) {
                    starts[i] = nulls[i] ? 0 : slices.starts()[next];
                    lengths[i] = nulls[i] ? -1 : slices.lengths()[next++];
                }
                return new Vector.Slices(slices.data(), starts, lengths, count);
            }
            case Vector.Coded coded -> {
                int[] codes = room.starts(count);
                for (int i = 0; i < count; i++) {
                    codes[i] = nulls[i] ? -1 : coded.codes()[next++];
                }
                return new Vector.Coded(codes, count, coded.dictionary());
            }
            case Vector.Values values -> {
                Value[] out = new Value[count];
                for (int i = 0; i < count; i++) {
                    out[i] = nulls[i] ? Value.Nothing.NULL : values.values()[next++];
                }
                return new Vector.Values(out, count);
            }
            case Vector.Repeated repeated -> throw new IllegalStateException(Arrays.toString(repeated.lengths()));
        }
    }

    /// Passes over rows; whole pages are not decompressed.
    void skip(long count) throws IOException {
        long todo = count;
        while (todo > 0) {
            if (left == 0) {
                ChunkPages.Header header = nextHeader();
                int rows = Page.values(header.page());
                if (rows <= todo) {
                    todo -= rows;
                    row += rows;
                    continue;
                }
                open(header);
            }
            int now = (int) Math.min(Math.min(left, todo), 8192);
            read(now);
            todo -= now;
        }
    }
}
