package cotejo.preview;

import java.util.List;
import java.util.Locale;

/// Names and sizes of the types of numbers.
final class Dtypes {

    private Dtypes() {
    }

    /// numpy's name for a type written as `<f8`, `i4`, `U12`; the text as it is for others.
    static String numpy(String written) {
        String code = written.replaceFirst("^[<>|=]", "");
        return switch (code) {
            case "f2" -> "float16";
            case "f4" -> "float32";
            case "f8" -> "float64";
            case "i1" -> "int8";
            case "i2" -> "int16";
            case "i4" -> "int32";
            case "i8" -> "int64";
            case "u1" -> "uint8";
            case "u2" -> "uint16";
            case "u4" -> "uint32";
            case "u8" -> "uint64";
            case "b1" -> "bool";
            case "c8" -> "complex64";
            case "c16" -> "complex128";
            default -> code.startsWith("O") ? "object" : code;
        };
    }

    /// The size of so many of them, or -1 when the type says no size.
    static long bytes(String dtype, List<Long> shape) {
        long bits = bits(dtype);
        long count = new Tensor("", dtype, shape, -1).count();
        if (bits < 0 || count > Long.MAX_VALUE / Math.max(1, bits)) {
            return -1;
        }
        return (count * bits + 7) / 8;
    }

    /// How many bits a number takes, or -1.
    static long bits(String dtype) {
        String name = dtype.substring(dtype.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "float64", "int64", "uint64", "complex64", "f64", "i64", "u64", "c64", "double", "long" -> 64;
            case "float32", "int32", "uint32", "f32", "i32", "u32", "qint32", "float", "int" -> 32;
            case "float16", "bfloat16", "int16", "uint16", "f16", "bf16", "i16", "u16", "half", "short" -> 16;
            case "int8", "uint8", "bool", "i8", "u8", "qint8", "quint8", "f8_e4m3", "f8_e5m2", "f8_e8m0",
                 "float8_e4m3fn", "float8_e5m2", "float8_e4m3fnuz", "float8_e5m2fnuz" -> 8;
            case "complex128" -> 128;
            case "f6_e2m3", "f6_e3m2" -> 6;
            case "f4", "uint4", "int4", "float4e2m1" -> 4;
            default -> -1;
        };
    }
}
