package cotejo.ui.runs;

import cotejo.model.MetricSeries;
import cotejo.query.SeriesAt;
import cotejo.store.SeriesStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Curves small enough for a cell, and values at a step, read behind the window for the rows that are in sight. What
/// was asked for last is read first; requests that have long scrolled away are forgotten. Safe for several threads.
final class SmallSeries {

    private static final Logger LOG = LoggerFactory.getLogger(SmallSeries.class);
    /// Columns of a small curve: as many pixels as the cell is wide.
    static final int COLUMNS = 96;
    private static final int KEPT = 4000;
    private static final int WAITING = 240;

    private record Key(long run, String metric, @Nullable Double step) {
    }

    /// The lowest and highest value per column, from left to right, NaN where there is no finite point; low and high
    /// of the whole.
    record Curve(float[] lows, float[] highs, double min, double max, int points) {
    }

    private final SeriesStore store;
    private final Executor background;
    private final Runnable arrived;
    private final Map<Key, Object> known = new LinkedHashMap<>(64, 0.75f, true);
    private final Deque<Key> waiting = new ArrayDeque<>();
    private boolean reading;
    private int epoch;

    /// @param arrived called, on a background thread, whenever something new can be drawn
    SmallSeries(SeriesStore store, Executor background, Runnable arrived) {
        this.store = store;
        this.background = background;
        this.arrived = arrived;
    }

    /// The curve of a metric of a run, or null as long as it is not read.
    @Nullable Curve curve(long run, String metric) {
        return look(new Key(run, metric, null)) instanceof Curve curve ? curve : null;
    }

    /// The value at a step; empty when there is none or as long as it is not read.
    OptionalDouble at(long run, String metric, double step) {
        return look(new Key(run, metric, step)) instanceof OptionalDouble value ? value : OptionalDouble.empty();
    }

    private @Nullable Object look(Key key) {
        synchronized (this) {
            Object found = known.get(key);
            if (found != null) {
                return found;
            }
            if (!waiting.contains(key)) {
                waiting.addFirst(key);
                if (waiting.size() > WAITING) {
                    waiting.removeLast();
                }
            }
            if (reading) {
                return null;
            }
            reading = true;
        }
        background.execute(this::work);
        return null;
    }

    private void work() {
        int sinceTold = 0;
        while (true) {
            Key key;
            int began;
            synchronized (this) {
                key = waiting.poll();
                began = epoch;
                if (key == null) {
                    reading = false;
                }
            }
            if (key == null) {
                arrived.run();
                return;
            }
            keep(key, read(key), began);
            if (++sinceTold % 16 == 0) {
                arrived.run();
            }
        }
    }

    private synchronized void keep(Key key, Object value, int began) {
        if (began == epoch) {
            known.put(key, value);
        }
        Iterator<Key> oldest = known.keySet().iterator();
        while (known.size() > KEPT && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
    }

    private Object read(Key key) {
        try {
            MetricSeries series = store.read(key.run(), key.metric());
            return key.step() == null ? reduce(series) : series.latestAt(key.step());
        } catch (RuntimeException damaged) {
            LOG.warn("Points of {} of run {} could not be read", key.metric(), key.run(), damaged);
            return key.step() == null ? reduce(MetricSeries.empty()) : OptionalDouble.empty();
        }
    }

    /// What changed of these runs is read anew.
    synchronized void forget(Set<Long> runs) {
        epoch++;
        known.keySet().removeIf(key -> runs.contains(key.run()));
    }

    /// A look-up for filters and sorts, which wait for each value.
    static SeriesAt waiting(SeriesStore store) {
        return (run, metric, step) -> store.read(run, metric).latestAt(step);
    }

    static Curve reduce(MetricSeries series) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < series.size(); i++) {
            from = Math.min(from, series.step(i));
            to = Math.max(to, series.step(i));
        }
        float[] lows = new float[COLUMNS];
        float[] highs = new float[COLUMNS];
        java.util.Arrays.fill(lows, Float.NaN);
        java.util.Arrays.fill(highs, Float.NaN);
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < series.size(); i++) {
            double value = series.value(i);
            if (Double.isFinite(value)) {
                int at = to > from ? (int) Math.round((series.step(i) - from) / (to - from) * (COLUMNS - 1)) : 0;
                lows[at] = lows[at] <= value ? lows[at] : (float) value;
                highs[at] = highs[at] >= value ? highs[at] : (float) value;
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        return new Curve(lows, highs, min, max, series.size());
    }
}
