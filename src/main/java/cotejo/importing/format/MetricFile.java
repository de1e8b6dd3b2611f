package cotejo.importing.format;

import cotejo.codec.ByteLines;
import cotejo.importing.RunWriter;
import cotejo.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads one metric file of a run, from its start or from where an earlier import stopped.
final class MetricFile {

    /// No line MLflow writes comes near; a longer one is counted as unreadable without being kept.
    static final int LONGEST_LINE = 1 << 14;

    private final FolderReading reading;
    private final Path path;
    private final String key;
    private final RunMarks.MetricMark old;
    private final boolean running;
    private final MetricLine line = new MetricLine();
    private long lines;
    private long badLines;
    private long firstBad;
    private long end;
    private boolean open;

    private MetricFile(FolderReading reading, Path path, String key, RunMarks.MetricMark old, boolean running) {
        this.reading = reading;
        this.path = path;
        this.key = key;
        this.old = old;
        this.running = running;
        this.lines = old.lines();
        this.end = old.offset();
    }

    /// Writes the points from the old mark on; what cannot be read is told.
    ///
    /// @param running whether the run still writes: then a last line without an end is left for the next time
    /// @return where the next import goes on
    static RunMarks.MetricMark read(FolderReading reading, FileListing.Entry file, String key,
            RunMarks.@Nullable MetricMark before, boolean running, RunWriter writer) {
        RunMarks.MetricMark old = before == null ? RunMarks.MetricMark.NEW : before;
        MetricFile metric = new MetricFile(reading, file.path(), key, old, running);
        RunMarks.MetricMark mark;
        try {
            mark = metric.points(file, writer);
        } catch (IOException e) {
            reading.unreadable(file.path(), e);
            mark = RunMarks.MetricMark.FAILED;
        }
        if (metric.badLines > 0) {
            reading.problem(file.path(), metric.firstBad, "mlflowfolder.metric.badLines", metric.badLines);
        }
        return mark;
    }

    /// Whether the file still holds, before the mark, what it held then.
    static boolean continues(FolderReading reading, FileListing.Entry file, RunMarks.MetricMark mark) {
        if (mark.failed() || mark.open() || file.size() < mark.offset()) {
            return false;
        }
        int before = (int) Math.min(ByteLines.TRACE, mark.offset());
        try (ByteLines bytes = open(reading, file.path(), mark.offset() - before)) {
            return bytes.pass(before) && bytes.trace(mark.offset()) == mark.trace();
        } catch (IOException e) {
            return false;
        }
    }

    private static ByteLines open(FolderReading reading, Path path, long offset) throws IOException {
        InputStream in = reading.open(path);
        try {
            in.skipNBytes(offset);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
        return new ByteLines(in, offset, LONGEST_LINE);
    }

    private RunMarks.MetricMark points(FileListing.Entry file, RunWriter writer) throws IOException {
        PointFilter filter = new PointFilter(old.state(), this::earlier);
        int before = (int) Math.min(ByteLines.TRACE, old.offset());
        try (ByteLines bytes = open(reading, path, old.offset() - before)) {
            if (!bytes.pass(before)) {
                throw new IOException(Texts.get("trouble.shorter"));
            }
            while (bytes.next()) {
                if (!bytes.terminated() && !takesOpenLine(bytes)) {
                    break;
                }
                end = bytes.start();
                lines++;
                point(bytes, filter, writer);
                end = bytes.end();
            }
            int trace = bytes.trace(end);
            return new RunMarks.MetricMark(file.size(), file.time(), end, lines, open, filter.state(), trace);
        }
    }

    /// A last line without an end: more of it may come while the run writes. Else it counts when it is whole.
    private boolean takesOpenLine(ByteLines bytes) {
        if (bytes.tooLong()) {
            return true;
        }
        if (running) {
            return false;
        }
        open = line.read(bytes.bytes(), bytes.from(), bytes.to()) && (line.fields() > 2 || lines == 0);
        if (!open && !isEmpty(bytes)) {
            reading.problem(path, lines + 1, "mlflowfolder.metric.torn");
        }
        return open;
    }

    private void point(ByteLines bytes, PointFilter filter, RunWriter writer) throws IOException {
        if (!bytes.tooLong() && line.read(bytes.bytes(), bytes.from(), bytes.to())) {
            if (filter.isNew(line.step(), line.time(), line.value())) {
                writer.point(key, line.step(), line.time(), line.value());
            }
        } else if (bytes.tooLong() || !isEmpty(bytes)) {
            badLines++;
            if (badLines == 1) {
                firstBad = lines;
            }
        }
    }

    private static boolean isEmpty(ByteLines bytes) {
        for (int i = bytes.from(); i < bytes.to(); i++) {
            if (!MetricLine.isBlank(bytes.bytes()[i])) {
                return false;
            }
        }
        return true;
    }

    /// Reads the points before the current line again, for the filter.
    private void earlier(PointSet set) throws IOException {
        MetricLine other = new MetricLine();
        try (ByteLines bytes = open(reading, path, 0)) {
            while (bytes.next() && bytes.start() < end) {
                if (!bytes.tooLong() && other.read(bytes.bytes(), bytes.from(), bytes.to())) {
                    set.add(other.step(), other.time(), Double.doubleToLongBits(other.value()));
                }
            }
        }
    }
}
