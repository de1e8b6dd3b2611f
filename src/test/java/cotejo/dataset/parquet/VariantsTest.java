package cotejo.dataset.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cotejo.dataset.Batch;
import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.Leaf;
import cotejo.dataset.RowRange;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.Value;
import cotejo.work.Cancel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// VARIANT by Apache's own test files: `variant` has values with what they are as JSON, `shredded_variant` has shredded
/// files with the unshredded bytes of each row beside them, or the reason to refuse them.
class VariantsTest {

    private static final Path ROOT = Path.of("..", "shared", "corpus", "parquet-testing");

    private static JsonNode json(Path file) {
        try {
            return JsonMapper.builder().enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build().readTree(file.toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<JsonNode> cases() {
        Path list = ROOT.resolve("shredded_variant").resolve("cases.json");
        return Files.exists(list) ? StreamSupport.stream(json(list).spliterator(), false)
                .filter(one -> one.has("parquet_file")) : Stream.empty();
    }

    static Stream<JsonNode> readable() {
        return cases().filter(one -> !one.has("error_message"));
    }

    static Stream<JsonNode> refused() {
        return cases().filter(one -> one.has("error_message"));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("readable")
    void shreddedValuesAreWhatTheirBytesSay(JsonNode one) throws IOException {
        List<Value> expected = new ArrayList<>();
        if (one.has("variant_files")) {
            for (JsonNode file : one.get("variant_files")) {
                expected.add(file.isNull() ? Value.Nothing.NULL : unshredded(file.asText()));
            }
        } else {
            expected.add(unshredded(one.get("variant_file").asText()));
        }
        try (Dataset dataset = Datasets.open(parquet(one), Cancel.never())) {
            int column = column(dataset);
            assertEquals("variant", dataset.columns().get(column).type().label());
            List<String> rows = dataset.rows(0, 10, new int[]{column}, Cancel.never()).cells().stream()
                    .map(row -> row.getFirst().json()).toList();
            assertEquals(expected.stream().map(Value::json).toList(), rows);
            assertEquals(rows, scanned(dataset, column));
        }
    }

    private static List<String> scanned(Dataset dataset, int column) throws IOException {
        Leaf leaf = Leaf.of(dataset.columns()).stream().filter(each -> each.column() == column).findFirst()
                .orElseThrow();
        List<String> all = new ArrayList<>();
        for (RowRange part : dataset.parts(Cancel.never())) {
            dataset.scan(part, List.of(leaf), (Batch batch) -> {
                for (int i = 0; i < batch.rows(); i++) {
                    all.add(batch.vectors().getFirst().value(i, leaf.type()).json());
                }
            }, Cancel.never());
        }
        return all;
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("refused")
    void whatIsShreddedWronglyIsRefusedByFileColumnAndRowGroup(JsonNode one) throws IOException {
        try (Dataset dataset = Datasets.open(parquet(one), Cancel.never())) {
            int column = column(dataset);
            UnreadableData said = assertThrows(UnreadableData.class,
                    () -> dataset.rows(0, 10, new int[]{column}, Cancel.never()));
            assertTrue(said.getMessage().contains(parquet(one).toString()), said.getMessage());
            assertTrue(said.getMessage().contains("var"), said.getMessage());
            assertTrue(said.getMessage().contains("row group 1"), said.getMessage());
        }
    }

    private static Path parquet(JsonNode one) {
        return ROOT.resolve("shredded_variant").resolve(one.get("parquet_file").asText());
    }

    private static int column(Dataset dataset) {
        return dataset.columns().stream().map(field -> field.name()).toList().indexOf("var");
    }

    /// Metadata and value stand one after the other; the metadata's length follows from its offsets.
    private static Value unshredded(String file) throws IOException {
        byte[] all = Files.readAllBytes(ROOT.resolve("shredded_variant").resolve(file));
        int width = (all[0] >> 6 & 3) + 1;
        int count = number(all, 1, width);
        int size = 1 + width * (count + 2) + number(all, 1 + width * (count + 1), width);
        return Variants.decoded(Arrays.copyOf(all, size), Arrays.copyOfRange(all, size, all.length));
    }

    private static int number(byte[] bytes, int at, int width) {
        int number = 0;
        for (int i = 0; i < width; i++) {
            number |= (bytes[at + i] & 0xff) << 8 * i;
        }
        return number;
    }

    static Stream<String> values() {
        Path list = ROOT.resolve("variant").resolve("data_dictionary.json");
        return Files.exists(list) ? StreamSupport.stream(((Iterable<String>) () -> json(list).fieldNames())
                .spliterator(), false).filter(name -> Files.exists(ROOT.resolve("variant").resolve(name + ".value")))
                : Stream.empty();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("values")
    void valuesAreWhatTheirDictionarySays(String name) throws IOException {
        Path folder = ROOT.resolve("variant");
        Value value = Variants.decoded(Files.readAllBytes(folder.resolve(name + ".metadata")),
                Files.readAllBytes(folder.resolve(name + ".value")));
        JsonNode expected = json(folder.resolve("data_dictionary.json")).get(name);
        JsonNode read = new JsonMapper().readTree(value.json());
        switch (name) {
            // The list has Base64, other separators, and numbers as floats; these are the same values.
            case "primitive_binary" -> assertEquals("031337deadbeefcafe", read.asText());
            case "primitive_time" -> assertEquals("12:33:54.123456", read.asText());
            case "primitive_timestamp" -> assertEquals("2025-04-16T16:34:56.78Z", read.asText());
            case "primitive_timestampntz" -> assertEquals("2025-04-16T12:34:56.78", read.asText());
            case "primitive_timestamp_nanos" -> assertEquals("2024-11-07T12:33:54.123456789Z", read.asText());
            case "primitive_decimal16", "primitive_float" ->
                assertEquals(expected.asDouble(), read.asDouble(), Math.abs(expected.asDouble()) * 1e-7);
            default -> assertEquals(expected, read);
        }
    }

    /// Arrays whose two elements are the same bytes, thirty times into each other: 2^30 values in 250 bytes.
    @Test
    void elementsThatPointToTheSameBytesAreNoBomb() {
        byte[] inner = {0};
        for (int i = 0; i < 30; i++) {
            byte[] outer = new byte[6 + inner.length];
            outer[0] = 3;
            outer[1] = 2;
            outer[4] = (byte) inner.length;
            System.arraycopy(inner, 0, outer, 5, inner.length);
            inner = outer;
        }
        byte[] bomb = inner;
        byte[] metadata = {1, 0, 0};
        IllegalArgumentException said = assertThrows(IllegalArgumentException.class,
                () -> Variants.decoded(metadata, bomb));
        assertTrue(said.getMessage().contains("more values"), said.getMessage());
    }

    /// A file of one double column by pyarrow 25.0.1, whose page header and footer name encoding 10, which is ALP in
    /// the format's list, or 4, an encoding of levels.
    @ParameterizedTest
    @ValueSource(strings = {"alp", "bit-packed"})
    void anEncodingThatIsNotReadIsNamed(String which) throws IOException {
        Path file = Path.of("src/test/resources/cotejo/dataset", which + ".parquet");
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            UnreadableData said = assertThrows(UnreadableData.class,
                    () -> dataset.rows(0, 3, new int[]{0}, Cancel.never()));
            assertEquals(file + ": column x cannot be read in row group 1: its values are encoded as "
                    + which.toUpperCase(java.util.Locale.ROOT).replace('-', '_')
                    + ", which is not read; write it again with another encoding.", said.getMessage());
            dataset.facts(Cancel.never());
            assertEquals("2", dataset.rows(1, 1, new int[]{1}, Cancel.never()).cells().getFirst().getFirst().plain());
        }
    }
}
