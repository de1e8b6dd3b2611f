package cotejo.ui.runs;

import cotejo.model.Experiment;
import cotejo.model.MetricColumn;
import cotejo.model.RunFrame;
import cotejo.model.TextColumn;
import cotejo.query.ColumnRef;
import cotejo.query.RunAttribute;
import cotejo.query.SeriesAt;
import cotejo.query.Varying;
import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The columns of a table that nobody has arranged yet: what most readers want, and what tells the runs apart.
final class AutomaticColumns {

    /// An experiment's tag with the key of the metric it is about (`mlflow/utils/mlflow_tags.py`).
    private static final String PRIMARY_METRIC = "mlflow.experiment.primaryMetric.name";
    private static final int METRICS = 6;
    private static final int PARAMS = 8;
    /// Columns are looked at in this number of rows at most: enough to see what varies.
    private static final int LOOKED_AT = 5000;

    private record Counted(String key, int runs) {
    }

    private AutomaticColumns() {
    }

    static List<ColumnSpec> of(RunFrame frame, BitSet scope, Cancel cancel) {
        BitSet rows = some(scope);
        List<ColumnSpec> columns = new ArrayList<>();
        ColumnRef experiment = ColumnRef.attribute(RunAttribute.EXPERIMENT);
        if (Varying.varies(experiment, frame, rows, SeriesAt.none())) {
            columns.add(ColumnSpec.of(experiment));
        }
        columns.add(ColumnSpec.of(ColumnRef.attribute(RunAttribute.START)));
        columns.add(ColumnSpec.of(ColumnRef.attribute(RunAttribute.DURATION)));
        for (String key : metrics(frame, rows, cancel)) {
            columns.add(ColumnSpec.of(ColumnRef.metric(key)));
        }
        for (String key : params(frame, rows, cancel)) {
            columns.add(ColumnSpec.of(new ColumnRef.Param(key)));
        }
        return columns;
    }

    private static BitSet some(BitSet scope) {
        BitSet some = new BitSet();
        int taken = 0;
        for (int row = scope.nextSetBit(0); row >= 0 && taken < LOOKED_AT; row = scope.nextSetBit(row + 1)) {
            some.set(row);
            taken++;
        }
        return some;
    }

    private static List<String> metrics(RunFrame frame, BitSet rows, Cancel cancel) {
        Set<String> keys = new LinkedHashSet<>();
        long last = Long.MIN_VALUE;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            @Nullable Experiment experiment = frame.experiment(row);
            if (experiment != null && experiment.key() != last) {
                String primary = experiment.tags().get(PRIMARY_METRIC);
                if (primary != null && frame.metric(primary) != null) {
                    keys.add(primary);
                }
                last = experiment.key();
            }
        }
        List<Counted> counted = new ArrayList<>();
        for (String key : frame.metricKeys()) {
            cancel.check();
            MetricColumn column = frame.metric(key);
            counted.add(new Counted(key, column == null || key.startsWith("system/") ? 0 : having(column, rows)));
        }
        keys.addAll(mostFrequent(counted));
        return keys.stream().limit(METRICS).toList();
    }

    private static List<String> params(RunFrame frame, BitSet rows, Cancel cancel) {
        List<Counted> counted = new ArrayList<>();
        for (String key : frame.paramKeys()) {
            cancel.check();
            TextColumn column = frame.param(key);
            int runs = column == null ? 0 : having(column, rows);
            if (runs > 0 && (rows.cardinality() == 1
                    || Varying.varies(new ColumnRef.Param(key), frame, rows, SeriesAt.none()))) {
                counted.add(new Counted(key, runs));
            }
        }
        return mostFrequent(counted).stream().limit(PARAMS).toList();
    }

    // Plain loops: through streams of rows this took a tenth of the time from data to table.

    private static int having(MetricColumn column, BitSet rows) {
        int runs = 0;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            runs += column.has(row) ? 1 : 0;
        }
        return runs;
    }

    private static int having(TextColumn column, BitSet rows) {
        int runs = 0;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            runs += column.code(row) >= 0 ? 1 : 0;
        }
        return runs;
    }

    private static List<String> mostFrequent(List<Counted> counted) {
        return counted.stream().filter(c -> c.runs() > 0).sorted(Comparator.comparingInt(Counted::runs).reversed())
                .map(Counted::key).toList();
    }
}
