package cotejo.dataset.folder;

import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One type for a column that part files have in different types, which holds the values of all of them exactly; values
/// of any kind where there is none.
final class JointType {

    /// Digits that 64 bits may have.
    private static final int DIGITS = 20;
    private static final int MOST_DIGITS = 76;

    /// What a column is whose parts have nothing in common.
    static final FieldType MIXED = new FieldType.Anything("mixed");

    private JointType() {
    }

    static FieldType of(FieldType one, FieldType other) {
        if (one.equals(other) || other instanceof FieldType.Nothing) {
            return one;
        }
        return switch (one) {
            case FieldType.Nothing _ -> other;
            case FieldType.Whole a when other instanceof FieldType.Whole b -> whole(a, b);
            case FieldType.Whole _ when other instanceof FieldType.Real -> FieldType.float64();
            case FieldType.Real _ when other instanceof FieldType.Whole -> FieldType.float64();
            case FieldType.Real a when other instanceof FieldType.Real b -> a.bits() > b.bits() ? a : b;
            case FieldType.Decimal a when other instanceof FieldType.Decimal b -> decimal(a, b);
            case FieldType.Decimal a when other instanceof FieldType.Whole ->
                decimal(a, new FieldType.Decimal(DIGITS, 0));
            case FieldType.Whole _ when other instanceof FieldType.Decimal b ->
                decimal(new FieldType.Decimal(DIGITS, 0), b);
            case FieldType.Text _ when other instanceof FieldType.Text -> FieldType.text();
            case FieldType.Timestamp a when other instanceof FieldType.Timestamp b
                    && a.zone().isEmpty() == b.zone().isEmpty() -> new FieldType.Timestamp(finer(a.unit(), b.unit()),
                            a.zone());
            case FieldType.TimeOfDay a when other instanceof FieldType.TimeOfDay b ->
                new FieldType.TimeOfDay(finer(a.unit(), b.unit()));
            case FieldType.Duration a when other instanceof FieldType.Duration b ->
                new FieldType.Duration(finer(a.unit(), b.unit()));
            case FieldType.Binary _ when other instanceof FieldType.Binary -> new FieldType.Binary(-1, "binary");
            case FieldType.ListOf a when other instanceof FieldType.ListOf b ->
                new FieldType.ListOf(joint(a.element(), b.element()));
            case FieldType.MapOf a when other instanceof FieldType.MapOf b ->
                new FieldType.MapOf(joint(a.key(), b.key()), joint(a.value(), b.value()));
            case FieldType.Struct a when other instanceof FieldType.Struct b -> struct(a, b);
            default -> MIXED;
        };
    }

    private static Field joint(Field one, Field other) {
        return Field.of(one.name(), of(one.type(), other.type()));
    }

    private static FieldType.Unit finer(FieldType.Unit one, FieldType.Unit other) {
        return one.perSecond() > other.perSecond() ? one : other;
    }

    private static FieldType whole(FieldType.Whole a, FieldType.Whole b) {
        if (a.sign() == b.sign()) {
            return a.bits() > b.bits() ? a : b;
        }
        int unsigned = a.sign() == FieldType.Whole.Sign.UNSIGNED ? a.bits() : b.bits();
        return unsigned == 64 ? new FieldType.Decimal(DIGITS, 0) : FieldType.int64();
    }

    private static FieldType decimal(FieldType.Decimal a, FieldType.Decimal b) {
        int scale = Math.max(a.scale(), b.scale());
        int digits = Math.max(a.precision() - a.scale(), b.precision() - b.scale());
        return digits + scale > MOST_DIGITS ? MIXED : new FieldType.Decimal(digits + scale, scale);
    }

    private static FieldType struct(FieldType.Struct a, FieldType.Struct b) {
        Map<String, Field> fields = new LinkedHashMap<>();
        a.fields().forEach(field -> fields.put(field.name(), field));
        b.fields().forEach(field -> fields.merge(field.name(), field, JointType::joint));
        boolean twice = a.fields().stream().map(Field::name).distinct().count() < a.fields().size()
                || b.fields().stream().map(Field::name).distinct().count() < b.fields().size();
        return twice ? MIXED : new FieldType.Struct(List.copyOf(fields.values()));
    }

    /// A part file's value as one of the joint type.
    static Value cast(FieldType type, Value value) {
        return switch (type) {
            case FieldType.Real _ when value instanceof Value.Whole(long whole) && (long) (double) whole == whole
                    && whole != Long.MAX_VALUE -> new Value.Real(whole, 64);
            case FieldType.Real real when value instanceof Value.Real(double number, _) ->
                new Value.Real(number, real.bits());
            case FieldType.Decimal decimal when value instanceof Value.Whole(long whole) ->
                new Value.Decimal(BigDecimal.valueOf(whole).setScale(decimal.scale(), RoundingMode.UNNECESSARY));
            case FieldType.Decimal decimal when value instanceof Value.Decimal(BigDecimal number)
                    && number.scale() <= decimal.scale() -> new Value.Decimal(number.setScale(decimal.scale(),
                            RoundingMode.UNNECESSARY));
            case FieldType.Timestamp stamp when value instanceof Value.Moment(long seconds, int nano, _) ->
                new Value.Moment(seconds, nano, stamp.zone());
            case FieldType.ListOf list when value instanceof Value.Items(List<Value> items) ->
                new Value.Items(items.stream().map(item -> cast(list.element().type(), item)).toList());
            case FieldType.MapOf map when value instanceof Value.Pairs(List<Value.Pair> pairs) ->
                new Value.Pairs(pairs.stream().map(pair -> new Value.Pair(cast(map.key().type(), pair.key()),
                        cast(map.value().type(), pair.value()))).toList());
            case FieldType.Struct struct when value instanceof Value.Struct some -> struct(struct, some);
            default -> value;
        };
    }

    /// Parts by their names.
    private static Value struct(FieldType.Struct type, Value.Struct value) {
        List<String> names = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (Field field : type.fields()) {
            int at = value.names().indexOf(field.name());
            names.add(field.name());
            values.add(at < 0 || at >= value.values().size() ? Value.Nothing.ABSENT
                    : cast(field.type(), value.values().get(at)));
        }
        for (int i = 0; i < value.names().size(); i++) {
            if (!names.contains(value.names().get(i))) {
                names.add(value.names().get(i));
                values.add(value.values().get(i));
            }
        }
        return new Value.Struct(names, values);
    }
}
