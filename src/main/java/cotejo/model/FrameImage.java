package cotejo.model;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A [RunFrame] as bytes, column by column, as it lies in memory: reading it back takes a tenth of the time of putting
/// it together from the database. Every double comes back bit for bit.
///
/// The bytes mean nothing to another edition of the program: whoever keeps them keeps [#EDITION] with them.
public final class FrameImage {

    /// To be raised with every change of what a frame holds, or of how it is written here.
    public static final int EDITION = 1;

    /// Where the bytes go.
    public interface Out {
        void ints(int[] values) throws IOException;

        void longs(long[] values) throws IOException;

        void doubles(double[] values) throws IOException;

        void bytes(byte[] values) throws IOException;
    }

    private FrameImage() {
    }

    /// Writes a frame.
    ///
    /// @throws IOException when it cannot be written, or has a text that UTF-8 cannot hold
    public static void write(RunFrame frame, Out out) throws IOException {
        Run[] runs = new Run[frame.size()];
        Arrays.setAll(runs, frame::run);
        count(runs.length, out);
        longs(runs, Run::key, out);
        longs(runs, Run::sourceKey, out);
        longs(runs, Run::experimentKey, out);
        longs(runs, Run::start, out);
        longs(runs, Run::end, out);
        texts(all(runs, Run::id), out);
        texts(all(runs, Run::name), out);
        repeated(all(runs, run -> run.status().name()), out);
        repeated(all(runs, run -> run.lifecycle().name()), out);
        repeated(all(runs, Run::user), out);
        repeated(all(runs, Run::artifactUri), out);
        repeated(all(runs, run -> run.parentId() == null ? "" : "=" + run.parentId()), out);
        repeated(all(runs, run -> (run.starred() ? "s" : "") + (run.hidden() ? "h" : "")), out);
        datasets(frame, out);
        experiments(frame, out);
        textColumns(frame.paramKeys(), frame::param, out);
        textColumns(frame.tagKeys(), frame::tag, out);
        texts(List.copyOf(frame.metricKeys()), out);
        for (String key : frame.metricKeys()) {
            @Nullable MetricColumn column = frame.metric(key);
            if (column != null) {
                rows(column.index(), out);
                out.doubles(column.cells());
            }
        }
    }

    /// Reads a frame back; the buffer must be in the order of bytes that it was written in.
    ///
    /// @throws IOException when these are not the bytes of a frame
    public static RunFrame read(ByteBuffer in) throws IOException {
        try {
            int size = in.getInt();
            Run[] runs = runs(in, size);
            @SuppressWarnings({"unchecked", "rawtypes"})
            List<DatasetUse>[] datasets = new List[size];
            datasets(in, datasets);
            Map<Long, Experiment> experiments = experiments(in);
            SortedMap<String, TextColumn> params = textColumns(in, size);
            SortedMap<String, TextColumn> tags = textColumns(in, size);
            SortedMap<String, MetricColumn> metrics = new TreeMap<>(NaturalOrder.INSTANCE);
            for (String key : texts(in)) {
                int[] rows = rows(in, size);
                metrics.put(key, new MetricColumn(key, RowIndex.of(rows, size),
                        doubles(in, Math.multiplyExact(rows.length, MetricColumn.WIDTH))));
            }
            return new RunFrame(runs, datasets, params, tags, metrics, experiments);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | NegativeArraySizeException
                | IllegalArgumentException | ArithmeticException cut) {
            throw new IOException("not the image of a frame", cut);
        }
    }

    private static Run[] runs(ByteBuffer in, int size) {
        long[] keys = longs(in, size);
        long[] sources = longs(in, size);
        long[] experiments = longs(in, size);
        long[] starts = longs(in, size);
        long[] ends = longs(in, size);
        List<String> ids = texts(in);
        List<String> names = texts(in);
        IntFunction<RunStatus> status = repeated(in, size, RunStatus::valueOf);
        IntFunction<Lifecycle> lifecycle = repeated(in, size, Lifecycle::valueOf);
        IntFunction<String> users = repeated(in, size, Function.identity());
        IntFunction<String> uris = repeated(in, size, Function.identity());
        IntFunction<String> parents = repeated(in, size, Function.identity());
        IntFunction<String> marks = repeated(in, size, Function.identity());
        Run[] runs = new Run[size];
        for (int i = 0; i < size; i++) {
            String parent = parents.apply(i);
            runs[i] = new Run(keys[i], sources[i], experiments[i], ids.get(i), names.get(i), status.apply(i),
                    lifecycle.apply(i), starts[i], ends[i], users.apply(i), uris.apply(i),
                    parent.isEmpty() ? null : parent.substring(1), marks.apply(i).indexOf('s') >= 0,
                    marks.apply(i).indexOf('h') >= 0);
        }
        return runs;
    }

