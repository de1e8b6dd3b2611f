package cotejo.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.work.Cancel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Broken, cut, lying and bursting files end in a sentence, never in an exception, and never in a calm verdict of what
/// was not read.
class BrokenModelsTest {

    private static final Path MODELS = Path.of("..", "shared", "corpus", "models");
    private static final int MUTANTS = 25;

    @TempDir
    Path folder;

    static Stream<String> models() throws IOException {
        if (!Files.isDirectory(MODELS)) {
            return Stream.of("");
        }
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("expected") && !name.endsWith(".data")).sorted().toList().stream();
        }
    }

    private ModelFacts inspect(String name, byte[] bytes) throws IOException {
        return ModelFiles.inspect(Files.write(folder.resolve(name), bytes), Cancel.never());
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatIsCutInHalfIsNeverCalm(String name) throws IOException {
        Assumptions.assumeFalse(name.isEmpty(), "no corpus beside the project");
        // TFLite says no length: half of its weights may be missing without a sign of it in its tables.
        Assumptions.assumeFalse(name.endsWith(".tflite"));
        byte[] whole = Files.readAllBytes(MODELS.resolve(name));
        ModelFacts facts = inspect(name, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertFalse(facts.execution().calm(), () -> facts.format() + " " + facts.execution());
        assertFalse(facts.problems().isEmpty() && facts.imports().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("models")
    void mutantsEndInFacts(String name) throws IOException {
        Assumptions.assumeFalse(name.isEmpty(), "no corpus beside the project");
        byte[] whole = Files.readAllBytes(MODELS.resolve(name));
        Random random = new Random(name.hashCode());
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = whole.clone();
            for (int change = 0; change <= i % 8; change++) {
                int at = i % 2 == 0 ? random.nextInt(Math.min(400, mutant.length)) : random.nextInt(mutant.length);
                mutant[at] = (byte) random.nextInt();
            }
            assertNotNull(inspect(name, mutant).execution());
        }
    }

    @Test
    void aZipBombIsSaid() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("m/data.pkl"));
            zip.write(new byte[] {(byte) 0x80, 4, ']'});
            byte[] nothing = new byte[1 << 20];
            java.util.Arrays.fill(nothing, (byte) 'N');
            for (int i = 0; i < 64; i++) {
                zip.write(nothing);
            }
            zip.closeEntry();
        }
        assertEquals(Execution.NOT_FULLY_PARSED, inspect("bomb.pt", out.toByteArray()).execution());
    }

    @Test
    void aGzipBombIsSaid() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(new byte[] {(byte) 0x80, 4});
            byte[] nothing = new byte[1 << 20];
            java.util.Arrays.fill(nothing, (byte) 0x88);
            for (int i = 0; i < 100; i++) {
                gzip.write(nothing);
            }
        }
        assertFalse(inspect("bomb.joblib", out.toByteArray()).execution().calm());
    }

    @Test
    void deepNestingIsNoTrouble() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x80, 4});
        for (int i = 0; i < 500_000; i++) {
            out.write(']');
        }
        for (int i = 0; i < 499_999; i++) {
            out.write('a');
        }
        out.write('.');
        assertEquals(Execution.KNOWN_CONSTRUCTORS, inspect("deep.pkl", out.toByteArray()).execution());
    }

    @Test
    void sharedPartsDoNotMultiply() throws IOException {
        Pickles laughs = Pickles.protocol(4).op("]").raw(0x94);
        for (int i = 0; i < 100; i++) {
            laughs.op("h").raw(i).op("2").raw(0x86, 0x94).op("h").raw(i + 1).op("h").raw(i + 1).raw(0x86).op("0");
        }
        assertTrue(inspect("laughs.pkl", laughs.stop()).recognised());
    }

    @Test
    void aLengthThatCannotBeTakesNoMemory() throws IOException {
        byte[] lie = Pickles.protocol(4).raw(0x8e).four(-1).four(0x7fffffff).unfinished();
        ModelFacts facts = inspect("lie.pkl", lie);
        assertEquals(Execution.NOT_FULLY_PARSED, facts.execution());
        assertEquals(1, facts.problems().size());
    }

    @Test
    void aHeaderThatIsLongerThanItsFileIsSaid() throws IOException {
        byte[] lie = new byte[64];
        lie[2] = 1;
        lie[8] = '{';
        assertEquals(Execution.NOT_FULLY_PARSED, inspect("lie.safetensors", lie).execution());
    }

    @Test
    void entitiesOfXmlAreNotFollowed() throws IOException {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE PMML [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
                + "<!ENTITY f SYSTEM \"file:///etc/hostname\">]><PMML version=\"4.4\"><Header description=\"x\">&f;&b;"
                + "</Header></PMML>";
        ModelFacts facts = inspect("a.pmml", bomb.getBytes(StandardCharsets.UTF_8));
        assertEquals("pmml", facts.format());
        assertEquals(Execution.NOT_FULLY_PARSED, facts.execution());
    }
}
