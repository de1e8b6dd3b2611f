package cotejo.chart.plot;

import cotejo.chart.RunColors;
import cotejo.model.RunFrame;
import cotejo.query.ColumnRef;
import cotejo.query.SeriesAt;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The runs of a chart, numbered from 0 in the order they were given. Immutable.
final class PlotRuns {

    private final RunFrame frame;
    private final int[] rows;
    private final SeriesAt series;
    private final ZoneId zone;
    private final Map<Long, Integer> numbers;

    PlotRuns(RunFrame frame, int[] rows, SeriesAt series, ZoneId zone) {
        this.frame = frame;
        this.rows = rows.clone();
        this.series = series;
        this.zone = zone;
        this.numbers = HashMap.newHashMap(rows.length);
        for (int run = 0; run < rows.length; run++) {
            numbers.put(frame.run(rows[run]).key(), run);
        }
    }

    int size() {
        return rows.length;
    }

    RunFrame frame() {
        return frame;
    }

    int row(int run) {
        return rows[run];
    }

    PlotColumn column(ColumnRef ref) {
        return PlotColumn.of(ref, frame, rows, series, zone);
    }

    long key(int run) {
        return frame.run(rows[run]).key();
    }

    /// The number of a run by its key, or -1.
    int number(long key) {
        return numbers.getOrDefault(key, -1);
    }

    String id(int run) {
        return frame.run(rows[run]).id();
    }

    String name(int run) {
        String name = frame.run(rows[run]).name();
        return name.isEmpty() ? frame.run(rows[run]).id() : name;
    }

    int slot(int run) {
        return RunColors.slot(frame.run(rows[run]).id());
    }

    BitSet numbers(Set<Long> keys) {
        BitSet found = new BitSet(rows.length);
        for (long key : keys) {
            int run = number(key);
            if (run >= 0) {
                found.set(run);
            }
        }
        return found;
    }
}