    private static void datasets(RunFrame frame, Out out) throws IOException {
        Map<DatasetRef, Integer> known = new LinkedHashMap<>();
        int[] counts = new int[frame.size()];
        List<Integer> numbers = new ArrayList<>();
        List<String> contexts = new ArrayList<>();
        for (int row = 0; row < counts.length; row++) {
            counts[row] = frame.datasets(row).size();
            for (DatasetUse use : frame.datasets(row)) {
                @Nullable Integer number = known.putIfAbsent(use.dataset(), known.size());
                numbers.add(number == null ? known.size() - 1 : number);
                contexts.add(use.context());
            }
        }
        List<String> refs = new ArrayList<>();
        for (DatasetRef ref : known.keySet()) {
            refs.addAll(List.of(ref.name(), ref.digest(), ref.sourceType(), ref.source(), ref.schema(),
                    ref.profile()));
        }
        out.ints(counts);
        texts(refs, out);
        count(numbers.size(), out);
        out.ints(numbers.stream().mapToInt(Integer::intValue).toArray());
        repeated(contexts, out);
    }

    private static void datasets(ByteBuffer in, List<DatasetUse>[] datasets) {
        int[] counts = ints(in, datasets.length);
        List<String> words = texts(in);
        List<DatasetRef> refs = new ArrayList<>();
        for (int i = 0; i < words.size(); i += 6) {
            refs.add(new DatasetRef(words.get(i), words.get(i + 1), words.get(i + 2), words.get(i + 3),
                    words.get(i + 4), words.get(i + 5)));
        }
        int uses = in.getInt();
        int[] numbers = ints(in, uses);
        IntFunction<String> contexts = repeated(in, uses, Function.identity());
        int at = 0;
        for (int row = 0; row < datasets.length; row++) {
            List<DatasetUse> of = new ArrayList<>();
            for (int left = counts[row]; left > 0; left--) {
                of.add(new DatasetUse(refs.get(numbers[at]), contexts.apply(at)));
                at++;
            }
            datasets[row] = List.copyOf(of);
        }
    }

    private static void experiments(RunFrame frame, Out out) throws IOException {
        count(frame.experiments().size(), out);
        for (Experiment experiment : frame.experiments().values()) {
            out.longs(new long[] {experiment.key(), experiment.sourceKey(), experiment.created(),
                    experiment.updated()});
            List<String> words = new ArrayList<>(List.of(experiment.id(), experiment.name(),
                    experiment.lifecycle().name(), experiment.artifactLocation()));
            experiment.tags().forEach((key, value) -> words.addAll(List.of(key, value)));
            texts(words, out);
        }
    }

    private static Map<Long, Experiment> experiments(ByteBuffer in) {
        Map<Long, Experiment> experiments = new HashMap<>();
        for (int left = in.getInt(); left > 0; left--) {
            long[] numbers = longs(in, 4);
            List<String> words = texts(in);
            Map<String, String> tags = new LinkedHashMap<>();
            for (int i = 4; i < words.size(); i += 2) {
                tags.put(words.get(i), words.get(i + 1));
            }
            experiments.put(numbers[0], new Experiment(numbers[0], numbers[1], words.get(0), words.get(1),
                    Lifecycle.valueOf(words.get(2)), words.get(3), numbers[2], numbers[3], Map.copyOf(tags)));
        }
        return Map.copyOf(experiments);
    }

    private static void textColumns(java.util.Set<String> keys, Function<String, @Nullable TextColumn> columns, Out out)
            throws IOException {
        texts(List.copyOf(keys), out);
        for (String key : keys) {
            @Nullable TextColumn column = columns.apply(key);
            if (column != null) {
                rows(column.index(), out);
                out.ints(column.codes());
                texts(column.values(), out);
            }
        }
    }

