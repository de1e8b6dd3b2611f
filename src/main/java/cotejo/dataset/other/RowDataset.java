package cotejo.dataset.other;

import cotejo.dataset.Batch;
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
import cotejo.dataset.ValueVectors;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A dataset over rows that come in order: rows are counted in the background, and places to begin at are kept.
final class RowDataset implements Dataset {

    private static final int APART = 1024;
    private static final int BATCH = 1024;
    private static final int PART = 64 << 10;

    private final FileStamp stamp;
    private final ReadClock clock = new ReadClock();
    private final Path file;
    private final RowFormat format;
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long[] places = {-1};
    private long[] rows = {0};
    private int known = 1;
    private long counted;
    private boolean complete;
    private @Nullable IOException failure;
    private volatile boolean closed;

    RowDataset(Path file, RowFormat format) {
        this.stamp = FileStamp.of(file);
        this.file = file;
        this.format = format;
        Thread.ofVirtual().name("cotejo-row-count").start(Texts.carry(this::count));
    }

    private void count() {
        long row = 0;
        try (RowFormat.Cursor cursor = format.open(-1)) {
            long kept = 0;
            while (!closed) {
                long place = cursor.place();
                if (place >= 0 && row - kept >= APART) {
                    kept = row;
                    keep(place, row);
                }
                if (cursor.next() == null) {
                    break;
                }
                row++;
                if ((row & 0x3ff) == 0) {
                    seen(row);
                }
            }
            end(row, null);
        } catch (IOException failed) {
            end(row, failed);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError failed) {
            end(row, new UnreadableData(Texts.get("dataset.other.broken", file, failed.toString()), failed));
        }
        listeners.forEach(Runnable::run);
    }

    private synchronized void keep(long place, long row) {
        if (known == places.length) {
            places = Arrays.copyOf(places, known * 2);
            rows = Arrays.copyOf(rows, known * 2);
        }
        places[known] = place;
        rows[known++] = row;
    }

    private synchronized void seen(long row) {
        counted = row;
        notifyAll();
    }

    private synchronized void end(long row, @Nullable IOException why) {
        counted = row;
        failure = why;
        complete = true;
        if (why != null) {
            String sentence = String.valueOf(why.getMessage());
            format.oddities().add("broken", row, () -> sentence);
        }
        notifyAll();
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public String format() {
        return format.id();
    }

    @Override
    public List<Field> columns() {
        return format.columns();
    }

    @Override
    public synchronized RowCount rowCount() {
        return new RowCount(counted, complete ? RowCount.State.WHOLE : RowCount.State.COUNTING);
    }

    @Override
    public synchronized long countRows(Cancel cancel) throws IOException {
        while (!complete) {
            cancel.check();
            try {
                wait(20);
            } catch (InterruptedException woken) {
                throw new IOException(woken);
            }
        }
        if (failure != null && counted == 0) {
            throw failure;
        }
        return counted;
    }

    private interface RowSink {
        void row(List<Value> row, long number) throws IOException;
    }

    private void walk(long first, long count, Cancel cancel, RowSink sink) throws IOException {
        try (ReadClock.Reader _ = clock.begin()) {
            read(first, count, cancel, sink);
        }
    }

    private void read(long first, long count, Cancel cancel, RowSink sink) throws IOException {
        long place;
        long row;
        synchronized (this) {
            int at = Arrays.binarySearch(rows, 0, known, first);
            int from = at >= 0 ? at : -at - 2;
            place = places[from];
            row = rows[from];
        }
        long end = count > Long.MAX_VALUE - first ? Long.MAX_VALUE : first + count;
        try (RowFormat.Cursor cursor = format.open(place)) {
            while (row < end) {
                if ((row & 0xff) == 0) {
                    cancel.check();
                }
                List<Value> next = cursor.next();
                if (next == null) {
                    return;
                }
                if (row >= first) {
                    sink.row(next, row);
                }
                row++;
            }
        } catch (UnreadableData said) {
            if (row == first) {
                throw said;
            }
        }
    }

    @Override
    public Rows rows(long first, int count, int[] columns, Cancel cancel) throws IOException {
        List<List<Value>> cells = new ArrayList<>();
        walk(Math.max(0, first), count, cancel, (row, number) -> cells.add(Arrays.stream(columns)
                .mapToObj(row::get).toList()));
        return new Rows(Math.max(0, first), columns, cells);
    }

    @Override
    public Rows pick(long[] wanted, int[] columns, Cancel cancel) throws IOException {
        List<List<Value>> cells = new ArrayList<>();
        long[] sorted = Arrays.stream(wanted).distinct().sorted().toArray();
        java.util.Map<Long, List<Value>> found = new java.util.HashMap<>();
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] - sorted[from] < 512) {
                to++;
            }
            long first = sorted[from];
            Rows some = rows(first, (int) (sorted[to - 1] - first) + 1, columns, cancel);
            for (int i = from; i < to && sorted[i] - first < some.count(); i++) {
                found.put(sorted[i], some.cells().get((int) (sorted[i] - first)));
            }
            from = to;
        }
        for (long row : wanted) {
            cells.add(found.getOrDefault(row, List.of()));
        }
        return new Rows(wanted.length == 0 ? 0 : wanted[0], columns, cells);
    }

    @Override
    public List<RowRange> parts(Cancel cancel) throws IOException {
        long all = countRows(cancel);
        List<RowRange> parts = new ArrayList<>();
        for (long row = 0; row < all; row += PART) {
            parts.add(new RowRange(row, Math.min(PART, all - row)));
        }
        return parts;
    }

    @Override
    public void scan(RowRange range, List<Leaf> leaves, BatchSink sink, Cancel cancel) throws IOException {
        List<List<Value>> some = new ArrayList<>();
        long[] first = {range.first()};
        walk(range.first(), range.count(), cancel, (row, number) -> {
            some.add(row);
            if (some.size() == BATCH) {
                sink.batch(new Batch(first[0], BATCH, ValueVectors.of(some, leaves)));
                first[0] += BATCH;
                some.clear();
            }
        });
        if (!some.isEmpty()) {
            sink.batch(new Batch(first[0], some.size(), ValueVectors.of(some, leaves)));
        }
    }

    @Override
    public Reading reading() {
        int all = columns().size();
        return new Reading(format.bytesRead(), format.fileBytes(), format.bytesRead() > 0 ? all : 0, all,
                clock.nanos());
    }

    @Override
    public List<FileStamp> stamps() {
        return List.of(stamp);
    }

    @Override
    public List<Oddity> oddities() {
        return format.oddities().list();
    }

    @Override
    public FileFacts facts(Cancel cancel) {
        return new FileFacts(format.facts(), List.of(), format.keyValues(), Map.of(), Map.of(), "");
    }

    @Override
    public KnownFacts known(Leaf leaf) {
        return KnownFacts.NONE;
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        closed = true;
        format.close();
    }
}
