package cotejo.query;

import cotejo.model.RunFrame;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// What stands in one column of the run table, for those who draw it. Rows are the frame's. Not for several threads.
public final class ColumnValues {

    /// The order of values that are text, as the table sorts them: numbers by their value, then words.
    public static final Comparator<String> ORDER = (a, b) -> TextOrder.compare(a, b, SortKey.Direction.ASC);

    private final Cells cells;

    private ColumnValues(Cells cells) {
        this.cells = cells;
    }

    /// @param series asked for values at a step
    public static ColumnValues of(ColumnRef ref, RunFrame frame, SeriesAt series) {
        return new ColumnValues(Cells.of(ref, frame, series));
    }

    /// Whether the run has a value here; it may still be NaN.
    public boolean has(int row) {
        return cells.has(row);
    }

    /// The value as a number (times in epoch milliseconds, durations in milliseconds); NaN when there is none, it is no
    /// number, or it is NaN.
    public double number(int row) {
        return cells.number(row);
    }

    /// The value as text, or null when there is none. Numbers as the filter language writes them.
    public @Nullable String text(int row) {
        return cells.text(row);
    }

    /// Whether a text stands for a number, NaN and the infinities included.
    public static boolean isNumber(String text) {
        return !Double.isNaN(Numbers.parse(text)) || text.strip().equalsIgnoreCase("nan");
    }
}
