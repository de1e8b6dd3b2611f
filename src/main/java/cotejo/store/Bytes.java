package cotejo.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing row of bytes with the few forms the packed formats use: variable-length whole numbers (seven bits a byte,
/// least first), zigzag for signed ones, doubles by their bits, texts as length and UTF-8.
final class Bytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] data;
    private int size;

    Bytes(int capacity) {
        data = new byte[capacity];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    byte[] toArray() {
        return Arrays.copyOf(data, size);
    }

    private void room(int more) {
        if (size + more > data.length) {
            data = Arrays.copyOf(data, Math.max(data.length * 2, size + more));
        }
    }

    void put(int value) {
        room(1);
        data[size++] = (byte) value;
    }

    void putInt(int value) {
        room(4);
        for (int shift = 24; shift >= 0; shift -= 8) {
            data[size++] = (byte) (value >>> shift);
        }
    }

    void putVar(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            data[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        data[size++] = (byte) rest;
    }

    void putZigzag(long value) {
        putVar((value << 1) ^ (value >> 63));
    }

    void putBits(long bits) {
        room(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            data[size++] = (byte) (bits >>> shift);
        }
    }

    void putDouble(double value) {
        putBits(Double.doubleToRawLongBits(value));
    }

    void putText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        putVar(utf8.length);
        putAll(utf8, 0, utf8.length);
    }

    void putAll(byte[] source, int from, int length) {
        room(length);
        System.arraycopy(source, from, data, size, length);
        size += length;
    }

    void putAll(Bytes other) {
        putAll(other.data, 0, other.size);
    }

    /// Reads what [Bytes] wrote. Never reads outside its array; a number that would is an
    /// [IndexOutOfBoundsException], which callers turn into a sentence.
    static final class Reader {
        private final byte[] data;
        private int at;
        private final int end;

        Reader(byte[] data, int from, int length) {
            this.data = data;
            this.at = from;
            this.end = from + length;
        }

        Reader(byte[] data) {
            this(data, 0, data.length);
        }

        int position() {
            return at;
        }

        boolean atEnd() {
            return at >= end;
        }

        int get() {
            return data[at++] & 0xff;
        }

        int getInt() {
            return get() << 24 | get() << 16 | get() << 8 | get();
        }

        long getVar() {
            long value = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                byte b = data[at++];
                value |= (b & 0x7fL) << shift;
                if (b >= 0) {
                    return value;
                }
            }
            throw new IndexOutOfBoundsException("number too long");
        }

        int getCount() {
            long count = getVar();
            if (count < 0 || count > Integer.MAX_VALUE) {
                throw new IndexOutOfBoundsException("count out of range");
            }
            return (int) count;
        }

        long getZigzag() {
            long raw = getVar();
            return (raw >>> 1) ^ -(raw & 1);
        }

        long getBits() {
            long bits = (long) LONGS.get(data, at);
            at += 8;
            return bits;
        }

        double getDouble() {
            return Double.longBitsToDouble(getBits());
        }

        String getText() {
            int length = getCount();
            if (length > end - at) {
                throw new IndexOutOfBoundsException("text reaches past the end");
            }
            String text = new String(data, at, length, StandardCharsets.UTF_8);
            at += length;
            return text;
        }

        void skip(int length) {
            if (length < 0 || length > end - at) {
                throw new IndexOutOfBoundsException("skips past the end");
            }
            at += length;
        }
    }
}
