package cotejo.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No hand-made attack gets a calm verdict, and honest files of the same make do.
class AttacksTest {

    private static final Map<String, byte[]> ALL = Attacks.all();

    @TempDir
    Path folder;

    static Stream<String> names() {
        return ALL.keySet().stream();
    }

    private ModelFacts inspect(String name, byte[] bytes) throws IOException {
        return ModelFiles.inspect(Files.write(folder.resolve(name), bytes), Cancel.never());
    }

    @ParameterizedTest
    @MethodSource("names")
    void noAttackGetsACalmVerdict(String name) throws IOException {
        ModelFacts facts = inspect(name, ALL.get(name));
        assertFalse(facts.execution().calm(), () -> facts.execution().id() + " " + facts.imports());
    }

    @ParameterizedTest
    @MethodSource("names")
    void noAttackGetsACalmVerdictUnderAnotherName(String name) throws IOException {
        assertFalse(inspect("weights.dat", ALL.get(name)).execution().calm());
    }

    @Test
    void thereAreAtLeastThirty() {
        assertTrue(ALL.size() >= 30);
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatCallsOsSystemSaysSo(String name) throws IOException {
        boolean plain = name.startsWith("names_by_memo") || name.startsWith("decoy") || name.contains("escapes")
                || name.startsWith("second_stream") || name.startsWith("torch_zip") || name.startsWith("zip_in_zip")
                || name.startsWith("object_array") || name.startsWith("gzip") || name.startsWith("lz4");
        if (plain) {
            ModelFacts facts = inspect(name, ALL.get(name));
            assertEquals(Execution.DANGEROUS_IMPORTS, facts.execution());
            assertTrue(facts.imports().contains(new CodeName("os.system", CodeName.Verdict.DANGEROUS)));
        }
    }

    @Test
    void anHonestPickleIsKnown() throws IOException {
        byte[] honest = Pickles.protocol(4).stackGlobal("collections", "OrderedDict").op(")R(").text("a").op("K").raw(1)
                .op("u").stop();
        assertEquals(Execution.KNOWN_CONSTRUCTORS, inspect("honest.pkl", honest).execution());
    }

    @Test
    void anHonestJoblibArrayIsKnown() throws IOException {
        byte[] honest = Attacks.join(Attacks.joblib(8), new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, Pickles.bare().stop());
        assertEquals(Execution.KNOWN_CONSTRUCTORS, inspect("honest.joblib", honest).execution());
    }

    @Test
    void anHonestTorchZipIsKnown() throws IOException {
        byte[] honest = Attacks.zip("m/data.pkl", Pickles.protocol(2).op("}").stop(), "m/version", new byte[] {'3'});
        assertEquals(Execution.KNOWN_CONSTRUCTORS, inspect("honest.pt", honest).execution());
    }
}
