package cotejo.query;

import cotejo.query.RunAttribute.Kind;
import java.util.Locale;

/// The left side of a condition.
sealed interface Operand {

    record Column(ColumnRef ref) implements Operand {
    }

    /// A field of the datasets a run read; a condition holds when it holds for any of them.
    record Dataset(DatasetField field) implements Operand {
    }

    enum DatasetField {
        NAME,
        DIGEST,
        CONTEXT
    }

    /// What may be compared with it.
    enum Shape {
        /// Params and tags: text, or numbers in text.
        FREE,
        TEXT,
        DATASET,
        FLAG,
        NUMBER,
        TIME,
        DURATION;

        boolean textual() {
            return this == FREE || this == TEXT || this == DATASET;
        }

        boolean numeric() {
            return this == NUMBER || this == TIME || this == DURATION;
        }
    }

    default Shape shape() {
        return switch (this) {
            case Dataset _ -> Shape.DATASET;
            case Column(ColumnRef.Param _), Column(ColumnRef.Tag _) -> Shape.FREE;
            case Column(ColumnRef.Metric _), Column(ColumnRef.MetricAt _) -> Shape.NUMBER;
            case Column(ColumnRef.Attribute(RunAttribute attribute)) -> of(attribute.kind());
        };
    }

    private static Shape of(Kind kind) {
        return switch (kind) {
            case TEXT -> Shape.TEXT;
            case TIME -> Shape.TIME;
            case DURATION -> Shape.DURATION;
            case FLAG -> Shape.FLAG;
        };
    }

    default String written() {
        return switch (this) {
            case Column c -> c.ref().text();
            case Dataset d -> "datasets." + d.field().name().toLowerCase(Locale.ROOT);
        };
    }
}
