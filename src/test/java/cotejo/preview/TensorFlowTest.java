package cotejo.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.work.Cancel;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// SavedModels and a graph that TensorFlow 2.21 wrote: what each was told to do is known.
class TensorFlowTest {

    private static ModelFacts inspect(String name) throws IOException, URISyntaxException {
        return ModelFiles.inspect(Path.of(Objects.requireNonNull(
                TensorFlowTest.class.getResource("/cotejo/preview/tensorflow/" + name)).toURI()), Cancel.never());
    }

    @ParameterizedTest
    @ValueSource(strings = {"calm", "fft_and_while"})
    void aModelThatOnlyComputesIsCalm(String name) throws IOException, URISyntaxException {
        ModelFacts facts = inspect(name);
        assertEquals(List.of(), facts.imports());
        assertTrue(facts.execution().calm());
    }

    @ParameterizedTest
    @CsvSource({"py_function,EagerPyFunc", "numpy_function,PyFunc", "print_to_file,PrintV2", "read_file,ReadFile",
        "write_file,WriteFile"})
    void whatReachesPythonOrFilesIsDangerous(String name, String operator) throws IOException, URISyntaxException {
        ModelFacts facts = inspect(name);
        assertEquals(Execution.DANGEROUS_IMPORTS, facts.execution());
        assertTrue(facts.imports().stream().anyMatch(code -> code.name().equals("tensorflow." + operator)),
                () -> facts.imports().toString());
    }

    /// What `tf.train.list_variables` says of it, and the types it was written with.
    @ParameterizedTest
    @ValueSource(strings = {"ckpt", "ckpt/ckpt-1.index"})
    void aCheckpointSaysItsTensors(String name) throws IOException, URISyntaxException {
        ModelFacts facts = inspect(name);
        assertEquals("tensorflow-checkpoint", facts.format());
        assertEquals(List.of("b float64 [3]", "save_counter int64 []", "step int64 []", "w float32 [2, 3]"),
                facts.parameters().tensors().stream().map(tensor -> tensor.name() + " " + tensor.dtype() + " "
                        + tensor.shape()).toList());
        assertTrue(facts.execution().calm());
    }

    @Test
    void anOperatorOfAnotherLibraryIsUnknown() throws IOException, URISyntaxException {
        ModelFacts facts = inspect("custom_op.pb");
        assertEquals(Execution.UNKNOWN_IMPORTS, facts.execution());
        assertEquals("tensorflow.ZeroOutOfMyLibrary", facts.imports().getFirst().name());
    }
}
