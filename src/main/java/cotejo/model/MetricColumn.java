package cotejo.model;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// One metric over all runs of a [RunFrame], by its summary numbers.
public final class MetricColumn {

    /// Numbers of a run.
    static final int WIDTH = 11;

    private final String key;
    private final RowIndex index;
    private final double[] cells;

    MetricColumn(String key, RowIndex index, double[] cells) {
        this.key = key;
        this.index = index;
        this.cells = cells;
    }

    RowIndex index() {
        return index;
    }

    /// [#WIDTH] numbers for each row that has them, in the order of [#index].
    double[] cells() {
        return cells;
    }

    public String key() {
        return key;
    }

    /// How many runs have this metric.
    public int present() {
        return index.size();
    }

    /// How many of these runs, given by their rows, have this metric.
    public int present(BitSet rows) {
        return index.among(rows);
    }

    /// Whether the run has this metric at all; its value may still be NaN.
    public boolean has(int row) {
        return index.slot(row) >= 0;
    }

    /// The number asked for; NaN where the run lacks the metric, so ask [#has] where that matters.
    public double get(MetricStat stat, int row) {
        int slot = index.slot(row);
        return slot < 0 ? Double.NaN : cells[slot * WIDTH + cell(stat)];
    }

    /// All numbers of the run's metric, or null when it has none.
    public @Nullable MetricSummary summary(int row) {
        int slot = index.slot(row);
        if (slot < 0) {
            return null;
        }
        int at = slot * WIDTH;
        return new MetricSummary((long) cells[at + 8], (long) cells[at + 9], cells[at + 4], cells[at], cells[at + 5],
                (long) cells[at + 10], cells[at + 1], cells[at + 6], cells[at + 2], cells[at + 7], cells[at + 3]);
    }

    private static int cell(MetricStat stat) {
        return switch (stat) {
            case LAST -> 0;
            case MIN -> 1;
            case MAX -> 2;
            case MEAN -> 3;
            case FIRST -> 4;
            case LAST_STEP -> 5;
            case MIN_STEP -> 6;
            case MAX_STEP -> 7;
            case COUNT -> 8;
        };
    }

    /// Collects a column row by row, rows ascending.
    public static final class Builder {
        private final String key;
        private int[] rows = new int[16];
        private double[] cells = new double[16 * WIDTH];
        private int size;

        Builder(String key) {
            this.key = key;
        }

        /// Adds the numbers of a row; the row must be greater than all before it.
        public void add(int row, MetricSummary summary) {
            int at = room(row);
            cells[at] = summary.last();
            cells[at + 1] = summary.min();
            cells[at + 2] = summary.max();
            cells[at + 3] = summary.mean();
            cells[at + 4] = summary.first();
            cells[at + 5] = summary.lastStep();
            cells[at + 6] = summary.minStep();
            cells[at + 7] = summary.maxStep();
            cells[at + 8] = summary.count();
            cells[at + 9] = summary.nonFinite();
            cells[at + 10] = summary.lastTime();
        }

        void addAll(MetricColumn column, int[] newRow) {
            for (int slot = 0; slot < column.index.size(); slot++) {
                int row = newRow[column.index.row(slot)];
                if (row >= 0) {
                    int at = room(row);
                    System.arraycopy(column.cells, slot * WIDTH, cells, at, WIDTH);
                }
            }
        }

        boolean isEmpty() {
            return size == 0;
        }

        private int room(int row) {
            if (size == rows.length) {
                double[] wider = Arrays.copyOf(cells, size * 2 * WIDTH);
                rows = Arrays.copyOf(rows, size * 2);
                cells = wider;
            }
            rows[size] = row;
            return size++ * WIDTH;
        }

        MetricColumn build(int frameSize) {
            return new MetricColumn(key, RowIndex.of(Arrays.copyOf(rows, size), frameSize),
                    Arrays.copyOf(cells, size * WIDTH));
        }
    }
}
