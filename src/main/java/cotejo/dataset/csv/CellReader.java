package cotejo.dataset.csv;

import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import org.jspecify.annotations.Nullable;

/// Reads a value as people write it, by the type it has to be of.
public final class CellReader {

    private static final Cells CELLS = new Cells('.');

    private CellReader() {
    }

    /// The value, or null when the text is none of that type. A day stands for its first moment.
    public static @Nullable Value of(String text, FieldType type) {
        if (type instanceof FieldType.Timestamp stamp) {
            Value day = Cells.day(text);
            Value moment = CELLS.moment(text, stamp);
            Value other = moment == null ? CELLS.moment(text, new FieldType.Timestamp(stamp.unit(),
                    stamp.zone().isEmpty() ? "UTC" : "")) : moment;
            return day == null ? other : new Value.Moment(((Value.Day) day).epochDay() * 86_400, 0, stamp.zone());
        }
        return CELLS.of(text, type);
    }
}
