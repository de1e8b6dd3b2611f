package cotejo.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is proposed as the name of a model; the rules for names are MLflow's (`mlflow/utils/validation.py`, 3.11).
final class ProposedNameTest {

    @ParameterizedTest
    @CsvSource({"/m/churn.onnx,churn", "/m/churn.v2.safetensors,churn.v2", "/m/gpt-2.5,gpt-2.5", "/m/churn,churn",
        "/m/churn/model.pkl,churn", "/m/churn/MLmodel,churn", "/m/churn/model,churn", "/out/churn-12.zip,churn",
        "/m/churn-12.onnx,churn-12", "/m/a:b.pt,a-b", "/model.pt,''", "/m/.onnx,.onnx", "/m/año 2.onnx,año 2"})
    void aFileOrFolderSaysTheName(String path, String name) {
        assertEquals(name, Registration.proposedName(List.of(Path.of(path))));
    }

    @Test
    void severalAreNamedAfterTheirFolder() {
        assertEquals("churn", Registration.proposedName(List.of(Path.of("/m/churn/a.bin"), Path.of("/m/churn/b.bin"))));
    }

    @Test
    void whatIsProposedIsANameByTheRules() {
        assertEquals("a-b-c", Names.model(Registration.proposedName("a/b:c")));
        assertEquals("", Registration.proposedName(".."));
        Names.model(Registration.proposedName("🐘".repeat(400)));
        assertEquals(128, Registration.proposedName("a".repeat(127) + " b").length() + 1);
    }
}
