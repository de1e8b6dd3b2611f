package cotejo.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.model.ModelId;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What neither run nor files say of a version a person can say.
final class PassportTest {

    /// The six things as the registry must keep them: definition (model type, loss), parameters (count, tensors,
    /// hash), dependencies (Python, packages), data (pointer, digest, schema, profile), code (commit, entry point,
    /// source files), experiment (plots, reports, metrics).
    @ParameterizedTest
    @ValueSource(strings = {"definition.type", "definition.loss", "parameters.count", "parameters.tensors",
        "parameters.hash", "dependencies.python", "dependencies.packages", "data.source", "data.digest",
        "data.schema", "data.profile", "code.commit", "code.entry", "code.files", "artifacts.plots",
        "artifacts.reports", "artifacts.metrics"})
    void eachThingCanBeEnteredByHand(String entry, @TempDir Path folder) throws IOException {
        try (House house = new House(folder)) {
            house.register("ours", "weights");
            house.registry.passport(ModelId.here("ours"), 1, entry, "said", "ana");
            assertEquals(Optional.of("said"), house.registry.versions().passport(ModelId.here("ours"),
                    house.model("ours").version(1).orElseThrow(), Cancel.never()).value(entry));
        }
    }
}
