package cotejo.dataset.csv;

import cotejo.dataset.BatchSink;
import cotejo.dataset.Field;
import cotejo.dataset.FileFacts;
import cotejo.dataset.FileStamp;
import cotejo.dataset.KnownFacts;
import cotejo.dataset.Leaf;
import cotejo.dataset.Oddities;
import cotejo.dataset.Oddity;
import cotejo.dataset.ReadClock;
import cotejo.dataset.Reading;
import cotejo.dataset.RowCount;
import cotejo.dataset.RowRange;
import cotejo.dataset.Rows;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.Value;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An open delimited text.
final class CsvDataset implements Delimited {

    private static final int HEAD = 256 << 10;
    private static final int PART = 64 << 10;

    private final FileStamp stamp;
    private final ReadClock clock = new ReadClock();
    private final Path file;
    private final TextBytes bytes;
    private final Encoding encoding;
    private final CsvShape shape;
    private final CsvIndex index;
    private final RowValues values;
    private final Oddities oddities;
    private final int headerRecords;

    private CsvDataset(FileStamp stamp, Path file, TextBytes bytes, CsvShape shape, Encoding encoding, int bom,
            Oddities oddities) {
        this.encoding = encoding;
        this.stamp = stamp;
        this.file = file;
        this.bytes = bytes;
        this.shape = shape;
        this.oddities = oddities;
        this.headerRecords = shape.dialect().header() == CsvDialect.Header.PRESENT ? 1 : 0;
        this.values = new RowValues(file, shape, encoding.charset(), oddities);
        this.index = new CsvIndex(file, bytes, shape.dialect(), shape.expected(), oddities);
        index.start(bom);
    }

    static CsvDataset open(Path file, @Nullable CsvDialect asked, Cancel cancel) throws IOException {
        FileStamp stamp = FileStamp.of(file);
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        SpooledBytes.Opening packed = Unpacking.of(head);
        byte[] text = Unpacking.head(file, head);
        Encoding encoding = Encoding.of(text);
        if (asked != null) {
            encoding = new Encoding(asked.charset(), asked.charset().equals(encoding.charset()) ? encoding.bom() : 0,
                    false);
        }
        cancel.check();
        boolean wide = encoding.charset().name().startsWith("UTF-16");
        boolean cut = text.length >= HEAD;
        String beginning = new String(text, encoding.bom(), text.length - encoding.bom(), encoding.charset());
        Oddities oddities = new Oddities();
        CsvShape shape = CsvShape.look(file, cut ? whole(beginning) : beginning, encoding.charset(), asked, oddities);
        if (!wide && packed == null) {
            return new CsvDataset(stamp, file, new PlainBytes(file), shape, encoding, encoding.bom(), oddities);
        }
        SpooledBytes.Opening opening = packed == null ? raw -> raw : packed;
        int bom = encoding.bom();
        TextBytes spooled = new SpooledBytes(file, raw -> {
            InputStream in = opening.open(raw);
            in.skipNBytes(Math.min(bom, text.length));
            return in;
        }, wide ? encoding.charset() : null);
        CsvShape rewritten = wide ? new CsvShape(shape.dialect().withCharset(StandardCharsets.UTF_8), shape.columns(),
                shape.expected()) : shape;
        return new CsvDataset(stamp, file, spooled, rewritten, encoding, 0, oddities);
    }

