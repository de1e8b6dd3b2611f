package cotejo.dataset.other;

import cotejo.codec.Blob;
import cotejo.dataset.Field;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.Value;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One array, by the description of the format in NumPy's `format.py` (NEP 1). Every place is checked against
/// the size of what holds it first.
final class NumpyArray {

    private static final Pattern DESCR = Pattern.compile("'descr':\\s*(?:'([^']*)'|\\[(.*?)\\](?=,\\s*'))");
    private static final Pattern PART = Pattern.compile("\\('([^']*)',\\s*'([^']*)'\\)");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([^)]*)\\)");
    private static final int COLUMNS = 10_000;

    /// A column: where it begins in the data, and how far apart its rows are.
    private record Column(NumpyType type, long offset, long stride) {
    }

    private final String file;
    private final Blob blob;
    private final List<Column> layout = new ArrayList<>();
    private final List<Field> columns = new ArrayList<>();
    private final AtomicLong read = new AtomicLong();
    private final long data;
    private final long rows;
    private final String header;

    /// @param file what a sentence calls it
    NumpyArray(Blob blob, String file) throws IOException {
        this.file = file;
        this.blob = blob;
        try {
            ByteBuffer start = bytes(0, 12);
            boolean wide = start.get(6) > 1;
            start.order(java.nio.ByteOrder.LITTLE_ENDIAN);
            long length = wide ? Integer.toUnsignedLong(start.getInt(8)) : Short.toUnsignedInt(start.getShort(8));
            if (length > 1 << 20 || length > blob.size()) {
                throw broken(Texts.get("dataset.npy.header"));
            }
            int from = wide ? 12 : 10;
            header = new String(bytes(from, (int) length).array(), StandardCharsets.UTF_8);
            data = from + length;
            rows = layout();
        } catch (UnreadableData said) {
            throw said;
        } catch (IOException | RuntimeException failed) {
            throw new UnreadableData(Texts.get("dataset.other.broken", file, Texts.get("dataset.npy.header")), failed);
        }
    }

    private UnreadableData broken(String why) {
        return new UnreadableData(Texts.get("dataset.other.broken", file, why));
    }

    private ByteBuffer bytes(long at, int length) throws IOException {
        if (at < 0 || at > blob.size() - length) {
            throw broken(Texts.get("dataset.npy.short"));
        }
        byte[] bytes = blob.bytes(at, length);
        if (bytes.length < length) {
            throw broken(Texts.get("dataset.npy.short"));
        }
        read.addAndGet(length);
        return ByteBuffer.wrap(bytes);
    }

    private long layout() throws IOException {
        Matcher descr = DESCR.matcher(header);
        Matcher shape = SHAPE.matcher(header);
        if (!descr.find() || !shape.find()) {
            throw broken(Texts.get("dataset.npy.header"));
        }
        List<Long> sizes = new ArrayList<>();
        for (String size : shape.group(1).split(",")) {
            if (!size.isBlank()) {
                sizes.add(Long.parseLong(size.strip().replaceFirst("L$", "")));
            }
        }
        long count = sizes.isEmpty() ? 1 : sizes.getFirst();
        long across = 1;
        for (int i = 1; i < sizes.size(); i++) {
            across = Math.multiplyExact(across, sizes.get(i));
        }
        if (count < 0 || across < 0 || across > COLUMNS) {
            throw broken(Texts.get("dataset.npy.columns", across, COLUMNS));
        }
        int element = descr.group(2) != null ? structured(descr.group(2), across)
                : plain(descr.group(1), count, (int) across, header.contains("'fortran_order': True"));
        if (Math.multiplyExact(Math.multiplyExact(count, across), element) > blob.size() - data) {
            throw broken(Texts.get("dataset.npy.short"));
        }
        return count;
    }

    private int plain(String descr, long count, int across, boolean fortran) throws IOException {
        NumpyType type = NumpyType.of(descr);
        if (type == null) {
            throw broken(Texts.get("dataset.npy.type", descr));
        }
        for (int i = 0; i < across; i++) {
            long size = type.bytes();
            layout.add(fortran ? new Column(type, i * count * size, size) : new Column(type, i * size, across * size));
            columns.add(Field.of(across == 1 ? "value" : Integer.toString(i), type.type()));
        }
        return type.bytes();
    }

    private int structured(String parts, long across) throws IOException {
        Matcher part = PART.matcher(parts);
        List<Column> some = new ArrayList<>();
        int at = 0;
        while (part.find()) {
            NumpyType type = NumpyType.of(part.group(2));
            if (type == null) {
                throw broken(Texts.get("dataset.npy.type", part.group(2)));
            }
            some.add(new Column(type, at, 0));
            columns.add(Field.of(part.group(1), type.type()));
            at += type.bytes();
        }
        if (across != 1 || some.isEmpty() || parts.chars().filter(c -> c == '(').count() != some.size()) {
            throw broken(Texts.get("dataset.npy.type", parts));
        }
        for (Column column : some) {
            layout.add(new Column(column.type(), column.offset(), at));
        }
        return at;
    }

    /// Adds the values of a row to others.
    void row(long row, List<Value> values) throws IOException {
        boolean together = layout.size() == 1
                || !layout.isEmpty() && layout.getFirst().stride() >= layout.getFirst().type().bytes() * 2L;
        if (together) {
            long stride = layout.getFirst().stride();
            ByteBuffer line = bytes(data + row * stride, (int) stride);
            for (Column column : layout) {
                values.add(column.type().value(line, (int) column.offset()));
            }
            return;
        }
        for (Column column : layout) {
            values.add(column.type().value(bytes(data + column.offset() + row * column.stride(),
                    column.type().bytes()), 0));
        }
    }

    long rows() {
        return rows;
    }

    List<Field> columns() {
        return columns;
    }

    String header() {
        return header.strip();
    }

    long read() {
        return read.get();
    }
}
