package cotejo.dataset.other;

import cotejo.dataset.Field;
import cotejo.dataset.FileFacts;
import cotejo.dataset.Oddities;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.Value;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Rows of an array, by the description of the format in NumPy's `format.py` (NEP 1). Every place is checked against
/// the size of the file first.
final class NumpyRows implements RowFormat {

    private static final Pattern DESCR = Pattern.compile("'descr':\\s*(?:'([^']*)'|\\[(.*?)\\](?=,\\s*'))");
    private static final Pattern PART = Pattern.compile("\\('([^']*)',\\s*'([^']*)'\\)");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([^)]*)\\)");
    private static final int COLUMNS = 10_000;

    /// A column: where it begins in the data, and how far apart its rows are.
    private record Column(NumpyType type, long offset, long stride) {
    }

    private final Path file;
    private final FileChannel channel;
    private final List<Column> layout = new ArrayList<>();
    private final List<Field> columns = new ArrayList<>();
    private final Oddities oddities = new Oddities();
    private final AtomicLong read = new AtomicLong();
    private final long data;
    private final long rows;
    private final String header;

    NumpyRows(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            ByteBuffer start = bytes(0, 12);
            boolean wide = start.get(6) > 1;
            start.order(java.nio.ByteOrder.LITTLE_ENDIAN);
            long length = wide ? Integer.toUnsignedLong(start.getInt(8)) : Short.toUnsignedInt(start.getShort(8));
            if (length > 1 << 20 || length > channel.size()) {
                throw broken(Texts.get("dataset.npy.header"));
            }
            int from = wide ? 12 : 10;
            header = new String(bytes(from, (int) length).array(), StandardCharsets.UTF_8);
            data = from + length;
            rows = layout();
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed instanceof UnreadableData said ? said : broken(failed.toString());
        }
    }

    private UnreadableData broken(String why) {
        return new UnreadableData(Texts.get("dataset.other.broken", file, why));
    }

    private ByteBuffer bytes(long at, int length) throws IOException {
        if (at < 0 || at > channel.size() - length) {
            throw broken(Texts.get("dataset.npy.short"));
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw broken(Texts.get("dataset.npy.short"));
            }
        }
        read.addAndGet(length);
        return buffer.flip();
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
        if (Math.multiplyExact(Math.multiplyExact(count, across), element) > channel.size() - data) {
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

    @Override
    public Cursor open(long place) {
        return new Cursor() {
            private long row = Math.max(0, place);

            @Override
            public long place() {
                return row;
            }

            @Override
            public @Nullable List<Value> next() throws IOException {
                if (row >= rows) {
                    return null;
                }
                List<Value> values = new ArrayList<>(layout.size());
                boolean together = layout.size() == 1 || layout.getFirst().stride() >= layout.getFirst().type().bytes()
                        * 2L;
                if (together) {
                    long stride = layout.getFirst().stride();
                    ByteBuffer line = bytes(data + row * stride, (int) stride);
                    for (Column column : layout) {
                        values.add(column.type().value(line, (int) column.offset()));
                    }
                } else {
                    for (Column column : layout) {
                        values.add(column.type().value(bytes(data + column.offset() + row * column.stride(),
                                column.type().bytes()), 0));
                    }
                }
                row++;
                return values;
            }

            @Override
            public void close() {
                // The file stays open for other cursors.
            }
        };
    }

    @Override
    public String id() {
        return "npy";
    }

    @Override
    public List<Field> columns() {
        return columns;
    }

    @Override
    public List<FileFacts.Fact> facts() {
        return List.of(new FileFacts.Fact("header", header.strip()));
    }

    @Override
    public Oddities oddities() {
        return oddities;
    }

    @Override
    public long bytesRead() {
        return read.get();
    }

    @Override
    public long fileBytes() {
        try {
            return channel.size();
        } catch (IOException closed) {
            return 0;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            org.slf4j.LoggerFactory.getLogger(NumpyRows.class).debug("close", ignored);
        }
    }
}
