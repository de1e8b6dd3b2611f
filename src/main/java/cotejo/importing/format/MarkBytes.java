package cotejo.importing.format;

import java.nio.charset.StandardCharsets;

/// Reads what a `DataOutputStream` wrote, from an array and without a call for each byte: an import that finds nothing
/// new does little else. Reading past the end is an [IndexOutOfBoundsException].
final class MarkBytes {

    private static final int MOST = 1_000_000;

    private final byte[] data;
    private int at;

    MarkBytes(byte[] data) {
        this.data = data;
    }

    int oneByte() {
        return data[at++];
    }

    boolean oneBoolean() {
        return oneByte() != 0;
    }

    int oneInt() {
        return (data[at++] & 0xff) << 24 | (data[at++] & 0xff) << 16 | (data[at++] & 0xff) << 8 | data[at++] & 0xff;
    }

    long oneLong() {
        return (long) oneInt() << 32 | oneInt() & 0xffff_ffffL;
    }

    /// How many there are of something.
    int count() {
        int count = oneInt();
        if (count < 0 || count > MOST) {
            throw new IndexOutOfBoundsException("not remembered by this version");
        }
        return count;
    }

    /// A text with its length in bytes before it.
    String text() {
        int length = count();
        String text = new String(data, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    void skip(int bytes) {
        if (bytes > data.length - at) {
            throw new IndexOutOfBoundsException("skips past the end");
        }
        at += bytes;
    }
}
