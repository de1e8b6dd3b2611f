package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
import cotejo.work.Cancel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files made to fill memory or never to end: each comes to rows or to a sentence that names it, in seconds.
class BombTest {

    private static final byte[] MEGABYTE = new byte[1 << 20];

    @TempDir
    Path folder;

    private String outcome(Path file) {
        String what = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> MutationCampaign.outcome(file));
        assertTrue(!what.startsWith("!"), what);
        return what;
    }

    private void refused(Path file, String why) {
        String what = outcome(file);
        assertTrue(what.contains(why), what);
    }

    private Path written(String name, byte[]... parts) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (byte[] part : parts) {
                out.write(part);
            }
        }
        return file;
    }

    private static byte[] npy(String shape, String descr) {
        byte[] header = ("{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }\n")
                .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(10 + header.length).order(ByteOrder.LITTLE_ENDIAN).put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 0)
                .putShort((short) header.length).put(header).array();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"(1099511627776,); <f8", "(4294967296, 4294967296); <f8",
        "(9223372036854775807, 2); <f8", "(-1,); <f8", "(1000, 0); <f8", "(3,); <U2147483647", "(3,); V99999999999"})
    void aShapeThatIsALieIsNoReasonToAllocate(String shape, String descr) throws IOException {
        outcome(written("lie.npy", npy(shape, descr), new byte[24]));
    }

    @Test
    void aHeaderOfTwoGigabytesIsRefused() throws IOException {
        byte[] head = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN).put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 2).put((byte) 0)
                .putInt(Integer.MAX_VALUE).array();
        refused(written("header.npy", head), "header");
    }

    @Test
    void anArchiveThatUnpacksToMoreThanItMayIsRefused() throws IOException {
        Path file = folder.resolve("bomb.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("a.npy"));
            zip.write(npy("(52428800,)", "<f8"));
            for (int i = 0; i < 400; i++) {
                zip.write(MEGABYTE);
            }
            zip.closeEntry();
        }
        refused(file, "128 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zst"})
    void aTableThatUnpacksWithoutEndIsRefused(String how) throws IOException {
        Path file = folder.resolve("bomb.csv." + how);
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream out = how.equals("gz") ? new GZIPOutputStream(raw) : new ZstdOutputStream(raw)) {
            out.write("a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 400; i++) {
                out.write(MEGABYTE);
            }
        }
        outcome(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{},", "{},"})
    void deepAndEndlessJsonIsRefused(String unit) throws IOException {
        byte[] much = unit.repeat((1 << 20) / unit.length()).getBytes(StandardCharsets.US_ASCII);
        Path lines = folder.resolve("endless.jsonl");
        Path array = folder.resolve("endless.json");
        try (OutputStream one = Files.newOutputStream(lines); OutputStream other = Files.newOutputStream(array)) {
            one.write("{\"a\":1}\n{\"a\":[".getBytes(StandardCharsets.US_ASCII));
            other.write("[{\"a\":1},{\"a\":[".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 40; i++) {
                one.write(much);
                other.write(much);
            }
        }
        outcome(lines);
        outcome(array);
    }

    @Test
    void aRowOfAMillionNamesTakesNoSquareOfThem() throws IOException {
        StringBuilder text = new StringBuilder("{\"a\":{\"x\":1}}\n{\"a\":{");
        for (int i = 0; i < 300_000; i++) {
            text.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":1");
        }
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1100; i++) {
            many.append("{\"a\":{\"x\":1}}\n");
        }
        outcome(written("names.jsonl", many.toString().getBytes(StandardCharsets.US_ASCII),
                text.append("}}\n").toString().getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"k%d\":1}\n", "{\"a\":{\"k%d\":1}}\n", "{\"a\":[{\"b\":{\"k%d\":1}}]}\n"})
    void rowsThatEachHaveANameOfTheirOwnTakeNoSquareOfThem(String row) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 150_000; i++) {
            text.append(row.formatted(i));
        }
        outcome(written("own.jsonl", text.toString().getBytes(StandardCharsets.US_ASCII)));
    }

    private static void number(ByteArrayOutputStream out, long number) {
        long zigzag = number << 1 ^ number >> 63;
        while ((zigzag & ~0x7fL) != 0) {
            out.write((int) (zigzag & 0x7f | 0x80));
            zigzag >>>= 7;
        }
        out.write((int) zigzag);
    }

    private static void text(ByteArrayOutputStream out, String text) {
        number(out, text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] avro(String schema, String codec, long count, byte[] block) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[]{'O', 'b', 'j', 1});
        number(out, 2);
        text(out, "avro.schema");
        text(out, schema);
        text(out, "avro.codec");
        text(out, codec);
        number(out, 0);
        byte[] sync = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        out.writeBytes(sync);
        number(out, count);
        number(out, block.length);
        out.writeBytes(block);
        out.writeBytes(sync);
        return out.toByteArray();
    }

    private static byte[] numbers(long... numbers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (long each : numbers) {
            number(out, each);
        }
        return out.toByteArray();
    }

    @Test
    void anAvroFileCannotClaimMoreThanItHolds() throws IOException {
        refused(written("rows.avro", avro("\"null\"", "null", 1L << 60, new byte[0])), "claims more rows");
        refused(written("negative.avro", avro("\"null\"", "null", -5, new byte[0])), "claims more rows");
        refused(written("items.avro", avro("{\"type\":\"array\",\"items\":\"null\"}", "null", 1, numbers(1L << 60))),
                "more values");
        refused(written("least.avro", avro("{\"type\":\"array\",\"items\":\"null\"}", "null", 1,
                numbers(Long.MIN_VALUE, 1))), "cannot be read");
        refused(written("text.avro", avro("\"string\"", "null", 1, numbers(1L << 40))), "cannot be read");
        refused(written("fixed.avro", avro("{\"type\":\"fixed\",\"name\":\"f\",\"size\":2147483647}", "null", 1,
                new byte[4])), "cannot be read");
    }

    @Test
    void anAvroRowThatHoldsItselfWithoutEndIsRefused() throws IOException {
        byte[] again = new byte[1 << 20];
        java.util.Arrays.fill(again, (byte) 2);
        refused(written("again.avro", avro("{\"type\":\"record\",\"name\":\"a\",\"fields\":[{\"name\":\"next\","
                + "\"type\":[\"null\",\"a\"]}]}", "null", 1, again)), "deep");
        outcome(written("self.avro", avro("{\"type\":\"record\",\"name\":\"a\",\"fields\":[{\"name\":\"next\","
                + "\"type\":\"a\"}]}", "null", 1, again)));
        refused(written("schema.avro", avro("{\"type\":\"array\",\"items\":".repeat(5000) + "\"null\""
                + "}".repeat(5000), "null", 1, again)), "cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "zstandard"})
    void anAvroBlockThatUnpacksWithoutEndIsRefused(String codec) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = codec.equals("deflate") ? new DeflaterOutputStream(packed,
                new java.util.zip.Deflater(9, true)) : new ZstdOutputStream(packed)) {
            for (int i = 0; i < 300; i++) {
                out.write(MEGABYTE);
            }
        }
        refused(written("bomb.avro", avro("\"bytes\"", codec, 1, packed.toByteArray())), "64 MB");
    }

    /// As the campaign found it: a name in the schema with a line break in it.
    @Test
    void aSentenceIsOneLineWhateverAColumnIsCalled() {
        assertEquals("a\u240ab\u2400.", new UnreadableData("a\nb\u0000.").getMessage());
    }

    /// As the campaign found it: `Index -1 out of bounds`.
    @Test
    void aTimeWithALetterBehindItIsText() throws IOException {
        Path file = written("letter.csv", "t,n\n2024-01-31T10:00:00Z,1\n2024-01-31T10:00:00X,2\n"
                .getBytes(StandardCharsets.US_ASCII));
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            assertEquals(Value.text("2024-01-31T10:00:00X"),
                    dataset.rows(1, 1, new int[]{0}, Cancel.never()).cells().getFirst().getFirst());
        }
    }
}
