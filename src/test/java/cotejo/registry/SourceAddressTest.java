package cotejo.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.ModelCard;
import cotejo.model.RunFrame;
import cotejo.model.VersionCard;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The files of an imported version are found by every form of address that MLflow's clients record, in a store that
/// was moved.
class SourceAddressTest {

    private static final String MODEL = "m-dc3da9bb199b437aab65680cfc19f4dc";
    private static final String RUN = "114cd7d0f01249eab4f503f2c70fcb12";
    private static final String EXPERIMENT = "462717345219635804";

    @TempDir
    private Path folder;

    static Stream<Path> samples() {
        return Stream.of(House.SAMPLE, Path.of("..", "shared", "corpus", "mlflow-folder"),
                Path.of("..", "shared", "corpus", "mlflow-sqlite")).filter(Files::isDirectory);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theFilesOfEveryVersionAreFoundBesideTheStore(Path sample) throws IOException {
        try (House house = new House(folder).importing(sample)) {
            for (ModelCard model : house.registry.models()) {
                for (VersionCard version : model.live()) {
                    Path out = folder.resolve(model.name() + version.version());
                    house.registry.bundles().unpack(model.id(), version.version(), out, Cancel.never());
                    assertTrue(Files.exists(out.resolve("MLmodel")), out.toString());
                }
            }
        }
    }

    /// Files too large to be read by the way have a size at once and a hash when it is asked for.
    @Test
    void largeFilesOfASourceAreHashedWhenAskedFor() throws IOException {
        try (House house = recorded("unknown")) {
            Path artifacts = folder.resolve("store/mlruns/462717345219635804/models").toRealPath();
            VersionCard version = house.diabetes().version(3).orElseThrow();
            Path large = artifacts.resolve(version.modelId()).resolve("artifacts/weights.bin");
            try (java.io.RandomAccessFile file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
                file.setLength(65L << 20);
            }
            Passport before = house.registry.versions().passport(house.diabetes().id(), version, Cancel.never());
            assertEquals(Optional.empty(), before.value("parameters.hash"));
            assertTrue(Long.parseLong(before.value("parameters.bytes").orElse("0")) > 65L << 20);
            house.registry.versions().hash(house.diabetes().id(), version, Cancel.never());
            Passport after = house.registry.versions().passport(house.diabetes().id(), version, Cancel.never());
            house.registry.registration().keep(house.diabetes().id(), 3, "ana", Progress.NONE, Cancel.never());
            assertEquals(Optional.of(house.diabetes().version(3).orElseThrow().digest()),
                    after.value("parameters.hash"));
        }
    }

    /// The sample with another address for the first version of the model that is in three stages.
    private House recorded(String address) throws IOException {
        Path copy = folder.resolve("store");
        List<Path> all;
        try (Stream<Path> files = Files.walk(House.SAMPLE.resolve("mlruns"))) {
            all = files.toList();
        }
        for (Path file : all) {
            Path to = copy.resolve(House.SAMPLE.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(to);
            } else {
                Files.copy(file, to);
            }
        }
        Path meta = copy.resolve("mlruns/models/diabetes-progression/version-1/meta.yaml");
        Files.writeString(meta, Files.readString(meta).replaceAll("(?m)^model_id:.*", "model_id: null")
                .replaceAll("(?m)^(source|storage_location):.*", "$1: " + address));
        return new House(folder.resolve("house")).importing(copy);
    }

    private List<String> unpacked(House house) throws IOException {
        Path out = folder.resolve("out");
        house.registry.bundles().unpack(house.diabetes().id(), 1, out, Cancel.never());
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"models:/" + MODEL,
        "file:///home/user/experiments/mlruns/" + EXPERIMENT + "/models/" + MODEL + "/artifacts",
        "/home/user/experiments/mlruns/" + EXPERIMENT + "/models/" + MODEL + "/artifacts/",
        "mlflow-artifacts:/" + EXPERIMENT + "/models/" + MODEL + "/artifacts", "runs:/" + RUN + "/model"})
    void everyAddressOfALoggedModelLeadsToItsFiles(String address) throws IOException {
        Path artifacts = House.SAMPLE.resolve("mlruns/" + EXPERIMENT + "/models/" + MODEL + "/artifacts");
        try (House house = recorded(address); Stream<Path> files = Files.list(artifacts)) {
            assertEquals(files.map(file -> file.getFileName().toString()).sorted().toList(), unpacked(house));
        }
    }

    @Test
    void aLoggedModelIsRegisteredByTheRunThatWroteItAndItsName() throws IOException {
        try (House house = new House(folder).sample()) {
            RunFrame frame = house.workspace.catalog().frame();
            int row = 0;
            while (!frame.run(row).id().equals(RUN)) {
                row++;
            }
            int made = house.registry.registration().register(new Registration.Wish("again",
                    new Registration.FromRun(frame, row, "model"), "", "", Map.of(), "ana"), Progress.NONE,
                    Cancel.never()).version();
            assertEquals(MODEL, house.model("again").live().get(made - 1).modelId());
        }
    }

    @Test
    void anAddressThatIsNeitherIsNotTakenForAllArtifactsOfTheRun() throws IOException {
        try (House house = recorded("file:///home/user/elsewhere/model")) {
            RegistryRefusal refusal = assertThrows(RegistryRefusal.class, () -> unpacked(house));
            assertTrue(String.valueOf(refusal.getMessage()).contains("file:///home/user/elsewhere/model"));
        }
    }
}
