package cotejo.dataset.other;

import cotejo.text.Texts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Bytes in Avro's binary encoding; what would reach beyond them is an error before anything is allocated.
final class AvroBytes {

    private final ByteBuffer data;

    AvroBytes(ByteBuffer data) {
        this.data = data.order(ByteOrder.LITTLE_ENDIAN);
    }

    int position() {
        return data.position();
    }

    int remaining() {
        return data.remaining();
    }

    /// A whole number: seven bits a byte, the least first, the sign in the lowest bit.
    long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            long b = need(1).get();
            value |= (b & 0x7f) << shift;
            if (b >= 0) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new IOException(Texts.get("dataset.other.nonsense"));
    }

    /// A number that counts bytes to come.
    int length() throws IOException {
        long length = number();
        if (length < 0 || length > data.remaining()) {
            throw new IOException(Texts.get("dataset.other.short"));
        }
        return (int) length;
    }

    byte[] bytes(int length) throws IOException {
        ByteBuffer from = need(length);
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    byte[] bytes() throws IOException {
        return bytes(length());
    }

    String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    boolean flag() throws IOException {
        return need(1).get() != 0;
    }

    float real32() throws IOException {
        return need(4).getFloat();
    }

    double real64() throws IOException {
        return need(8).getDouble();
    }

    private ByteBuffer need(int count) throws IOException {
        if (count < 0 || data.remaining() < count) {
            throw new IOException(Texts.get("dataset.other.short"));
        }
        return data;
    }
}