    private static SortedMap<String, TextColumn> textColumns(ByteBuffer in, int size) {
        SortedMap<String, TextColumn> columns = new TreeMap<>(NaturalOrder.INSTANCE);
        for (String key : texts(in)) {
            int[] rows = rows(in, size);
            int[] codes = ints(in, rows.length);
            List<String> values = texts(in);
            for (int code : codes) {
                java.util.Objects.checkIndex(code, values.size());
            }
            columns.put(key, new TextColumn(key, RowIndex.of(rows, size), codes, values));
        }
        return columns;
    }

    private static void rows(RowIndex index, Out out) throws IOException {
        int[] rows = new int[index.size()];
        Arrays.setAll(rows, index::row);
        count(rows.length, out);
        out.ints(rows);
    }

    private static int[] rows(ByteBuffer in, int size) {
        int[] rows = ints(in, in.getInt());
        int before = -1;
        for (int row : rows) {
            if (row <= before || row >= size) {
                throw new IndexOutOfBoundsException("row " + row);
            }
            before = row;
        }
        return rows;
    }

    private static void repeated(List<String> words, Out out) throws IOException {
        Map<String, Integer> known = new LinkedHashMap<>();
        int[] numbers = new int[words.size()];
        for (int i = 0; i < numbers.length; i++) {
            @Nullable Integer number = known.putIfAbsent(words.get(i), known.size());
            numbers[i] = number == null ? known.size() - 1 : number;
        }
        texts(List.copyOf(known.keySet()), out);
        out.ints(numbers);
    }

    private static <T> IntFunction<T> repeated(ByteBuffer in, int size, Function<String, T> read) {
        List<T> known = texts(in).stream().map(read).toList();
        int[] numbers = ints(in, size);
        return i -> known.get(numbers[i]);
    }

    private static void texts(List<String> words, Out out) throws IOException {
        int[] lengths = new int[words.size()];
        byte[][] encoded = new byte[lengths.length][];
        long total = 0;
        for (int i = 0; i < lengths.length; i++) {
            String word = words.get(i);
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            if (!new String(bytes, StandardCharsets.UTF_8).equals(word)) {
                throw new IOException("a text that is half of a character");
            }
            encoded[i] = bytes;
            lengths[i] = bytes.length;
            total += bytes.length;
        }
        if (total > Integer.MAX_VALUE) {
            throw new IOException("more text than an image holds");
        }
        count(lengths.length, out);
        out.ints(lengths);
        for (byte[] bytes : encoded) {
            out.bytes(bytes);
        }
    }

    private static List<String> texts(ByteBuffer in) {
        int[] lengths = ints(in, in.getInt());
        String[] words = new String[lengths.length];
        byte[] bytes = in.array();
        for (int i = 0; i < words.length; i++) {
            int at = in.arrayOffset() + in.position();
            in.position(in.position() + lengths[i]);
            words[i] = new String(bytes, at, lengths[i], StandardCharsets.UTF_8);
        }
        return List.of(words);
    }

    private static List<String> all(Run[] runs, Function<Run, String> text) {
        return Arrays.stream(runs).map(text).toList();
    }

    private static void longs(Run[] runs, java.util.function.ToLongFunction<Run> number, Out out) throws IOException {
        out.longs(Arrays.stream(runs).mapToLong(number).toArray());
    }

    private static void count(int count, Out out) throws IOException {
        out.ints(new int[] {count});
    }

    private static int[] ints(ByteBuffer in, int count) {
        int[] values = new int[enough(in, count, Integer.BYTES)];
        in.asIntBuffer().get(values);
        in.position(in.position() + count * Integer.BYTES);
        return values;
    }

    private static long[] longs(ByteBuffer in, int count) {
        long[] values = new long[enough(in, count, Long.BYTES)];
        in.asLongBuffer().get(values);
        in.position(in.position() + count * Long.BYTES);
        return values;
    }

    private static double[] doubles(ByteBuffer in, int count) {
        double[] values = new double[enough(in, count, Double.BYTES)];
        in.asDoubleBuffer().get(values);
        in.position(in.position() + count * Double.BYTES);
        return values;
    }

    /// The count, where so many are still there: a count out of damaged bytes must not take memory.
    private static int enough(ByteBuffer in, int count, int width) {
        if (count < 0 || (long) count * width > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return count;
    }
}
