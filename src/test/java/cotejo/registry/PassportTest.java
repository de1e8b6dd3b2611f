package cotejo.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.model.ModelId;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /// As Keras 3 writes what `compile` was given.
    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = ';', value = {
        "\"sparse_categorical_crossentropy\";sparse_categorical_crossentropy",
        "{\"module\":\"keras.losses\",\"class_name\":\"Huber\",\"config\":{}};Huber"})
    void theLossThatAKerasFileSaysStandsInThePassport(String written, String loss, @TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("net.keras");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "metadata.json", "{\"keras_version\":\"3.15.1\"}");
            entry(zip, "config.json", "{\"module\":\"keras\",\"class_name\":\"Sequential\",\"config\":"
                    + "{\"name\":\"net\",\"layers\":[]},\"compile_config\":{\"loss\":" + written + "}}");
            entry(zip, "model.weights.h5", "");
        }
        try (House house = new House(folder)) {
            house.registry.registration().register(new Registration.Wish("ours",
                    new Registration.FromFiles(List.of(file)), "", "", Map.of(), "ana"), Progress.NONE,
                    Cancel.never());
            assertEquals(Optional.of(loss), house.registry.versions().passport(ModelId.here("ours"),
                    house.model("ours").version(1).orElseThrow(), Cancel.never()).value("definition.loss"));
        }
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
