package cotejo.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.model.ModelId;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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

    @Test
    void amongSeveralFilesTheOneModelIsReadForThePassport(@TempDir Path folder) throws IOException {
        Path model = House.SAMPLE.resolve("mlruns/462717345219635804/models/m-b3c772b6792047ceab144ed59f9043cd")
                .resolve("artifacts/model.pkl");
        Path words = Files.writeString(folder.resolve("labels.txt"), "low\nhigh\n");
        try (House house = new House(folder)) {
            house.registry.registration().register(new Registration.Wish("ours",
                    new Registration.FromFiles(List.of(model, words)), "", "", Map.of(), "ana"), Progress.NONE,
                    Cancel.never());
            Passport passport = house.registry.versions().passport(ModelId.here("ours"),
                    house.model("ours").version(1).orElseThrow(), Cancel.never());
            assertEquals(Optional.of("sklearn.ensemble._gb.GradientBoostingRegressor"),
                    passport.value("definition.type"));
            assertEquals(Optional.of("2"), passport.value("parameters.files"));
        }
    }
}
