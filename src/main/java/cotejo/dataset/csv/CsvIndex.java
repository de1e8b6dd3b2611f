package cotejo.dataset.csv;

import cotejo.dataset.Oddities;
import cotejo.dataset.Oddity;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Where records stand in a text: every so many records a place, found in the background while the first rows are
/// already shown. It also counts what is odd about the records' shape.
final class CsvIndex implements RecordScanner.Records {

    private static final int RECORDS = 1024;
    private static final int BYTES = 1 << 20;
    private static final int BUFFER = 1 << 20;
    /// A quoted field longer than this was never closed.
    private static final long LONGEST_FIELD = 64L << 20;

    private final Path file;
    private final TextBytes bytes;
    private final CsvDialect dialect;
    private final int columns;
    private final Oddities oddities;
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long[] offsets = new long[64];
    private long[] firsts = new long[64];
    private long[] lines = new long[64];
    private boolean[] raw = new boolean[64];
    private int blocks;
    private boolean nextIsRaw;
    private long records;
    /// How many of the records lie before [#seenTo], and can be read.
    private long readable;
    private long seenTo;
    private boolean complete;
    private @Nullable IOException failure;
    private volatile boolean closed;

    /// A stretch of records.
    ///
    /// @param line   the line of its first record, from 1
    /// @param quotes whether quotes have a meaning in it
    record Block(long from, long to, long firstRecord, long line, CsvRecords.Quotes quotes) {
    }

    CsvIndex(Path file, TextBytes bytes, CsvDialect dialect, int columns, Oddities oddities) {
        this.file = file;
        this.bytes = bytes;
        this.dialect = dialect;
        this.columns = columns;
        this.oddities = oddities;
    }

    /// Begins in the background.
    ///
    /// @param from where the text begins, behind a byte order mark
    void start(long from) {
        Thread.ofPlatform().daemon().name("cotejo-line-index").start(Texts.carry(() -> run(from)));
    }

    private void run(long from) {
        try {
            RecordScanner scanner = new RecordScanner(dialect, from, this);
            byte[] buffer = new byte[BUFFER];
            long at = from;
            long told = System.nanoTime();
            while (!closed) {
                int got = bytes.read(at, buffer, 0, buffer.length);
                boolean endless = scanner.insideQuotes() && (got < 0 || at - scanner.openRecord() > LONGEST_FIELD);
                if (endless) {
                    long record = scanner.openRecord();
                    unclosed(scanner.openLine());
                    scanner.restart(record, scanner.openLine());
                    at = record;
                    continue;
                }
                if (got < 0) {
                    break;
                }
                at += scanner.scan(buffer, got, at);
                seen(scanner.openRecord());
                if (System.nanoTime() - told > 100_000_000L) {
                    told = System.nanoTime();
                    listeners.forEach(Runnable::run);
                }
            }
            scanner.finish();
            end(at, null);
        } catch (IOException failed) {
            end(seenTo, failed);
        } catch (RuntimeException | OutOfMemoryError failed) {
            end(seenTo, new IOException(failed.toString(), failed));
        }
        listeners.forEach(Runnable::run);
    }

    private synchronized void seen(long to) {
        seenTo = to;
        readable = records;
        notifyAll();
    }

    private synchronized void end(long to, @Nullable IOException why) {
        seenTo = to;
        readable = records;
        failure = why;
        complete = true;
        notifyAll();
    }

    private synchronized void unclosed(long line) {
        nextIsRaw = true;
        oddities.add("quote", place(line, records),
                () -> Texts.get("dataset.csv.unclosed", file, Long.toString(line)));
    }

    @Override
    public synchronized void record(long start, long line, int fields) {
        boolean first = blocks == 0;
        if (first || nextIsRaw || raw[blocks - 1] || records - firsts[blocks - 1] >= RECORDS
                || start - offsets[blocks - 1] >= BYTES) {
            block(start, line);
        }
        records++;
        if (fields != columns) {
            oddities.add(fields < columns ? "short" : "long", place(line, records - 1), () -> Texts.get(fields < columns
                    ? "dataset.csv.short" : "dataset.csv.long", file, Long.toString(line), fields, columns));
        }
    }

    private void block(long start, long line) {
        if (blocks == offsets.length) {
            offsets = Arrays.copyOf(offsets, blocks * 2);
            firsts = Arrays.copyOf(firsts, blocks * 2);
            lines = Arrays.copyOf(lines, blocks * 2);
            raw = Arrays.copyOf(raw, blocks * 2);
        }
        offsets[blocks] = start;
        firsts[blocks] = records;
        lines[blocks] = line;
        raw[blocks++] = nextIsRaw;
        nextIsRaw = false;
    }

    @Override
    public void comment(long line) {
        oddities.add("comment", place(line, records),
                () -> Texts.get("dataset.csv.comment", file, Long.toString(line)));
    }

    @Override
    public void behindQuote(long line) {
        oddities.add("behind", place(line, records),
                () -> Texts.get("dataset.csv.behind", file, Long.toString(line)));
    }

    private Oddity.Place place(long line, long record) {
        return new Oddity.Place(line, record - (dialect.header() == CsvDialect.Header.PRESENT ? 1 : 0));
    }

    /// Records found so far.
    synchronized long records() {
        return records;
    }

    synchronized boolean complete() {
        return complete;
    }

    /// Waits until a record can be read through [#block], or all of them can.
    ///
    /// @return the number of records that can be read
    long await(long record, Cancel cancel) throws IOException {
        synchronized (this) {
            while (readable <= record && !complete) {
                cancel.check();
                if (closed) {
                    throw new CancelledException();
                }
                try {
                    wait(20);
                } catch (InterruptedException woken) {
                    throw new IOException(woken);
                }
            }
            if (failure != null && readable <= record) {
                throw failure;
            }
            return readable;
        }
    }

    /// The block a record is in; it reaches to the next one that is known.
    synchronized Block block(long record) {
        int at = Arrays.binarySearch(firsts, 0, blocks, record);
        int block = Math.max(0, at >= 0 ? at : -at - 2);
        if (blocks == 0) {
            return new Block(0, 0, 0, 1, CsvRecords.Quotes.COUNT);
        }
        long to = block + 1 < blocks ? offsets[block + 1] : complete ? Long.MAX_VALUE : seenTo;
        return new Block(offsets[block], to, firsts[block], lines[block],
                raw[block] ? CsvRecords.Quotes.ARE_TEXT : CsvRecords.Quotes.COUNT);
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void close() {
        closed = true;
    }
}
