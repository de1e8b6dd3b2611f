package cotejo.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One key of an order of runs.
///
/// Real values come first, then NaN, then missing ones, in both directions. Params, tags and names that are numbers are
/// ordered as numbers and stand before those that are text; text is ordered without regard to case.
public record SortKey(ColumnRef column, Direction direction) {

    public enum Direction {
        ASC,
        DESC
    }

    public static SortKey ascending(ColumnRef column) {
        return new SortKey(column, Direction.ASC);
    }

    public static SortKey descending(ColumnRef column) {
        return new SortKey(column, Direction.DESC);
    }

    /// As MLflow writes it in `order_by`, such as `metrics.loss DESC`.
    public String text() {
        return column.text() + " " + direction;
    }

    /// Reads a text form back, the direction being optional and in any case; null when it is none.
    public static @Nullable SortKey parse(String text) {
        String word = text.strip();
        String lower = word.toLowerCase(Locale.ROOT);
        Direction direction = lower.endsWith(" desc") ? Direction.DESC : Direction.ASC;
        if (lower.endsWith(" desc") || lower.endsWith(" asc")) {
            word = word.substring(0, lower.lastIndexOf(' '));
        }
        @Nullable ColumnRef column = ColumnRef.parse(word);
        return column == null ? null : new SortKey(column, direction);
    }
}
