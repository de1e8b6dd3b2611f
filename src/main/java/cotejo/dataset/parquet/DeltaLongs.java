package cotejo.dataset.parquet;

/// Streams DELTA_BINARY_PACKED numbers; the arithmetic wraps around, as the format says.
final class DeltaLongs {

    private final byte[] data;
    private final int end;
    private final int perMiniBlock;
    private final int miniBlocks;
    private final int[] widths;
    private int at;
    private long left;
    private long last;
    private boolean first = true;
    private long minDelta;
    private int miniBlock;
    private int inMiniBlock;
    private long bits;

    DeltaLongs(byte[] data, int from, int end) {
        this.data = data;
        this.at = from;
        this.end = end;
        long blockSize = varint();
        long count = varint();
        left = varint();
        if (count <= 0 || count > 4096 || blockSize <= 0 || blockSize > 1 << 20 || blockSize % count != 0) {
            throw Damage.of("dataset.parquet.damage.coding");
        }
        miniBlocks = (int) count;
        perMiniBlock = (int) (blockSize / count);
        widths = new int[miniBlocks];
        last = zigzag(varint());
        miniBlock = miniBlocks;
    }

    /// How many numbers are left.
    long left() {
        return left;
    }

    void read(long[] into, int offset, int count) {
        if (count > left) {
            throw Damage.of("dataset.parquet.damage.values");
        }
        for (int i = 0; i < count; i++) {
            into[offset + i] = next();
        }
    }

    private long next() {
        left--;
        if (first) {
            first = false;
            return last;
        }
        if (miniBlock == miniBlocks) {
            minDelta = zigzag(varint());
            for (int i = 0; i < miniBlocks; i++) {
                widths[i] = byteAt();
                if (widths[i] > 64) {
                    throw Damage.of("dataset.parquet.damage.coding");
                }
            }
            miniBlock = 0;
            inMiniBlock = 0;
            bits = (long) at * 8;
        }
        int width = widths[miniBlock];
        last += minDelta + take(width);
        if (++inMiniBlock == perMiniBlock) {
            inMiniBlock = 0;
            miniBlock++;
            at = (int) ((bits + 7) >>> 3);
        } else if (left == 0) {
            bits += (long) (perMiniBlock - inMiniBlock) * width;
            at = (int) Math.min(end, (bits + 7) >>> 3);
        }
        return last;
    }

    private long take(int width) {
        if (width == 0) {
            return 0;
        }
        int from = (int) (bits >>> 3);
        int shift = (int) (bits & 7);
        if ((bits + width + 7) >>> 3 > end) {
            throw Damage.of("dataset.parquet.damage.values");
        }
        bits += width;
        long low = word(from) >>> shift;
        if (shift + width > 64) {
            low |= (data[from + 8] & 0xffL) << (64 - shift);
        }
        return width == 64 ? low : low & ((1L << width) - 1);
    }

    private long word(int from) {
        if (from + 8 <= data.length) {
            return Bits.longAt(data, from);
        }
        long word = 0;
        for (int i = 0; i < 8 && from + i < data.length; i++) {
            word |= (data[from + i] & 0xffL) << (8 * i);
        }
        return word;
    }

    /// Where the numbers end; only after all of them were read.
    int end() {
        return at;
    }

    private int byteAt() {
        if (at >= end) {
            throw Damage.of("dataset.parquet.damage.values");
        }
        return data[at++] & 0xff;
    }

    private long varint() {
        long result = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int next = byteAt();
            result |= (next & 0x7fL) << shift;
            if (next < 0x80) {
                return result;
            }
        }
        throw Damage.of("dataset.parquet.damage.coding");
    }

    private static long zigzag(long value) {
        return value >>> 1 ^ -(value & 1);
    }
}
