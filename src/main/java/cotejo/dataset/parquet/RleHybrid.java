package cotejo.dataset.parquet;

/// Streams the run-length and bit-packed hybrid of Parquet's format page "Encodings", for levels, dictionary codes and
/// truth values.
final class RleHybrid {

    private final byte[] data;
    private final int end;
    private final int width;
    private int at;
    private int run;
    private int value;
    private boolean packed;
    private int bit;
    private int packedEnd;

    RleHybrid(byte[] data, int from, int end, int width) {
        if (width < 0 || width > 32 || from > end) {
            throw Damage.of("dataset.parquet.damage.coding");
        }
        this.data = data;
        this.at = from;
        this.end = end;
        this.width = width;
    }

    /// Decodes the next `count` numbers.
    void read(int[] into, int offset, int count) {
        int done = 0;
        while (done < count) {
            if (run == 0) {
                nextRun();
            }
            int now = Math.min(run, count - done);
            if (packed) {
                unpack(into, offset + done, now);
            } else {
                java.util.Arrays.fill(into, offset + done, offset + done + now, value);
            }
            run -= now;
            done += now;
        }
    }

    /// How many of `count` numbers are this one; -1 where they do not take just the bytes there are.
    static int count(byte[] data, int from, int end, int width, int count, int wanted) {
        RleHybrid stream = new RleHybrid(data, from, end, width);
        int[] some = new int[Math.min(count, 4096)];
        int found = 0;
        for (int done = 0; done < count; done += some.length) {
            int now = Math.min(some.length, count - done);
            stream.read(some, 0, now);
            for (int i = 0; i < now; i++) {
                found += some[i] == wanted ? 1 : 0;
            }
        }
        return stream.whole(count) ? found : -1;
    }

    /// Whether `count` numbers take just the bytes there are: told by the heads of the runs.
    static boolean fits(byte[] data, int from, int end, int width, int count) {
        RleHybrid stream = new RleHybrid(data, from, end, width);
        int left = count;
        while (left > 0) {
            stream.nextRun();
            int now = Math.min(left, stream.run);
            left -= now;
            stream.run -= now;
            if (stream.packed && stream.run == 0) {
                stream.at = stream.packedEnd;
            }
        }
        return stream.whole(count);
    }

    private boolean whole(int count) {
        // Only a packed group is filled up, to eight.
        boolean done = run == 0 || packed && run < 8;
        return done && (packed && count > 0 ? packedEnd : at) == end;
    }

    private void nextRun() {
        if (width == 0 && at >= end) {
            packed = false;
            value = 0;
            run = Integer.MAX_VALUE;
            return;
        }
        int header = varint();
        packed = (header & 1) == 1;
        if (packed) {
            long values = (long) (header >>> 1) * 8;
            run = (int) Math.min(Math.min(values, Integer.MAX_VALUE), width == 0 ? values : (end - at) * 8L / width);
            bit = 0;
            packedEnd = at + (int) Math.min(end - at, (values * width + 7) / 8);
        } else {
            run = header >>> 1;
            int bytes = (width + 7) / 8;
            if (at + bytes > end) {
                throw Damage.of("dataset.parquet.damage.coding");
            }
            value = 0;
            for (int i = 0; i < bytes; i++) {
                value |= (data[at++] & 0xff) << (8 * i);
            }
        }
        if (run == 0) {
            throw Damage.of("dataset.parquet.damage.coding");
        }
    }

    private void unpack(int[] into, int offset, int count) {
        if (width == 0) {
            java.util.Arrays.fill(into, offset, offset + count, 0);
        } else {
            long mask = (1L << width) - 1;
            int position = at;
            int shift = bit;
            for (int i = 0; i < count; i++) {
                long word = word(position);
                into[offset + i] = (int) ((word >>> shift) & mask);
                shift += width;
                position += shift >>> 3;
                shift &= 7;
            }
            at = position;
            bit = shift;
        }
        if (count == run) {
            at = packedEnd;
        }
    }

    private long word(int position) {
        if (position + 8 <= data.length) {
            return (long) Bits.LONG.get(data, position);
        }
        long word = 0;
        for (int i = 0; i < 8 && position + i < data.length; i++) {
            word |= (data[position + i] & 0xffL) << (8 * i);
        }
        return word;
    }

    private int varint() {
        int result = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            if (at >= end) {
                throw Damage.of("dataset.parquet.damage.coding");
            }
            int next = data[at++];
            result |= (next & 0x7f) << shift;
            if (next >= 0) {
                return result;
            }
        }
        throw Damage.of("dataset.parquet.damage.coding");
    }
}
