package cotejo.store;

import java.nio.ByteBuffer;

/// Packs a stretch of points of one metric so that each comes back bit for bit.
///
/// Steps and times are whole 64-bit numbers written as differences of differences, as runs of equal ones where that is
/// shorter: a regular stretch costs a few bytes in all. Values are written in the shortest of three ways: four bytes
/// each where every one is exactly a 32-bit float, the changed bytes of the exclusive-or with the value before, or
/// eight bytes each. Noisy doubles at regular steps thus take 8 bytes a point and a little. After Pelkonen et al.,
/// "Gorilla: a fast, scalable, in-memory time series database" (VLDB 2015), with bytes in place of bits.
final class SegmentCodec {

    private static final int PLAIN = 0;
    private static final int RUNS = 1;
    private static final int RAW = 0;
    private static final int XOR = 1;
    private static final int FLOATS = 2;

    private SegmentCodec() {
    }

    /// Appends points `0 … count-1`. Fractional steps are given by their bits.
    static void encode(Bytes out, long[] steps, long[] times, double[] values, int count, boolean whole) {
        out.put(whole ? 1 : 0);
        out.putVar(count);
        if (whole) {
            encodeWhole(out, steps, count);
        } else {
            encodeXor(out, steps, count);
        }
        encodeWhole(out, times, count);
        encodeValues(out, values, count);
    }

    private static void encodeWhole(Bytes out, long[] numbers, int count) {
        int runs = 0;
        long before = 0;
        long difference = 0;
        long last = 0;
        for (int i = 0; i < count; i++) {
            long now = numbers[i] - before;
            long second = now - difference;
            if (i == 0 || second != last) {
                runs++;
            }
            last = second;
            difference = now;
            before = numbers[i];
        }
        if (runs * 2L < count) {
            out.put(RUNS);
            encodeRuns(out, numbers, count);
        } else {
            out.put(PLAIN);
            encodePlain(out, numbers, count);
        }
    }

    private static void encodePlain(Bytes out, long[] numbers, int count) {
        long before = 0;
        long difference = 0;
        for (int i = 0; i < count; i++) {
            long now = numbers[i] - before;
            out.putZigzag(now - difference);
            difference = now;
            before = numbers[i];
        }
    }

    private static void encodeRuns(Bytes out, long[] numbers, int count) {
        long before = 0;
        long difference = 0;
        long second = 0;
        int length = 0;
        for (int i = 0; i < count; i++) {
            long now = numbers[i] - before;
            long nowSecond = now - difference;
            if (length > 0 && nowSecond != second) {
                out.putZigzag(second);
                out.putVar(length);
                length = 0;
            }
            second = nowSecond;
            length++;
            difference = now;
            before = numbers[i];
        }
        if (length > 0) {
            out.putZigzag(second);
            out.putVar(length);
        }
    }

    private static void encodeValues(Bytes out, double[] values, int count) {
        boolean floats = true;
        long xorSize = 0;
        long before = 0;
        for (int i = 0; i < count; i++) {
            long bits = Double.doubleToRawLongBits(values[i]);
            floats = floats && Double.doubleToRawLongBits((double) (float) values[i]) == bits;
            xorSize += 1 + middle(bits ^ before);
            before = bits;
        }
        if (xorSize < (floats ? 4L : 8L) * count) {
            out.put(XOR);
            long[] bits = new long[count];
            for (int i = 0; i < count; i++) {
                bits[i] = Double.doubleToRawLongBits(values[i]);
            }
            encodeXor(out, bits, count);
        } else if (floats) {
            out.put(FLOATS);
            for (int i = 0; i < count; i++) {
                out.putInt(Float.floatToRawIntBits((float) values[i]));
            }
        } else {
            out.put(RAW);
            for (int i = 0; i < count; i++) {
                out.putDouble(values[i]);
            }
        }
    }

    private static int middle(long xor) {
        return xor == 0 ? 0 : 8 - Long.numberOfLeadingZeros(xor) / 8 - Long.numberOfTrailingZeros(xor) / 8;
    }

    private static void encodeXor(Bytes out, long[] numbers, int count) {
        long before = 0;
        for (int i = 0; i < count; i++) {
            long xor = numbers[i] ^ before;
            before = numbers[i];
            int trailing = xor == 0 ? 0 : Long.numberOfTrailingZeros(xor) / 8;
            int length = middle(xor);
            out.put(trailing << 4 | length);
            for (int b = trailing + length - 1; b >= trailing; b--) {
                out.put((int) (xor >>> (b * 8)));
            }
        }
    }

    /// Reads a segment and appends its points.
    static void decode(byte[] data, int from, int length, Points into) {
        Bytes.Reader in = new Bytes.Reader(data, from, length);
        boolean whole = in.get() == 1;
        int count = in.getCount();
        int at = into.grow(count, whole);
        if (whole) {
            decodeWhole(in, into.steps(), at, count);
        } else {
            decodeXor(in, into.steps(), at, count);
        }
        decodeWhole(in, into.times(), at, count);
        decodeValues(data, in, into.values(), at, count);
    }

    private static void decodeWhole(Bytes.Reader in, long[] into, int at, int count) {
        boolean runs = in.get() == RUNS;
        long before = 0;
        long difference = 0;
        int left = 0;
        long second = 0;
        for (int i = at; i < at + count; i++) {
            if (!runs || left == 0) {
                second = in.getZigzag();
                left = runs ? in.getCount() : 1;
            }
            left--;
            difference += second;
            before += difference;
            into[i] = before;
        }
    }

    private static void decodeXor(Bytes.Reader in, long[] into, int at, int count) {
        long before = 0;
        for (int i = at; i < at + count; i++) {
            int control = in.get();
            long xor = 0;
            for (int b = control & 15; b > 0; b--) {
                xor = xor << 8 | in.get();
            }
            before ^= xor << ((control >>> 4) * 8);
            into[i] = before;
        }
    }

    private static void decodeValues(byte[] data, Bytes.Reader in, double[] into, int at, int count) {
        int way = in.get();
        switch (way) {
            case RAW -> ByteBuffer.wrap(data, in.position(), count * 8).asDoubleBuffer().get(into, at, count);
            case FLOATS -> {
                for (int i = at; i < at + count; i++) {
                    into[i] = Float.intBitsToFloat(in.getInt());
                }
            }
            case XOR -> {
                long[] bits = new long[count];
                decodeXor(in, bits, 0, count);
                for (int i = 0; i < count; i++) {
                    into[at + i] = Double.longBitsToDouble(bits[i]);
                }
            }
            default -> throw new IndexOutOfBoundsException("unknown way of packing values: " + way);
        }
    }
}