    /// The beginning up to the last line end, so that no record is cut in the middle.
    private static String whole(String head) {
        int end = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r'));
        return end > 0 ? head.substring(0, end + 1) : head;
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public CsvDialect dialect() {
        // Wide text is rewritten before it is split; here it counts how the file has it.
        return shape.dialect().withCharset(encoding.charset());
    }

    @Override
    public boolean encodingGuessed() {
        return encoding.guessed();
    }

    @Override
    public Delimited with(CsvDialect dialect, Cancel cancel) throws IOException {
        return open(file, dialect, cancel);
    }

    @Override
    public List<Field> columns() {
        return shape.columns();
    }

    @Override
    public RowCount rowCount() {
        boolean whole = index.complete();
        long rows = Math.max(0, index.records() - headerRecords);
        return new RowCount(rows, whole ? RowCount.State.WHOLE : RowCount.State.COUNTING);
    }

    @Override
    public long countRows(Cancel cancel) throws IOException {
        return Math.max(0, index.await(Long.MAX_VALUE - 1, cancel) - headerRecords);
    }

    @Override
    public Rows rows(long first, int count, int[] columns, Cancel cancel) throws IOException {
        long from = Math.max(0, first);
        List<List<Value>> cells = new ArrayList<>();
        walk(from, count, cancel, (row, line, number) -> {
            Value[] out = new Value[columns.length];
            for (int i = 0; i < columns.length; i++) {
                out[i] = values.value(row, columns[i], line, number);
            }
            cells.add(Arrays.asList(out));
        });
        return new Rows(from, columns, cells);
    }

    @Override
    public Rows pick(long[] rows, int[] columns, Cancel cancel) throws IOException {
        Integer[] order = new Integer[rows.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, java.util.Comparator.comparingLong(i -> rows[i]));
        List<List<Value>> cells = new ArrayList<>(java.util.Collections.nCopies(rows.length, List.of()));
        int at = 0;
        while (at < order.length) {
            long first = rows[order[at]];
            int to = at;
            while (to < order.length && rows[order[to]] - first < 256) {
                to++;
            }
            Rows some = rows(first, (int) (rows[order[to - 1]] - first) + 1, columns, cancel);
            for (int i = at; i < to; i++) {
                cells.set(order[i], some.cells().get((int) (rows[order[i]] - first)));
            }
            at = to;
        }
        return new Rows(rows.length == 0 ? 0 : rows[0], columns, cells);
    }

    /// Takes a record, its line, and its number as a row.
    private interface RowSink {
        void row(CsvRow row, long line, long number) throws IOException;
    }

    private void walk(long first, long count, Cancel cancel, RowSink sink) throws IOException {
        try (ReadClock.Reader _ = clock.begin()) {
            read(first, count, cancel, sink);
        }
    }

    private void read(long first, long count, Cancel cancel, RowSink sink) throws IOException {
        long record = first + headerRecords;
        long end = count > Long.MAX_VALUE - record ? Long.MAX_VALUE : record + count;
        while (record < end && index.await(Math.min(end, record + PART) - 1, cancel) > record) {
            CsvIndex.Block block = index.block(record);
            long before = record;
            try (CsvRecords records = new CsvRecords(bytes, shape.dialect(), block.from(), block.to(),
                    block.quotes())) {
                long at = block.firstRecord();
                for (CsvRow row = records.next(); row != null && record < end; row = records.next(), at++) {
                    if ((at & 0xff) == 0) {
                        cancel.check();
                    }
                    if (at >= record) {
                        sink.row(row, block.line() + row.line() - 1, at - headerRecords);
                        record = at + 1;
                    }
                }
            } catch (IOException broken) {
                throw broken instanceof UnreadableData ? broken : new UnreadableData(Texts.get("dataset.csv.broken",
                        file, Long.toString(block.line()), String.valueOf(broken.getMessage())), broken);
            }
            if (record == before) {
                return;
            }
        }
    }

    @Override
    public List<RowRange> parts(Cancel cancel) throws IOException {
        long rows = countRows(cancel);
        List<RowRange> parts = new ArrayList<>();
        long each = Math.max(PART, rows / 64);
        for (long row = 0; row < rows; row += each) {
            parts.add(new RowRange(row, Math.min(each, rows - row)));
        }
        return parts;
    }

    @Override
    public void scan(RowRange range, List<Leaf> leaves, BatchSink sink, Cancel cancel) throws IOException {
        RowBatches batches = new RowBatches(values, shape.columns(), leaves, range.first(), sink);
        walk(range.first(), range.count(), cancel, batches::row);
        batches.flush();
    }

    @Override
    public Reading reading() {
        int read = bytes.bytesRead() > 0 ? shape.columns().size() : 0;
        return new Reading(bytes.bytesRead(), bytes.fileBytes(), read, shape.columns().size(), clock.nanos());
    }

    @Override
    public List<FileStamp> stamps() {
        return List.of(stamp);
    }

    @Override
    public List<Oddity> oddities() {
        return oddities.list();
    }

    @Override
    public FileFacts facts(Cancel cancel) {
        CsvDialect dialect = dialect();
        List<FileFacts.Fact> facts = List.of(
                new FileFacts.Fact("delimiter", Character.toString(dialect.delimiter())),
                new FileFacts.Fact("quote", sign(dialect.quote())),
                new FileFacts.Fact("escape", sign(dialect.escape())),
                new FileFacts.Fact("comment", sign(dialect.comment())),
                new FileFacts.Fact("header", Integer.toString(headerRecords)),
                new FileFacts.Fact("decimal", Character.toString(dialect.decimal())),
                new FileFacts.Fact("encoding", dialect.charset().name()),
                new FileFacts.Fact("encodingGuessed", Boolean.toString(encodingGuessed())),
                new FileFacts.Fact("fileBytes", Long.toString(bytes.fileBytes())));
        return new FileFacts(facts, List.of(), Map.of(), Map.of(), Map.of(), "");
    }

    private static String sign(char sign) {
        return sign == 0 ? "" : Character.toString(sign);
    }

    @Override
    public KnownFacts known(Leaf leaf) {
        return KnownFacts.NONE;
    }

    @Override
    public void onChange(Runnable listener) {
        index.onChange(listener);
    }

    @Override
    public void close() {
        index.close();
        bytes.close();
    }
}
