package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said of damage is a sentence in the language of the window, and counts as people do.
class DamageSentencesTest {

    private static final Path TESTING = DatasetCorpus.ROOT.resolve("parquet-testing");

    private static final Set<String> ENGLISH = Set.of("the", "The", "too", "early", "left", "were", "values", "not",
            "Not", "of", "is", "are", "Corrupted", "Malformed", "input", "encountered", "bounds", "instead", "invalid",
            "Invalid", "unexpected", "Unexpected", "end", "length", "Truncated", "block", "for", "bad");

    @TempDir
    Path folder;

    private static Path corpus(String name) {
        Path file = TESTING.resolve(name);
        assumeTrue(Files.exists(file), "no corpus beside the project");
        return file;
    }

    /// Everything that reading all of a file says.
    private static List<String> said(Path file) throws IOException {
        List<String> said = new ArrayList<>();
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            for (Leaf leaf : Leaf.of(dataset.columns())) {
                try {
                    for (RowRange part : dataset.parts(Cancel.never())) {
                        dataset.scan(part, List.of(leaf), batch -> { }, Cancel.never());
                    }
                } catch (UnreadableData sentence) {
                    said.add(String.valueOf(sentence.getMessage()));
                }
            }
        } catch (UnreadableData sentence) {
            said.add(String.valueOf(sentence.getMessage()));
        }
        return said;
    }

    /// In the language of the whole program: some is said by threads of their own.
    private static List<String> inSpanish(Path file) throws IOException {
        try {
            Texts.use(Locale.of("es"));
            return said(file);
        } finally {
            Texts.use(Locale.ENGLISH);
        }
    }

    /// As it was: `Required field 'type' was not present! Struct: ColumnMetaData(type:null, encodings:[PLAIN, RLE]…`.
    @Test
    void aFooterWithoutAFieldIsToldInASentence() throws IOException {
        assertEquals(List.of(corpus("bad_data/PARQUET-1481.parquet") + " has a footer that cannot be understood "
                + "(“ColumnMetaData” has no “type”, or one that is not known). It is damaged."),
                said(corpus("bad_data/PARQUET-1481.parquet")));
    }

    /// Reasons were English in a Spanish sentence.
    @Test
    void inSpanishNoReasonIsEnglish() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String part : List.of("bad_data", "data")) {
            try (Stream<Path> some = Files.list(corpus(part))) {
                some.filter(file -> file.toString().contains(".parquet")).forEach(files::add);
            }
        }
        for (Path file : files) {
            for (String sentence : inSpanish(file)) {
                assertSpanish(sentence, file);
            }
        }
    }

    /// Damaged copies of files of every other format; what is said must come from our texts.
    @ParameterizedTest
    @ValueSource(strings = {"other/rows_deflate.avro", "other/rows_null.avro", "other/arrays_compressed.npz",
        "other/structured.npy", "other/all_types.feather", "other/by_polars_zstd.arrow", "other/stream.arrows",
        "other/records.json", "csv/plain.csv.gz", "parquet/codec_zstd.parquet", "parquet/codec_brotli.parquet",
        "parquet/codec_gzip.parquet", "parquet/codec_lz4.parquet", "parquet/codec_snappy.parquet"})
    void inSpanishDamageOfNoFormatIsToldInEnglish(String name) throws IOException {
        byte[] good = Files.readAllBytes(corpus("../datasets/" + name));
        Random random = new Random(11);
        Path file = folder.resolve(Path.of(name).getFileName());
        for (int i = 0; i < 60; i++) {
            byte[] bad = i % 4 == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            for (int k = 0; k < i % 4 && bad.length > 0; k++) {
                bad[random.nextInt(Math.min(bad.length, i % 2 == 0 ? 400 : bad.length))] = (byte) random.nextInt();
            }
            for (String sentence : inSpanish(Files.write(file, bad))) {
                assertSpanish(sentence, file);
            }
        }
    }

    private static void assertSpanish(String sentence, Path file) {
        String words = sentence.replace(file.toString(), "").replaceAll("[^\\p{L}_ ]", " ");
        assertTrue(Stream.of(words.split(" ")).noneMatch(ENGLISH::contains), sentence);
    }

    @Test
    void oneRowIsNoRows() {
        assertEquals("it ends after 0 of 1 row", Texts.get("dataset.parquet.ends", 0, 1));
        assertEquals("it ends after 1 of 2,000 rows", Texts.get("dataset.parquet.ends", 1, 2000));
        assertEquals("f says it has 1 row, but its row groups have 0. Those are shown.",
                Texts.get("dataset.parquet.rows", "f", 1, 0));
        assertEquals("a page of 1 byte reaches beyond the column", Texts.get("dataset.parquet.pageBeyond", 1));
        assertEquals("f: array a has 1 row where the table has 3, so it is left out. Save it alone to see it.",
                Texts.get("dataset.npz.length", "f", "a", 1, 3));
    }

    @Test
    void oneFieldIsNoFields() throws IOException {
        Path file = Files.writeString(folder.resolve("one.csv"), "a,b,c\n1,2,3\n4\n5,6,7\n");
        assertEquals(List.of(file + ": line 3 has 1 field where 3 were expected. Missing cells are shown as absent."),
                odd(file));
    }

    @Test
    void oneExpectedFieldWasExpected() throws IOException {
        Path file = Files.writeString(folder.resolve("one.csv"), "a\nx\nz,y\nb\nc\nd\n");
        assertEquals(List.of(file + ": line 3 has 2 fields where 1 was expected. Nothing was left out."), odd(file));
        assertEquals(List.of(file + ": la línea 3 tiene 2 campos y se esperaba 1. No se ha omitido nada."),
                in(Locale.of("es"), file));
    }

    private static List<String> odd(Path file) throws IOException {
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            dataset.countRows(Cancel.never());
            return dataset.oddities().stream().map(Oddity::message).toList();
        }
    }

    private static List<String> in(Locale locale, Path file) throws IOException {
        try {
            Texts.use(locale);
            return odd(file);
        } finally {
            Texts.use(Locale.ENGLISH);
        }
    }

    /// pyarrow 25 reads 85 rows of 1000 and says “Unexpected end of stream”: the page has room for 895 values, so
    /// those that it has stand in other rows than they seem to.
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 100, 1000})
    void aPageWithoutRoomForItsValuesIsRefusedFromItsFirstRowOn(int rows) throws IOException {
        try (Dataset dataset = Datasets.open(corpus("bad_data/ARROW-GH-47662.parquet"), Cancel.never())) {
            assertThrows(UnreadableData.class, () -> dataset.rows(0, rows, new int[]{0}, Cancel.never()));
        }
    }

    @Test
    void whereAllColumnsAreEncryptedNoneIsSaidToBeReadable() throws IOException {
        Path file = corpus("data/aes256/encrypt_columns_plaintext_footer.parquet.encrypted");
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            String said = String.valueOf(assertThrows(UnreadableData.class, () -> dataset.rows(0, 3,
                    IntStream.range(0, 8).toArray(), Cancel.never())).getMessage());
            assertEquals(file + ": all of its 8 columns are encrypted, and Cotejo has no key. Export it without "
                    + "encryption.", said);
        }
    }

    @Test
    void whereSomeColumnsAreEncryptedEachIsNamedAndTheRestIsRead() throws IOException {
        Path file = corpus("data/encrypt_columns_plaintext_footer.parquet.encrypted");
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            dataset.rows(0, 3, IntStream.range(0, 8).toArray(), Cancel.never());
            List<String> said = dataset.oddities().stream().map(Oddity::message)
                    .filter(message -> message.contains("encrypted, and")).toList();
            assertEquals(2, said.size(), said.toString());
            assertTrue(said.getFirst().endsWith("column float_field is encrypted, and Cotejo has no key. Other "
                    + "columns can be read."), said.getFirst());
            String both = String.valueOf(assertThrows(UnreadableData.class, () -> dataset.rows(0, 3,
                    new int[]{4, 5}, Cancel.never())).getMessage());
            assertFalse(both.contains("column float_field is"), both);
            assertTrue(both.contains("float_field, double_field"), both);
        }
    }
}
