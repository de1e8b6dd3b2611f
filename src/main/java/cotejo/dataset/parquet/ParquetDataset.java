package cotejo.dataset.parquet;

import cotejo.dataset.BatchSink;
import cotejo.dataset.Dataset;
import cotejo.dataset.Field;
import cotejo.dataset.FileFacts;
import cotejo.dataset.FileStamp;
import cotejo.dataset.KnownFacts;
import cotejo.dataset.Leaf;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An open Parquet file.
final class ParquetDataset implements Dataset {

    private final FileStamp stamp;
    private final ReadClock clock = new ReadClock();
    private final ParquetSource source;
    private final List<Field> columns;

    ParquetDataset(Path file) throws IOException {
        stamp = FileStamp.of(file);
        source = new ParquetSource(file);
        columns = List.copyOf(source.schema().fields());
    }

    @Override
    public Path file() {
        return source.file().path();
    }

    @Override
    public String format() {
        return "parquet";
    }

    @Override
    public List<Field> columns() {
        return columns;
    }

    @Override
    public RowCount rowCount() {
        return RowCount.whole(source.footer().rows());
    }

    @Override
    public long countRows(Cancel cancel) {
        return source.footer().rows();
    }

    @Override
    public Rows rows(long first, int count, int[] wanted, Cancel cancel) throws IOException {
        long from = Math.min(Math.max(0, first), source.footer().rows());
        int rows = (int) Math.min(count, source.footer().rows() - from);
        long[] numbers = new long[rows];
        Arrays.setAll(numbers, i -> from + i);
        return new Rows(from, wanted, cells(numbers, wanted, cancel));
    }

    @Override
    public Rows pick(long[] rows, int[] wanted, Cancel cancel) throws IOException {
        return new Rows(rows.length == 0 ? 0 : rows[0], wanted, cells(rows, wanted, cancel));
    }

    private List<List<Value>> cells(long[] rows, int[] wanted, Cancel cancel) throws IOException {
        try (ReadClock.Reader _ = clock.begin()) {
            return read(rows, wanted, cancel);
        }
    }

    private List<List<Value>> read(long[] rows, int[] wanted, Cancel cancel) throws IOException {
        Value[][] byColumn = new Value[wanted.length][];
        UnreadableData failure = null;
        int failed = 0;
        for (int i = 0; i < wanted.length; i++) {
            cancel.check();
            source.touched(wanted[i]);
            try {
                byColumn[i] = new ColumnPicker(source, source.schema().columns().get(wanted[i])).pick(rows, cancel);
            } catch (UnreadableData broken) {
                failure = broken;
                failed++;
                String why = String.valueOf(broken.getMessage());
                source.oddities().add("unreadable:" + columns.get(wanted[i]).name(), -1, () -> why);
                byColumn[i] = new Value[rows.length];
                Arrays.fill(byColumn[i], new Value.Unreadable(why));
            }
        }
        if (failure != null && failed == wanted.length) {
            List<Integer> locked = Arrays.stream(wanted).mapToObj(i -> source.schema().columns().get(i).leaf())
                    .filter(source.encrypted()::leaf).toList();
            throw locked.size() == wanted.length ? source.encrypted().sentence(locked) : failure;
        }
        List<List<Value>> cells = new ArrayList<>(rows.length);
        for (int row = 0; row < rows.length; row++) {
            Value[] line = new Value[wanted.length];
            for (int i = 0; i < wanted.length; i++) {
                line[i] = byColumn[i][row];
            }
            cells.add(Arrays.asList(line));
        }
        return cells;
    }

    @Override
    public List<RowRange> parts(Cancel cancel) {
        List<RowRange> parts = new ArrayList<>();
        long[] firstRows = source.footer().firstRows();
        for (int i = 0; i < source.footer().groups(); i++) {
            parts.add(new RowRange(firstRows[i], firstRows[i + 1] - firstRows[i]));
        }
        return parts;
    }

    @Override
    public void scan(RowRange range, List<Leaf> leaves, BatchSink sink, Cancel cancel) throws IOException {
        leaves.forEach(leaf -> source.touched(leaf.column()));
        try (ReadClock.Reader _ = clock.begin()) {
            new GroupScan(source, leaves).run(range, sink, cancel);
        }
    }

    @Override
    public Layout layout() {
        return Layout.COLUMNS;
    }

    @Override
    public Reading reading() {
        return new Reading(source.file().bytesRead(), source.file().size(), source.columnsTouched(), columns.size(),
                clock.nanos());
    }

    @Override
    public List<FileStamp> stamps() {
        return List.of(stamp);
    }

    @Override
    public List<Oddity> oddities() {
        List<Oddity> all = new ArrayList<>(source.oddities().list());
        if (source.pagesUnchecked() > 0 && source.pagesChecked() == 0) {
            all.add(new Oddity("checksums", source.pagesUnchecked(), -1,
                    Texts.get("dataset.parquet.noChecksums", file())));
        }
        return all;
    }

    @Override
    public FileFacts facts(Cancel cancel) throws IOException {
        return new ParquetFacts(source).read(cancel);
    }

    @Override
    public KnownFacts known(Leaf leaf) {
        LeafNode node = LeafNode.of(source.schema(), leaf);
        KnownFacts known = new ParquetStatistics(source).of(node.leaf());
        return node.variant() ? new KnownFacts(known.values(), known.nulls(), null, null) : known;
    }

    @Override
    public void onChange(Runnable listener) {
        // Nothing of a Parquet file changes on its own.
    }

    @Override
    public void close() {
        source.close();
    }
}
