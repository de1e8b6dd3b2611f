package cotejo.preview;

import java.util.List;
import java.util.Map;

/// How GGUF stores numbers: in blocks, each so many numbers in so many bytes
/// (`GGML_QUANT_SIZES` of gguf-py 0.19, `gguf/constants.py`).
///
/// @param numbers how many a block holds, 0 where that is not known
/// @param bytes   what a block takes
record GgufType(String name, int numbers, int bytes) {

    private static final Map<Long, GgufType> ALL = Map.ofEntries(plain(0, "F32", 4), plain(1, "F16", 2),
            of(2, "Q4_0", 32, 18), of(3, "Q4_1", 32, 20), of(4, "Q4_2", 0, 0), of(5, "Q4_3", 0, 0),
            of(6, "Q5_0", 32, 22), of(7, "Q5_1", 32, 24), of(8, "Q8_0", 32, 34), of(9, "Q8_1", 32, 40),
            of(10, "Q2_K", 256, 84), of(11, "Q3_K", 256, 110), of(12, "Q4_K", 256, 144), of(13, "Q5_K", 256, 176),
            of(14, "Q6_K", 256, 210), of(15, "Q8_K", 256, 292), of(16, "IQ2_XXS", 256, 66), of(17, "IQ2_XS", 256, 74),
            of(18, "IQ3_XXS", 256, 98), of(19, "IQ1_S", 256, 50), of(20, "IQ4_NL", 32, 18), of(21, "IQ3_S", 256, 110),
            of(22, "IQ2_S", 256, 82), of(23, "IQ4_XS", 256, 136), plain(24, "I8", 1), plain(25, "I16", 2),
            plain(26, "I32", 4), plain(27, "I64", 8), plain(28, "F64", 8), of(29, "IQ1_M", 256, 56),
            plain(30, "BF16", 2), of(34, "TQ1_0", 256, 54), of(35, "TQ2_0", 256, 66), of(39, "MXFP4", 32, 17),
            of(40, "NVFP4", 64, 36), of(41, "Q1_0", 128, 18));

    private static Map.Entry<Long, GgufType> plain(long id, String name, int bytes) {
        return of(id, name, 1, bytes);
    }

    private static Map.Entry<Long, GgufType> of(long id, String name, int numbers, int bytes) {
        return Map.entry(id, new GgufType(name, numbers, bytes));
    }

    static GgufType of(long id) {
        return ALL.getOrDefault(id, new GgufType("type " + id, 0, 0));
    }

    /// What a tensor of that shape takes, rows being whole blocks; -1 where that is not known.
    long bytes(List<Long> shape) {
        long count = new Tensor("", name, shape, -1).count();
        if (numbers == 0 || count % numbers != 0 || count / numbers > Long.MAX_VALUE / bytes) {
            return -1;
        }
        return count / numbers * bytes;
    }
}
