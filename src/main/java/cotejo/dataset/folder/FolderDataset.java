package cotejo.dataset.folder;

import cotejo.dataset.Batch;
import cotejo.dataset.BatchSink;
import cotejo.dataset.Dataset;
import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
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
import cotejo.dataset.Value;
import cotejo.dataset.ValueVectors;
import cotejo.dataset.Vector;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Part files below each other: the rows of the first, then those of the next. Hive keys (`year=2024`) in their paths
/// are columns behind the others. Columns are matched by name; a part that lacks one has no values there.
final class FolderDataset implements Dataset {

    private final ReadClock clock = new ReadClock();
    private final Path folder;
    private final List<Dataset> parts;
    private final List<List<Value>> keyValues;
    private final List<Field> columns = new ArrayList<>();
    private final Oddities oddities = new Oddities();
    private final int fileColumns;
    private final long[] firsts;

    /// @param keys   names of Hive keys
    /// @param values of each part, the value of each key
    FolderDataset(Path folder, List<Dataset> parts, List<Field> keys, List<List<Value>> values, Cancel cancel)
            throws IOException {
        this.folder = folder;
        this.parts = parts;
        this.keyValues = values;
        Map<String, Field> byName = new LinkedHashMap<>();
        for (Dataset part : parts) {
            part.columns().forEach(column -> byName.merge(column.name(), column, this::joint));
        }
        keys.forEach(key -> byName.remove(key.name()));
        columns.addAll(byName.values());
        fileColumns = columns.size();
        columns.addAll(keys);
        firsts = new long[parts.size() + 1];
        for (int i = 0; i < parts.size(); i++) {
            firsts[i + 1] = firsts[i] + parts.get(i).countRows(cancel);
        }
    }

    private Field joint(Field one, Field other) {
        FieldType type = JointType.of(one.type(), other.type());
        if (type.equals(JointType.MIXED)) {
            oddities.add("type:" + one.name(), -1, () -> Texts.get("dataset.folder.types", folder, one.name(),
                    one.type().label(), other.type().label()));
        }
        return type.equals(one.type()) ? one : Field.of(one.name(), type);
    }

    private int partOf(long row) {
        int at = Arrays.binarySearch(firsts, row);
        int part = at >= 0 ? at : -at - 2;
        while (part + 1 < firsts.length - 1 && firsts[part + 1] <= row) {
            part++;
        }
        return part;
    }

    /// The place of a column in a part, -1 where it is not there.
    private int place(int part, int column) {
        String name = columns.get(column).name();
        List<Field> own = parts.get(part).columns();
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Path file() {
        return folder;
    }

    @Override
    public String format() {
        return parts.getFirst().format();
    }

    @Override
    public List<Field> columns() {
        return columns;
    }

    @Override
    public RowCount rowCount() {
        return RowCount.whole(firsts[parts.size()]);
    }

    @Override
    public long countRows(Cancel cancel) {
        return firsts[parts.size()];
    }

    @Override
    public Layout layout() {
        return parts.getFirst().layout();
    }

    @Override
    public Rows rows(long first, int count, int[] wanted, Cancel cancel) throws IOException {
        long from = Math.min(Math.max(0, first), firsts[parts.size()]);
        long[] rows = new long[(int) Math.min(count, firsts[parts.size()] - from)];
        Arrays.setAll(rows, i -> from + i);
        return new Rows(from, wanted, pick(rows, wanted, cancel).cells());
    }

    @Override
    public Rows pick(long[] rows, int[] wanted, Cancel cancel) throws IOException {
        try (ReadClock.Reader _ = clock.begin()) {
            return new Rows(rows.length == 0 ? 0 : rows[0], wanted, read(rows, wanted, cancel));
        }
    }

    private List<List<Value>> read(long[] rows, int[] wanted, Cancel cancel) throws IOException {
        List<List<Value>> cells = new ArrayList<>(java.util.Collections.nCopies(rows.length, List.of()));
        Map<Integer, List<Integer>> byPart = new LinkedHashMap<>();
        for (int i = 0; i < rows.length; i++) {
            byPart.computeIfAbsent(partOf(rows[i]), any -> new ArrayList<>()).add(i);
        }
        for (Map.Entry<Integer, List<Integer>> entry : byPart.entrySet()) {
            int part = entry.getKey();
            long[] own = entry.getValue().stream().mapToLong(i -> rows[i] - firsts[part]).toArray();
            int[] there = Arrays.stream(wanted).filter(c -> c < fileColumns).map(c -> place(part, c))
                    .filter(c -> c >= 0).toArray();
            Rows read = parts.get(part).pick(own, there, cancel);
            for (int i = 0; i < own.length; i++) {
                cells.set(entry.getValue().get(i), row(part, wanted, read.cells().get(i)));
            }
        }
        return cells;
    }

    private List<Value> row(int part, int[] wanted, List<Value> read) {
        Value[] row = new Value[wanted.length];
        int next = 0;
        for (int i = 0; i < wanted.length; i++) {
            int place = wanted[i] < fileColumns ? place(part, wanted[i]) : -1;
            row[i] = wanted[i] >= fileColumns ? keyValues.get(part).get(wanted[i] - fileColumns)
                    : place < 0 ? Value.Nothing.ABSENT
                    : retyped(part, place, wanted[i]) ? JointType.cast(columns.get(wanted[i]).type(), read.get(next++))
                    : read.get(next++);
        }
        return Arrays.asList(row);
    }

    @Override
    public List<RowRange> parts(Cancel cancel) throws IOException {
        List<RowRange> ranges = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            for (RowRange range : parts.get(i).parts(cancel)) {
                ranges.add(new RowRange(range.first() + firsts[i], range.count()));
            }
        }
        return ranges;
    }

