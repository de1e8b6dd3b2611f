package cotejo.query;

import cotejo.model.RunFrame;
import cotejo.work.Cancel;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/// Which columns tell some runs apart.
public final class Varying {

    private Varying() {
    }

    /// The attributes, params, tags and (latest) metrics that are not the same in all the rows, in this order. A column
    /// that some of the runs lack varies; one that all lack does not. NaN is the same as NaN.
    ///
    /// @throws cotejo.work.CancelledException when cancelled
    public static Set<ColumnRef> columns(RunFrame frame, BitSet rows, Cancel cancel) {
        Set<ColumnRef> varying = new LinkedHashSet<>();
        Set<ColumnRef> all = new LinkedHashSet<>();
        for (RunAttribute attribute : RunAttribute.values()) {
            all.add(ColumnRef.attribute(attribute));
        }
        frame.paramKeys().forEach(key -> all.add(new ColumnRef.Param(key)));
        frame.tagKeys().forEach(key -> all.add(new ColumnRef.Tag(key)));
        frame.metricKeys().forEach(key -> all.add(ColumnRef.metric(key)));
        for (ColumnRef column : all) {
            cancel.check();
            if (varies(column, frame, rows, SeriesAt.none())) {
                varying.add(column);
            }
        }
        return varying;
    }

    /// Whether one column is not the same in all the rows.
    public static boolean varies(ColumnRef column, RunFrame frame, BitSet rows, SeriesAt series) {
        Cells cells = Cells.of(column, frame, series);
        int first = rows.nextSetBit(0);
        for (int row = first; row >= 0; row = rows.nextSetBit(row + 1)) {
            if (!same(cells, column.numeric(), first, row)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(Cells cells, boolean numeric, int a, int b) {
        if (cells instanceof Cells.Dictionary dictionary) {
            return dictionary.code(a) == dictionary.code(b);
        }
        if (!numeric) {
            return Objects.equals(cells.text(a), cells.text(b));
        }
        return cells.has(a) == cells.has(b) && Double.compare(cells.number(a) + 0.0, cells.number(b) + 0.0) == 0;
    }
}
