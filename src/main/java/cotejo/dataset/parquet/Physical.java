package cotejo.dataset.parquet;

import cotejo.dataset.FieldType;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/// How a leaf is stored, and as what it is handed out.
///
/// @param fixed  bytes of a fixed-length value
/// @param mask   what of a whole number counts, for unsigned ones; 0 for all of it
record Physical(PrimitiveTypeName name, int fixed, Kind kind, long mask) {

    /// The vector it becomes.
    enum Kind {
        LONGS,
        DOUBLES,
        SLICES,
        INT96
    }

    static Physical of(ColumnDescriptor column, FieldType type) {
        PrimitiveTypeName name = column.getPrimitiveType().getPrimitiveTypeName();
        Kind kind = switch (name) {
            case BOOLEAN, INT32, INT64 -> Kind.LONGS;
            case FLOAT, DOUBLE -> Kind.DOUBLES;
            case INT96 -> Kind.INT96;
            case BINARY -> Kind.SLICES;
            case FIXED_LEN_BYTE_ARRAY -> type instanceof FieldType.Real ? Kind.DOUBLES : Kind.SLICES;
        };
        long mask = type instanceof FieldType.Whole whole && whole.sign() == FieldType.Whole.Sign.UNSIGNED
                && whole.bits() < 64 ? (1L << whole.bits()) - 1 : 0;
        return new Physical(name, column.getPrimitiveType().getTypeLength(), kind, mask);
    }

    /// Bytes of one value stored plainly; -1 where that varies, 0 for a single bit.
    int width() {
        return switch (name) {
            case BOOLEAN -> 0;
            case INT32, FLOAT -> 4;
            case INT64, DOUBLE -> 8;
            case INT96 -> 12;
            case BINARY -> -1;
            case FIXED_LEN_BYTE_ARRAY -> fixed;
        };
    }

    /// Whether bytes have room for so many values stored plainly, as far as that can be told without reading them.
    boolean fits(int values, int bytes) {
        long bits = switch (width()) {
            case -1 -> 32;
            case 0 -> 1;
            default -> 8L * width();
        };
        return bits * values <= 8L * bytes;
    }

    /// Whether so many values stored plainly take just these bytes.
    boolean takes(byte[] data, int from, int end, int values) {
        if (width() >= 0) {
            return width() == 0 ? (values + 7L) / 8 == end - from : (long) width() * values == end - from;
        }
        long at = from;
        for (int i = 0; i < values && at + 4 <= end; i++) {
            int length = Bits.intAt(data, (int) at);
            at += length < 0 ? Integer.MAX_VALUE : 4L + length;
        }
        return at == end;
    }
}
