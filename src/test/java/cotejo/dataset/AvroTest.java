package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.Zstd;
import cotejo.work.Cancel;
import io.airlift.compress.snappy.SnappyCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Avro's container files: those that fastavro wrote, and bytes put together by the specification.
class AvroTest {

    private static final byte[] SYNC = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private static byte[] number(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long left = value << 1 ^ value >> 63;
        for (; (left & ~0x7fL) != 0; left >>>= 7) {
            out.write((int) (left & 0x7f | 0x80));
        }
        out.write((int) left);
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return join(number(bytes.length), bytes);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private Path file(String schema, String codec, byte[]... blocks) throws IOException {
        byte[] head = join(new byte[]{'O', 'b', 'j', 1}, number(2), text("avro.schema"), text(schema),
                text("avro.codec"), text(codec), number(0), SYNC);
        return Files.write(folder.resolve("made.avro"), join(head, join(blocks)));
    }

    private static byte[] block(long rows, byte[] data) {
        return join(number(rows), number(data.length), data, SYNC);
    }

    private static byte[] pack(String codec, byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (codec) {
            case "deflate" -> {
                try (OutputStream to = new DeflaterOutputStream(out, new Deflater(9, true))) {
                    to.write(data);
                }
            }
            case "bzip2" -> {
                try (OutputStream to = new BZip2CompressorOutputStream(out)) {
                    to.write(data);
                }
            }
            case "xz" -> {
                try (OutputStream to = new XZOutputStream(out, new LZMA2Options(1))) {
                    to.write(data);
                }
            }
            case "zstandard" -> out.writeBytes(Zstd.compress(data));
            case "snappy" -> {
                SnappyCompressor snappy = new SnappyCompressor();
                byte[] packed = new byte[snappy.maxCompressedLength(data.length)];
                int length = snappy.compress(data, 0, data.length, packed, 0, packed.length);
                CRC32 sum = new CRC32();
                sum.update(data);
                out.writeBytes(Arrays.copyOf(packed, length));
                out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
            }
            default -> out.writeBytes(data);
        }
        return out.toByteArray();
    }

    private static List<List<Value>> rows(Path file) throws IOException {
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            int[] all = java.util.stream.IntStream.range(0, dataset.columns().size()).toArray();
            return dataset.rows(0, 5000, all, Cancel.never()).cells();
        }
    }

    private static String refusal(Path file) {
        return assertThrows(UnreadableData.class, () -> rows(file)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows_null.avro", "rows_deflate.avro"})
    void whatFastavroWroteIsReadWhole(String name) throws IOException {
        Path file = DatasetCorpus.ROOT.resolve("datasets/other").resolve(name);
        assumeTrue(Files.exists(file), "no corpus beside the project");
        List<List<Value>> rows = rows(file);
        assertEquals(1000, rows.size());
        assertEquals(List.of(new Value.Whole(2), Value.text("n2"), new Value.Real(2 / 7.0, 64),
                new Value.Items(List.of(Value.text("a"), Value.text("a"))),
                new Value.Pairs(List.of(new Value.Pair(Value.text("k"), new Value.Whole(2)))),
                new Value.Moment(1_704_067_202, 0, "UTC"), new Value.Decimal(new BigDecimal("0.02")),
                Value.text("R")), rows.get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "deflate", "snappy", "zstandard", "bzip2", "xz"})
    void everyCodecOfTheSpecificationIsUnpacked(String codec) throws IOException {
        String schema = "{\"type\":\"record\",\"name\":\"r\",\"fields\":[{\"name\":\"a\",\"type\":\"long\"}]}";
        assertEquals(List.of(List.of(new Value.Whole(-64)), List.of(new Value.Whole(8192)),
                List.of(new Value.Whole(1))), rows(file(schema, codec,
                        block(2, pack(codec, join(number(-64), number(8192)))), block(1, pack(codec, number(1))))));
    }

    @Test
    void aRecordInsideItselfIsReadAsDeepAsItGoes() throws IOException {
        Path file = file("{\"type\":\"record\",\"name\":\"n\",\"namespace\":\"x\",\"fields\":[{\"name\":\"v\","
                + "\"type\":\"int\"},{\"name\":\"next\",\"type\":[\"null\",\"n\"]}]}", "null",
                block(1, join(number(1), number(1), number(2), number(0))));
        assertEquals(List.of(List.of(new Value.Whole(1), new Value.Struct(List.of("v", "next"),
                List.of(new Value.Whole(2), Value.Nothing.NULL)))), rows(file));
    }

    @Test
    void logicalTypesThatFitHaveTheirMeaning() throws IOException {
        Path file = file("{\"type\":\"record\",\"name\":\"r\",\"fields\":["
                + "{\"name\":\"d\",\"type\":{\"type\":\"int\",\"logicalType\":\"date\"}},"
                + "{\"name\":\"t\",\"type\":{\"type\":\"long\",\"logicalType\":\"time-micros\"}},"
                + "{\"name\":\"p\",\"type\":{\"type\":\"fixed\",\"name\":\"f\",\"size\":2,"
                + "\"logicalType\":\"decimal\",\"precision\":4,\"scale\":1}},"
                + "{\"name\":\"s\",\"type\":{\"type\":\"string\",\"logicalType\":\"date\"}}]}", "null",
                block(1, join(number(19723), number(1_000_000), new byte[]{-1, -2}, text("x"))));
        assertEquals(List.of(List.of(new Value.Day(19723), new Value.TimeOfDay(1_000_000_000L),
                new Value.Decimal(new BigDecimal("-0.2")), Value.text("x"))), rows(file));
    }

    @Test
    void whatIsBeforeADamagedMarkerIsShownAndTheDamageSaid() throws IOException {
        byte[] damaged = block(1, number(2));
        damaged[damaged.length - 1] ^= 1;
        Path file = file("\"long\"", "null", block(1, number(1)), damaged);
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            assertEquals(1, dataset.countRows(Cancel.never()));
            assertTrue(dataset.oddities().getFirst().message().contains(file.toString()));
        }
    }

    @Test
    void aBlockThatClaimsMoreThanItCanHoldIsRefused() throws IOException {
        assertTrue(refusal(file("{\"type\":\"array\",\"items\":\"null\"}", "null",
                block(1, join(number(1L << 60), number(0))))).contains("made.avro"));
    }

    @Test
    void aBlockThatUnpacksBeyondTheLimitIsRefused() throws IOException {
        assertTrue(refusal(file("\"bytes\"", "deflate", block(1, pack("deflate", new byte[(64 << 20) + 1]))))
                .contains("64 MB"));
    }

    @Test
    void anUnknownCodecIsNamed() throws IOException {
        assertTrue(refusal(file("\"long\"", "lzo", block(1, number(1)))).contains("lzo"));
    }
}
