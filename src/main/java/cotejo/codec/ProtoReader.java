package cotejo.codec;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Walks the fields of a protobuf message (the wire format of Protocol Buffers), without a schema and without reading
/// what is not asked for: a tensor of gigabytes is passed over by its length.
///
/// After [#next] said yes, one of the value methods may be called once; a field nobody asks for is passed over.
public final class ProtoReader {

    private final Blob blob;
    private final long to;
    private long at;
    private byte[] window = {};
    private long windowAt;
    private int tag;
    private long valueAt;
    private long valueEnd;
    private long number;

    /// Walks the bytes of a blob from one offset up to another.
    public ProtoReader(Blob blob, long from, long to) {
        this.blob = blob;
        this.at = from;
        this.to = to;
    }

    /// Walks all of a blob.
    public ProtoReader(Blob blob) {
        this(blob, 0, blob.size());
    }

    /// Moves to the next field.
    ///
    /// @throws IOException when the bytes are no protobuf
    public boolean next() throws IOException {
        if (at >= to) {
            return false;
        }
        long key = varint();
        tag = (int) key;
        if (key >>> 3 == 0 || key > 0xffff_ffffL) {
            throw new IOException("no protobuf field at byte " + at);
        }
        valueAt = at;
        switch (tag & 7) {
            case 0 -> number = varint();
            case 1 -> number = fixed(8);
            case 5 -> number = fixed(4);
            case 2 -> {
                long length = varint();
                valueAt = at;
                if (length < 0 || length > to - at) {
                    throw new EOFException("a protobuf field of " + Long.toUnsignedString(length)
                            + " bytes ends behind its message");
                }
                at += length;
            }
            default -> throw new IOException("no protobuf field at byte " + at);
        }
        valueEnd = at;
        return true;
    }

    public int field() {
        return tag >>> 3;
    }

    /// Whether the field is a number.
    public boolean isNumber() {
        return (tag & 7) != 2;
    }

    /// The number of a varint or fixed field; 0 for others.
    public long number() {
        return isNumber() ? number : 0;
    }

    /// The length of a field of bytes.
    public long length() {
        return valueEnd - valueAt;
    }

    /// The field as a message of its own; an empty one when it is a number.
    public ProtoReader message() {
        return isNumber() ? new ProtoReader(blob, 0, 0) : new ProtoReader(blob, valueAt, valueEnd);
    }

    /// The field's bytes, at most `most` of them.
    public byte[] bytes(int most) throws IOException {
        return isNumber() ? new byte[0] : blob.bytes(valueAt, (int) Math.min(most, length()));
    }

    /// The field as text, cut at 64 KiB.
    public String text() throws IOException {
        return new String(bytes(1 << 16), StandardCharsets.UTF_8);
    }

    /// The numbers of a packed or repeated field, at most `most`.
    public long[] numbers(int most) throws IOException {
        if (isNumber()) {
            return new long[] {number};
        }
        ProtoReader packed = message();
        long[] numbers = new long[16];
        int count = 0;
        while (packed.at < packed.to && count < most) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = packed.varint();
        }
        return Arrays.copyOf(numbers, count);
    }

    private int octet() throws IOException {
        if (at >= to) {
            throw new EOFException("a protobuf message breaks off at byte " + at);
        }
        if (at < windowAt || at >= windowAt + window.length) {
            window = blob.bytes(at, (int) Math.min(512, to - at));
            windowAt = at;
            if (window.length == 0) {
                throw new EOFException("a protobuf message breaks off at byte " + at);
            }
        }
        return window[(int) (at++ - windowAt)] & 0xff;
    }

    private long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7f) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw new IOException("no protobuf number at byte " + at);
    }

    private long fixed(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) octet() << (8 * i);
        }
        return value;
    }
}
