package cotejo.dataset.view;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Leaf;
import cotejo.dataset.RowRange;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.Value;
import cotejo.dataset.Vector;
import cotejo.dataset.parquet.ParquetOut;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Writes rows of a dataset as Parquet. A column in which some values are of another kind than its type becomes text as
/// a whole, so that nothing is lost.
public final class Conversion {

    /// Cells of a sample: of wide tables fewer rows are tried.
    private static final int CELLS = 1 << 20;
    private static final int SAMPLE = 50_000;

    private Conversion() {
    }

    /// What came of it.
    ///
    /// @param texts names of columns that became text because of values of another kind
    public record Converted(long rows, long bytesBefore, long bytesAfter, List<String> texts) {
    }

    /// Writes the rows of a view.
    ///
    /// @param columns which columns, in the order they are written in
    /// @param out     the file; it stands there only once it is whole
    public static Converted toParquet(Dataset dataset, DataView view, int[] columns, Path out, Progress progress,
            Cancel cancel) throws IOException {
        dataset.countRows(cancel);
        List<Field> fields = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int column : columns) {
            Field field = dataset.columns().get(column);
            boolean mixed = field.type() instanceof FieldType.Anything any && any.kind().equals("mixed");
            fields.add(mixed ? Field.of(field.name(), FieldType.text()) : field);
            if (mixed) {
                texts.add(field.name());
            }
        }
        room(dataset, fields, view.rows());
        if (fields.isEmpty()) {
            throw new UnreadableData(Texts.get("dataset.convert.none", dataset.file()));
        }
        distinct(fields);
        while (true) {
            int misfit = write(dataset, view, columns, fields, out, progress, cancel);
            if (misfit < 0) {
                return new Converted(view.rows(), dataset.reading().fileBytes(), Files.size(out), texts);
            }
            texts.add(fields.get(misfit).name());
            fields.set(misfit, Field.of(fields.get(misfit).name(), FieldType.text()));
        }
    }

    /// Columns of one name get a number: Parquet has each name once.
    private static void distinct(List<Field> fields) {
        Set<String> taken = new HashSet<>();
        fields.forEach(field -> taken.add(field.name()));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            String name = field.name();
            for (int number = 2; !seen.add(name); number++) {
                String next = field.name() + " (" + number + ")";
                name = taken.contains(next) ? name : next;
            }
            fields.set(i, name.equals(field.name()) ? field : Field.of(name, field.type()));
        }
    }

    /// Refuses a table too wide for the memory there is, before anything is written.
    private static void room(Dataset dataset, List<Field> fields, long rows) throws UnreadableData {
        long most = Runtime.getRuntime().maxMemory();
        long needed = ParquetOut.memory(fields, rows);
        if (needed > most / 4 * 3) {
            throw new UnreadableData(Texts.get("dataset.convert.wide", dataset.file(), fields.size(), rows,
                    Figures.bytes(needed), Figures.bytes(most)));
        }
    }

    /// @return -1 when all was written, else the place of a column whose type does not hold all its values
    private static int write(Dataset dataset, DataView view, int[] columns, List<Field> fields, Path out,
            Progress progress, Cancel cancel) throws IOException {
        List<FieldType> types = IntStream.of(columns).mapToObj(column -> dataset.columns().get(column).type()).toList();
        long rows = view.rows();
        try (ParquetOut file = ParquetOut.to(out, fields, Map.of())) {
            view.each(0, rows, columns, (vectors, places, count) -> {
                for (int i = 0; i < columns.length; i++) {
                    if (misfits(vectors.get(i), places, count, fields.get(i).type())) {
                        throw new Misfit(i);
                    }
                }
                file.rows(vectors, types, places, count);
                progress.report(Texts.get("dataset.convert.rows"), file.rows(), rows);
            }, cancel);
            file.finish();
            return -1;
        } catch (Misfit misfit) {
            return misfit.column;
        }
    }

    /// Only values one by one can be of another kind than their column.
    private static boolean misfits(Vector vector, int[] places, int count, FieldType type) throws UnreadableData {
        if (vector instanceof Vector.Values values) {
            for (int i = 0; i < count; i++) {
                Value value = values.values()[places[i]];
                if (value instanceof Value.Unreadable unreadable) {
                    throw new UnreadableData(unreadable.why());
                }
                if (!value.isNull() && !ParquetOut.holds(type, value)) {
                    return true;
                }
            }
        }
        return vector instanceof Vector.Coded coded && coded.dictionary() instanceof Vector.Values all
                && misfits(all, IntStream.range(0, all.size()).toArray(), all.size(), type);
    }

    /// A column does not hold all its values.
    private static final class Misfit extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int column;

        Misfit(int column) {
            super(null, null, false, false);
            this.column = column;
        }
    }

    /// What converting a file would be worth, by its first rows.
    ///
    /// @param sample       rows that were converted to find out; all figures are of the whole file
    /// @param microsBefore how long one column takes to read now
    /// @param microsAfter  how long it would take then
    public record Worth(long sample, long bytesBefore, long bytesAfter, long microsBefore, long microsAfter) {
    }

    /// Converts the first rows of a file, to a temporary file that is gone afterwards, and measures.
    public static Worth worth(Dataset dataset, Cancel cancel) throws IOException {
        long rows = dataset.countRows(cancel);
        long sample = Math.min(rows, Math.clamp(CELLS / Math.max(1, dataset.columns().size()), 64, SAMPLE));
        int[] columns = IntStream.range(0, dataset.columns().size()).toArray();
        DataView first = DataView.all(dataset).first(sample);
        Path folder = Files.createTempDirectory("cotejo-");
        Path out = folder.resolve("sample.parquet");
        try {
            Converted converted = toParquet(dataset, first, columns, out, Progress.NONE, cancel);
            double times = sample == 0 ? 1 : rows / (double) sample;
            long before = nanosToRead(dataset, 0, new RowRange(0, sample), cancel);
            try (Dataset written = Datasets.open(out, cancel)) {
                long after = nanosToRead(written, 0, new RowRange(0, sample), cancel);
                return new Worth(sample, dataset.reading().fileBytes(), (long) (converted.bytesAfter() * times),
                        (long) (before * times) / 1000, (long) (after * times) / 1000);
            }
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(folder);
        }
    }

    /// The better of two times.
    private static long nanosToRead(Dataset dataset, int column, RowRange range, Cancel cancel) throws IOException {
        List<Leaf> leaves = Leaf.of(dataset.columns()).stream().filter(leaf -> leaf.column() == column).limit(1)
                .toList();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 2; i++) {
            long began = System.nanoTime();
            dataset.scan(range, leaves, batch -> { }, cancel);
            best = Math.min(best, System.nanoTime() - began);
        }
        return best;
    }

    /// How long it takes to read one column once, in milliseconds.
    public static long millisToRead(Dataset dataset, int column, Cancel cancel) throws IOException {
        List<Leaf> leaves = Leaf.of(dataset.columns()).stream().filter(leaf -> leaf.column() == column).limit(1)
                .toList();
        List<RowRange> parts = dataset.parts(cancel);
        long began = System.nanoTime();
        for (RowRange part : parts) {
            dataset.scan(part, leaves, batch -> { }, cancel);
        }
        return (System.nanoTime() - began) / 1_000_000;
    }
}
