package cotejo.ui.datasets;

import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import cotejo.text.Texts;
import cotejo.ui.grid.GridSource;

/// How a value looks in a cell of the grid.
final class CellText {

    /// More characters than any cell shows.
    private static final int LONG = 2_000;

    private CellText() {
    }

    static GridSource.Align align(FieldType type) {
        return type.numeric() ? GridSource.Align.RIGHT : GridSource.Align.LEFT;
    }

    static GridSource.Cell of(Value value, FieldType type) {
        return switch (value) {
            case Value.Nothing.NULL -> new GridSource.Cell("", GridSource.Look.NULL);
            case Value.Nothing.ABSENT -> new GridSource.Cell(Texts.get("datasets.cell.absent"), GridSource.Look.NULL);
            case Value.Text text -> text(text.text(), type);
            case Value.Real real -> new GridSource.Cell(real(value),
                    Double.isFinite(real.value()) ? fit(type, Double.class) : GridSource.Look.NOT_FINITE);
            case Value.Unreadable _ -> new GridSource.Cell("", GridSource.Look.DAMAGED);
            case Value.Binary binary when binary.bytes().length == 0 -> new GridSource.Cell("", GridSource.Look.EMPTY);
            case Value.Binary binary -> new GridSource.Cell(
                    binary.bytes().length <= 16 ? value.plain() : Texts.get("datasets.cell.bytes",
                            binary.bytes().length), GridSource.Look.VALUE);
            case Value.Flag _, Value.Whole _, Value.Decimal _, Value.Day _, Value.TimeOfDay _, Value.Moment _,
                 Value.Span _, Value.Id _ -> new GridSource.Cell(value.plain(), GridSource.Look.VALUE);
            case Value.Items _, Value.Pairs _, Value.Struct _ -> new GridSource.Cell(brief(value.json()),
                    GridSource.Look.VALUE);
        };
    }

    private static GridSource.Look fit(FieldType type, Class<?> found) {
        return type instanceof FieldType.Text && found == Double.class ? GridSource.Look.ODD : GridSource.Look.VALUE;
    }

    private static String real(Value value) {
        return switch (value.plain()) {
            case "Infinity" -> "∞";
            case "-Infinity" -> "−∞";
            case String other -> other;
        };
    }

    private static GridSource.Cell text(String text, FieldType type) {
        if (text.isBlank()) {
            return new GridSource.Cell(text.length() > 20 ? text.substring(0, 20) : text, GridSource.Look.EMPTY);
        }
        boolean odd = type.numeric() || type.temporal() || type instanceof FieldType.Bool;
        return new GridSource.Cell(brief(text), odd ? GridSource.Look.ODD : GridSource.Look.VALUE);
    }

    private static String brief(String text) {
        return text.length() <= LONG ? text
                : text.substring(0, LONG / 2) + "…" + text.substring(text.length() - LONG / 2);
    }

    /// The first width of a column, by its type and name.
    static double width(String name, FieldType type) {
        double byType = switch (type) {
            case FieldType.Bool _, FieldType.Nothing _ -> 72;
            case FieldType.Whole whole -> whole.bits() == 64 ? 160 : whole.bits() == 32 ? 116 : 104;
            case FieldType.Decimal decimal -> Math.clamp(decimal.precision() * 7.5 + 32, 104, 260);
            case FieldType.Real _, FieldType.Date _, FieldType.TimeOfDay _, FieldType.Duration _ -> 120;
            case FieldType.Timestamp _ -> 190;
            case FieldType.Uuid _ -> 270;
            case FieldType.Text _, FieldType.Binary _, FieldType.Interval _, FieldType.Anything _ -> 160;
            case FieldType.ListOf _, FieldType.MapOf _, FieldType.Struct _ -> 220;
        };
        return Math.clamp(name.length() * 7.5 + 24, byType, Math.max(byType, 260));
    }
}
