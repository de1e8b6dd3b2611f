package cotejo.store;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A run being written: takes its points, packs them as they come, and keeps the summary of each series.
public final class RunDraft {

    /// A full segment: about 70 kB of noisy values. Longer ones read no quicker, shorter ones cost more heads.
    private static final int SEGMENT = 8192;
    /// Points held in memory over all series of the run before the longer ones are written out.
    private static final int HELD = 1 << 20;

    private static final class Series {
        final int key;
        final SeriesHeader header;
        final Points held = new Points(64);

        Series(int key, SeriesHeader header) {
            this.key = key;
            this.header = header;
        }
    }

    private final ImportWriter writer;
    private final long runKey;
    private final PackedFacts facts;
    private final Map<String, Series> series = new HashMap<>();
    private final PointParts.Writer part = new PointParts.Writer();
    private int held;
    private @Nullable Series current;
    private String currentName = "";

    RunDraft(ImportWriter writer, long runKey, PackedFacts facts) {
        this.writer = writer;
        this.runKey = runKey;
        this.facts = facts;
    }

    long runKey() {
        return runKey;
    }

    PackedFacts facts() {
        return facts;
    }

    /// Adds a point with a whole step; time in epoch milliseconds.
    public void point(String metric, long step, long time, double value) {
        Series s = series(metric);
        s.header.add((double) step, time, value);
        s.held.add(step, time, value);
        added(s);
    }

    /// Adds a point with a fractional step; time in epoch milliseconds.
    public void pointAt(String metric, double step, long time, double value) {
        Series s = series(metric);
        s.header.add(step, time, value);
        s.held.addFractional(step, time, value);
        added(s);
    }

    /// Takes up the stored end of a series again, whose points are already in its header.
    void resume(int key, Points points) {
        String name = writer.keyName(key);
        Series s = series(name);
        s.held.append(points);
        held += points.size();
    }

    private Series series(String metric) {
        if (current != null && metric.equals(currentName)) {
            return current;
        }
        Series s = series.computeIfAbsent(metric, name -> {
            int key = writer.keyId(name);
            return new Series(key, facts.metrics.computeIfAbsent(key, k -> new SeriesHeader()));
        });
        current = s;
        currentName = metric;
        return s;
    }

    private void added(Series s) {
        held++;
        if (s.held.size() >= SEGMENT) {
            write(s);
            endPart();
        } else if (held > HELD) {
            flush(64);
            flush(1);
        }
    }

    private void flush(int atLeast) {
        if (held <= HELD / 2 && atLeast == 1) {
            return;
        }
        for (Series s : series.values()) {
            if (s.held.size() >= atLeast) {
                write(s);
                if (part.size() > Slots.PART - (1 << 17)) {
                    endPart();
                }
            }
        }
        endPart();
    }

    private void write(Series s) {
        s.header.liesIn(facts.nextPart);
        part.add(s.key, s.held);
        held -= s.held.size();
        s.held.clear();
    }

    private void endPart() {
        if (part.size() > 0) {
            writer.putPoints(runKey, facts.nextPart, part.finish());
            facts.nextPart++;
        }
    }

    /// Ends the run: its short ends go into parts that are rewritten should it grow.
    ///
    /// @param remember what the importer wants to find again next time
    public RunTally done(byte[] remember) {
        facts.tailPart = facts.nextPart;
        for (Series s : series.values()) {
            if (s.held.size() > 0) {
                write(s);
                if (part.size() > Slots.PART - (1 << 17)) {
                    endPart();
                }
            }
        }
        endPart();
        return writer.putRun(this, remember);
    }
}
