package cotejo.dataset.other;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A table of a flatbuffer; a field that is not there has its default. A place outside of the buffer is an
/// [IndexOutOfBoundsException].
record Flat(ByteBuffer data, int at) {

    /// The root table of a buffer in little-endian order.
    static Flat root(ByteBuffer data) {
        return new Flat(data, data.getInt(0));
    }

    private int place(int field) {
        int table = at - data.getInt(at);
        int entry = 4 + 2 * field;
        int offset = entry + 2 > Short.toUnsignedInt(data.getShort(table)) ? 0
                : Short.toUnsignedInt(data.getShort(table + entry));
        return offset == 0 ? 0 : at + offset;
    }

    int i8(int field, int otherwise) {
        int place = place(field);
        return place == 0 ? otherwise : data.get(place);
    }

    int i16(int field, int otherwise) {
        int place = place(field);
        return place == 0 ? otherwise : data.getShort(place);
    }

    int i32(int field, int otherwise) {
        int place = place(field);
        return place == 0 ? otherwise : data.getInt(place);
    }

    long i64(int field) {
        int place = place(field);
        return place == 0 ? 0 : data.getLong(place);
    }

    boolean has(int field) {
        return place(field) != 0;
    }

    Flat table(int field) {
        int place = place(field);
        if (place == 0) {
            throw new IndexOutOfBoundsException(field);
        }
        return new Flat(data, place + data.getInt(place));
    }

    String text(int field) {
        int place = place(field);
        if (place == 0) {
            return "";
        }
        int from = place + data.getInt(place);
        int length = data.getInt(from);
        java.util.Objects.checkFromIndexSize(from + 4, length, data.limit());
        byte[] bytes = new byte[length];
        data.get(from + 4, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// The length of a list of elements that are `size` bytes each, and have room in the buffer.
    int count(int field, int size) {
        int place = place(field);
        if (place == 0) {
            return 0;
        }
        int from = place + data.getInt(place);
        int count = data.getInt(from);
        java.util.Objects.checkFromIndexSize(from + 4L, (long) count * size, (long) data.limit());
        return count;
    }

    /// Where the elements of a list begin.
    int elements(int field) {
        int place = place(field);
        return place + data.getInt(place) + 4;
    }

    List<Flat> tables(int field) {
        int count = count(field, 4);
        List<Flat> tables = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int place = elements(field) + 4 * i;
            tables.add(new Flat(data, place + data.getInt(place)));
        }
        return tables;
    }

    /// A number of a list of structs of longs, or of longs.
    long i64(int field, int index) {
        return data.getLong(elements(field) + 8 * index);
    }
}