    @Override
    public void scan(RowRange range, List<Leaf> leaves, BatchSink sink, Cancel cancel) throws IOException {
        try (ReadClock.Reader _ = clock.begin()) {
            for (int part = 0; part < parts.size(); part++) {
                long from = Math.max(range.first(), firsts[part]);
                long end = Math.min(range.end(), firsts[part + 1]);
                if (from < end) {
                    part(part, new RowRange(from - firsts[part], end - from), leaves, sink, cancel);
                }
            }
        }
    }

    private void part(int part, RowRange range, List<Leaf> leaves, BatchSink sink, Cancel cancel) throws IOException {
        List<Leaf> own = new ArrayList<>();
        int[] from = new int[leaves.size()];
        for (int i = 0; i < from.length; i++) {
            Leaf leaf = leaves.get(i);
            int place = leaf.column() < fileColumns ? place(part, leaf.column()) : -1;
            from[i] = place < 0 ? -1 : own.size();
            if (place >= 0) {
                own.add(retyped(part, place, leaf.column()) ? Leaf.whole(parts.get(part).columns(), place)
                        : new Leaf(place, leaf.path(), leaf.steps(), leaf.type(), leaf.shape()));
            }
        }
        if (own.isEmpty()) {
            for (long row = 0; row < range.count(); row += 4096) {
                cancel.check();
                int rows = (int) Math.min(4096, range.count() - row);
                emit(part, new Batch(range.first() + row, rows, List.of()), leaves, from, sink);
            }
            return;
        }
        parts.get(part).scan(range, own, batch -> emit(part, batch, leaves, from, sink), cancel);
    }

    private void emit(int part, Batch batch, List<Leaf> leaves, int[] from, BatchSink sink) throws IOException {
        List<Vector> vectors = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            int column = leaves.get(i).column();
            Value value = column >= fileColumns ? keyValues.get(part).get(column - fileColumns)
                    : Value.Nothing.ABSENT;
            vectors.add(from[i] < 0 ? constant(leaves.get(i), value, batch.rows())
                    : retyped(part, place(part, column), column)
                    ? cast(leaves.get(i), batch.vectors().get(from[i]), part) : batch.vectors().get(from[i]));
        }
        sink.batch(new Batch(batch.firstRow() + firsts[part], batch.rows(), vectors));
    }

    /// Whether a part has a column in a type of its own.
    private boolean retyped(int part, int place, int column) {
        return !parts.get(part).columns().get(place).type().equals(columns.get(column).type());
    }

    private Vector cast(Leaf leaf, Vector whole, int part) {
        FieldType own = parts.get(part).columns().get(place(part, leaf.column())).type();
        FieldType joint = columns.get(leaf.column()).type();
        List<Value> values = new ArrayList<>(whole.size());
        for (int i = 0; i < whole.size(); i++) {
            values.add(JointType.cast(joint, whole.value(i, own)));
        }
        return ValueVectors.of(leaf, values);
    }

    private static Vector constant(Leaf leaf, Value value, int rows) {
        if (leaf.shape() == Leaf.Shape.REPEATED) {
            return ValueVectors.of(leaf, java.util.Collections.nCopies(rows, value));
        }
        if (value instanceof Value.Whole whole) {
            long[] longs = new long[rows];
            Arrays.fill(longs, whole.value());
            return new Vector.Longs(longs, rows, null);
        }
        Value[] values = new Value[rows];
        Arrays.fill(values, value);
        return new Vector.Values(values, rows);
    }

    @Override
    public Reading reading() {
        List<Reading> all = parts.stream().map(Dataset::reading).toList();
        return new Reading(all.stream().mapToLong(Reading::bytesRead).sum(),
                all.stream().mapToLong(Reading::fileBytes).sum(),
                all.stream().mapToInt(Reading::columnsRead).max().orElse(0), columns.size(), clock.nanos());
    }

    @Override
    public List<FileStamp> stamps() {
        return parts.stream().flatMap(part -> part.stamps().stream()).toList();
    }

    @Override
    public List<Oddity> oddities() {
        return java.util.stream.Stream.concat(oddities.list().stream(),
                parts.stream().flatMap(part -> part.oddities().stream())).toList();
    }

    @Override
    public FileFacts facts(Cancel cancel) throws IOException {
        List<FileFacts.RowGroup> groups = new ArrayList<>();
        Map<String, Long> bytes = new LinkedHashMap<>();
        String integrity = "";
        for (int i = 0; i < parts.size(); i++) {
            FileFacts facts = parts.get(i).facts(cancel);
            for (FileFacts.RowGroup group : facts.rowGroups()) {
                groups.add(new FileFacts.RowGroup(group.firstRow() + firsts[i], group.rows(), group.bytes(),
                        group.chunks()));
            }
            facts.bytes().forEach((path, size) -> bytes.merge(path, size, Long::sum));
            integrity = facts.integrity();
        }
        return new FileFacts(List.of(new FileFacts.Fact("files", Integer.toString(parts.size())),
                new FileFacts.Fact("fileBytes", Long.toString(reading().fileBytes()))), groups, Map.of(), Map.of(),
                bytes, integrity);
    }

    @Override
    public KnownFacts known(Leaf leaf) {
        return KnownFacts.NONE;
    }

    @Override
    public void onChange(Runnable listener) {
        parts.forEach(part -> part.onChange(listener));
    }

    @Override
    public void close() {
        parts.forEach(Dataset::close);
    }
}
