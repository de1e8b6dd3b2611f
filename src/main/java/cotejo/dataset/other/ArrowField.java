package cotejo.dataset.other;

import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A field of an Arrow schema, by `Schema.fbs` of format 1.5.
///
/// @param kind       its layout
/// @param type       what its values mean
/// @param width      bytes of a value, of the index where it has a dictionary, or the length of a list of fixed size
/// @param dictionary the id of its dictionary, -1 for none
/// @param index      the bytes of a place in the dictionary
record ArrowField(String name, Field.Nullness nullness, Kind kind, FieldType type, int width, long dictionary,
        int index, List<ArrowField> children) {

    private static final int DEPTH = 64;
    private static final int FIELDS = 20_000;

    /// How values are laid out.
    enum Kind {
        NULL, BOOL, WHOLE, REAL, DECIMAL, DATE, COUNT, BYTES, LARGE_BYTES, VIEW, FIXED, LIST, LARGE_LIST, FIXED_LIST,
        LIST_VIEW, LARGE_LIST_VIEW, STRUCT, MAP, INTERVAL, RUNS
    }

    /// The fields of a schema.
    static List<ArrowField> of(Flat schema) throws IOException {
        if (schema.i16(0, 0) != 0) {
            throw new IOException(Texts.get("dataset.arrow.endian"));
        }
        int[] left = {FIELDS};
        List<ArrowField> fields = new ArrayList<>();
        for (Flat field : schema.tables(1)) {
            fields.add(of(field, 0, left));
        }
        return List.copyOf(fields);
    }

    private static ArrowField of(Flat field, int depth, int[] left) throws IOException {
        if (depth > DEPTH) {
            throw new IOException(Texts.get("dataset.other.deep", DEPTH));
        }
        if (--left[0] < 0) {
            throw new IOException(Texts.get("dataset.avro.columns", FIELDS));
        }
        List<ArrowField> children = new ArrayList<>();
        for (Flat child : field.tables(5)) {
            children.add(of(child, depth + 1, left));
        }
        String name = field.text(0);
        Flat type = field.table(3);
        Field.Nullness nullness = field.i8(1, 0) != 0 ? Field.Nullness.NULLABLE : Field.Nullness.REQUIRED;
        long dictionary = -1;
        int index = 4;
        if (field.has(4)) {
            dictionary = field.table(4).i64(0);
            index = field.table(4).has(1) ? field.table(4).table(1).i32(0, 0) / 8 : 4;
            check(dictionary >= 0 && (index == 1 || index == 2 || index == 4 || index == 8), name);
        }
        ArrowField plain = plain(name, Byte.toUnsignedInt((byte) field.i8(2, 0)), type, children);
        return new ArrowField(name, nullness, plain.kind, plain.type, plain.width, dictionary, index,
                List.copyOf(children));
    }

    private static void check(boolean fits, String name) throws IOException {
        if (!fits) {
            throw new IOException(Texts.get("dataset.arrow.type", name, "?"));
        }
    }

    private static ArrowField as(Kind kind, FieldType type, int width) {
        return new ArrowField("", Field.Nullness.NULLABLE, kind, type, width, -1, 0, List.of());
    }

    private static ArrowField plain(String name, int id, Flat type, List<ArrowField> children) throws IOException {
        return switch (id) {
            case 1 -> as(Kind.NULL, new FieldType.Nothing(), 0);
            case 2 -> whole(name, type);
            case 3 -> as(Kind.REAL, new FieldType.Real(16 << Math.clamp(type.i16(0, 0), 0, 2)),
                    2 << Math.clamp(type.i16(0, 0), 0, 2));
            case 4 -> as(Kind.BYTES, new FieldType.Binary(-1, "binary"), 0);
            case 5 -> as(Kind.BYTES, FieldType.text(), 0);
            case 6 -> as(Kind.BOOL, new FieldType.Bool(), 0);
            case 7 -> decimal(name, type);
            case 8 -> as(Kind.DATE, new FieldType.Date(), type.i16(0, 1) == 0 ? 4 : 8);
            case 9 -> as(Kind.COUNT, new FieldType.TimeOfDay(unit(type)), type.i32(1, 32) == 64 ? 8 : 4);
            case 10 -> as(Kind.COUNT, new FieldType.Timestamp(FieldType.Unit.values()[Math.clamp(type.i16(0, 0), 0,
                    3)], type.text(1)), 8);
            case 12, 16, 17, 21, 25, 26 -> list(name, id, type, children);
            case 11 -> as(Kind.INTERVAL, new FieldType.Interval(), 4 << Math.clamp(type.i16(0, 0), 0, 2));
            case 22 -> {
                check(children.size() == 2 && children.getFirst().kind == Kind.WHOLE
                        && children.getFirst().dictionary < 0 && children.getFirst().width > 1, name);
                yield as(Kind.RUNS, children.getLast().type, 0);
            }
            case 13 -> as(Kind.STRUCT, children.isEmpty() ? new FieldType.Anything("struct")
                    : new FieldType.Struct(children.stream().map(ArrowField::field).toList()), 0);
            case 15 -> {
                check(type.i32(0, 0) >= 0, name);
                yield as(Kind.FIXED, new FieldType.Binary(type.i32(0, 0), "binary"), type.i32(0, 0));
            }
            case 18 -> as(Kind.COUNT, new FieldType.Duration(unit(type)), 8);
            case 19 -> as(Kind.LARGE_BYTES, new FieldType.Binary(-1, "binary"), 0);
            case 20 -> as(Kind.LARGE_BYTES, FieldType.text(), 0);
            case 23 -> as(Kind.VIEW, new FieldType.Binary(-1, "binary"), 0);
            case 24 -> as(Kind.VIEW, FieldType.text(), 0);
            default -> throw new IOException(Texts.get("dataset.arrow.type", name, id == 14 ? "union"
                    : Integer.toString(id)));
        };
    }

    private static FieldType.Unit unit(Flat type) {
        return FieldType.Unit.values()[Math.clamp(type.i16(0, 1), 0, 3)];
    }

    private static ArrowField whole(String name, Flat type) throws IOException {
        int bits = type.i32(0, 0);
        check(bits == 8 || bits == 16 || bits == 32 || bits == 64, name);
        return as(Kind.WHOLE, new FieldType.Whole(bits, type.i8(1, 0) != 0 ? FieldType.Whole.Sign.SIGNED
                : FieldType.Whole.Sign.UNSIGNED), bits / 8);
    }

    private static ArrowField decimal(String name, Flat type) throws IOException {
        int bits = type.i32(2, 128);
        int scale = type.i32(1, 0);
        check((bits == 32 || bits == 64 || bits == 128 || bits == 256) && Math.abs(scale) <= 1000, name);
        return as(Kind.DECIMAL, new FieldType.Decimal(type.i32(0, 0), scale), bits / 8);
    }

    private static ArrowField list(String name, int id, Flat type, List<ArrowField> children) throws IOException {
        check(children.size() == 1, name);
        ArrowField child = children.getFirst();
        if (id == 17) {
            check(child.kind == Kind.STRUCT && child.children.size() == 2 && child.dictionary < 0, name);
            List<Field> parts = child.children.stream().map(part -> new Field(child.name + "." + part.name,
                    part.type, part.nullness, "")).toList();
            return as(Kind.MAP, new FieldType.MapOf(parts.getFirst(), parts.getLast()), 0);
        }
        check(id != 16 || type.i32(0, 0) >= 0, name);
        return as(id == 12 ? Kind.LIST : id == 21 ? Kind.LARGE_LIST : id == 25 ? Kind.LIST_VIEW
                : id == 26 ? Kind.LARGE_LIST_VIEW : Kind.FIXED_LIST,
                new FieldType.ListOf(child.field()), id == 16 ? type.i32(0, 0) : 0);
    }

    /// The same field without its dictionary, as the dictionary itself has it.
    ArrowField plain() {
        return new ArrowField(name, nullness, kind, type, width, -1, 0, children);
    }

    /// As a column.
    Field field() {
        return new Field(name, type, nullness, dictionary >= 0 ? "dictionary" : "");
    }
}
