package cotejo.dataset.parquet;

import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.jspecify.annotations.Nullable;

/// A page that was read and decompressed.
///
/// @param rep   repetition levels, null where all are 0
/// @param def   definition levels, null where all are the greatest
/// @param data  holds the values from `from` to `end`
/// @param rows  rows that begin in it, -1 where the page does not say
// Getters of the footer's own format are marked nullable, required fields too. What a damaged file leaves out is caught
// where it is read, and told in a sentence.
@SuppressWarnings("NullAway")
record Page(int values, @Nullable Levels rep, @Nullable Levels def, Encoding encoding, byte[] data, int from, int end,
        int rows) {

    /// A stream of levels.
    @FunctionalInterface
    interface Levels {
        void read(int[] into, int offset, int count);
    }

    /// The values a data page says it has; 0 for other pages.
    static int values(PageHeader header) {
        DataPageHeader one = header.getData_page_header();
        DataPageHeaderV2 two = header.getData_page_header_v2();
        return one != null ? one.getNum_values() : two != null ? two.getNum_values() : 0;
    }

    static boolean isData(PageHeader header) {
        return header.getData_page_header() != null || header.getData_page_header_v2() != null;
    }

    static Page one(DataPageHeader header, byte[] data, int size, int maxRep, int maxDef) {
        int at = 0;
        Levels rep = null;
        Levels def = null;
        if (maxRep > 0) {
            int width = width(maxRep);
            if (header.getRepetition_level_encoding() == Encoding.BIT_PACKED) {
                int bytes = packedBytes(header.getNum_values(), width, size - at);
                rep = new BitPacked(data, at, at + bytes, width);
                at += bytes;
            } else {
                int length = length(data, at, size);
                rep = new RleHybrid(data, at + 4, at + 4 + length, width)::read;
                at += 4 + length;
            }
        }
        if (maxDef > 0) {
            int width = width(maxDef);
            if (header.getDefinition_level_encoding() == Encoding.BIT_PACKED) {
                int bytes = packedBytes(header.getNum_values(), width, size - at);
                def = new BitPacked(data, at, at + bytes, width);
                at += bytes;
            } else {
                int length = length(data, at, size);
                def = new RleHybrid(data, at + 4, at + 4 + length, width)::read;
                at += 4 + length;
            }
        }
        return new Page(header.getNum_values(), rep, def, header.getEncoding(), data, at, size,
                maxRep == 0 ? header.getNum_values() : -1);
    }

    static Page two(DataPageHeaderV2 header, byte[] data, int size, int maxRep, int maxDef) {
        int repBytes = header.getRepetition_levels_byte_length();
        int defBytes = header.getDefinition_levels_byte_length();
        Levels rep = maxRep == 0 ? null : new RleHybrid(data, 0, repBytes, width(maxRep))::read;
        Levels def = maxDef == 0 ? null : new RleHybrid(data, repBytes, repBytes + defBytes, width(maxDef))::read;
        return new Page(header.getNum_values(), rep, def, header.getEncoding(), data, repBytes + defBytes, size,
                maxRep == 0 ? header.getNum_values() : header.getNum_rows());
    }

    /// Whether levels and values are as many, and take just the bytes, as the header says, which no checksum covers.
    ///
    /// @param old whether the footer speaks of the old packing of levels
    boolean agrees(PageHeader header, int size, ChunkAt chunk, boolean old) {
        int maxRep = chunk.maxRep();
        int maxDef = chunk.maxDef();
        DataPageHeaderV2 two = header.getData_page_header_v2();
        if (two != null) {
            int reps = two.getRepetition_levels_byte_length();
            int defs = two.getDefinition_levels_byte_length();
            int there = maxDef == 0 ? values
                    : RleHybrid.count(data, reps, reps + defs, width(maxDef), values, maxDef);
            return (maxRep == 0 ? reps == 0 && two.getNum_rows() == values
                    : RleHybrid.count(data, 0, reps, width(maxRep), values, 0) == two.getNum_rows())
                    && (maxDef > 0 || defs == 0) && there >= 0 && takesAll(chunk.physical(), there);
        }
        DataPageHeader one = header.getData_page_header();
        int at = 0;
        boolean packedReps = maxRep > 0 && one.getRepetition_level_encoding() != Encoding.RLE;
        boolean packedDefs = maxDef > 0 && one.getDefinition_level_encoding() != Encoding.RLE;
        if (packedReps || packedDefs) {
            return old;
        }
        if (maxRep > 0) {
            int length = length(data, at, size);
            if (RleHybrid.count(data, at + 4, at + 4 + length, width(maxRep), values, 0) < 0) {
                return false;
            }
            at += 4 + length;
        }
        int there = maxDef == 0 ? values
                : RleHybrid.count(data, at + 4, at + 4 + length(data, at, size), width(maxDef), values, maxDef);
        return there >= 0 && takesAll(chunk.physical(), there);
    }

    /// Whether so many values take just the bytes there are, where that can be told without decoding them.
    private boolean takesAll(Physical physical, int there) {
        return switch (encoding) {
            case PLAIN -> physical.takes(data, from, end, there);
            case BYTE_STREAM_SPLIT -> (long) physical.width() * there == end - from;
            case PLAIN_DICTIONARY, RLE_DICTIONARY -> there == 0
                    || from < end && RleHybrid.fits(data, from + 1, end, data[from] & 0xff, there);
            case RLE -> end - from >= 4 && RleHybrid.fits(data, from + 4, from + 4 + length(data, from, end), 1, there);
            default -> true;
        };
    }

    static int width(int max) {
        return 32 - Integer.numberOfLeadingZeros(max);
    }

    private static int length(byte[] data, int at, int size) {
        if (at + 4 > size) {
            throw Damage.of("dataset.parquet.damage.levels");
        }
        int length = Bits.intAt(data, at);
        if (length < 0 || length > size - at - 4) {
            throw Damage.of("dataset.parquet.damage.levels");
        }
        return length;
    }

    private static int packedBytes(int values, int width, int left) {
        long bytes = ((long) values * width + 7) / 8;
        if (bytes > left) {
            throw Damage.of("dataset.parquet.damage.levels");
        }
        return (int) bytes;
    }

    /// The old packing of levels, from the highest bit down.
    private static final class BitPacked implements Levels {
        private final byte[] data;
        private final int end;
        private final int width;
        private long bit;

        BitPacked(byte[] data, int from, int end, int width) {
            this.data = data;
            this.bit = from * 8L;
            this.end = end;
            this.width = width;
        }

        @Override
        public void read(int[] into, int offset, int count) {
            for (int i = 0; i < count; i++) {
                int value = 0;
                for (int b = 0; b < width; b++, bit++) {
                    int at = (int) (bit >>> 3);
                    if (at >= end) {
                        throw Damage.of("dataset.parquet.damage.levels");
                    }
                    value = value << 1 | data[at] >>> (7 - (bit & 7)) & 1;
                }
                into[offset + i] = value;
            }
        }
    }
}
