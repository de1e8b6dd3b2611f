package cotejo.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.model.RegistryEvent;
import cotejo.model.StoredFile;
import cotejo.model.VersionCard;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A version that went to another machine as a bundle is there what it was here; a bundle that is not whole is refused.
class BundleTest {

    @TempDir
    private Path folder;

    private House here;
    private Path zip;

    @BeforeEach
    void aBundleOfTheChampion() throws IOException {
        here = new House(folder.resolve("here")).sample();
        zip = folder.resolve("v3.zip");
        here.promote(here.diabetes().id(), 3, "Staging");
        here.promote(here.diabetes().id(), 3, "Production");
        here.registry.passport(here.diabetes().id(), 3, "definition.loss", "squared error", "ana");
        here.registry.bundles().write(here.diabetes().id(), 3, zip, "ana", Progress.NONE, Cancel.never());
    }

    @AfterEach
    void close() {
        here.close();
    }

    private Bundles.Imported read(House there) throws IOException {
        return there.registry.bundles().read(zip, "", "luis", Progress.NONE, Cancel.never());
    }

    @Test
    void nothingIsLostOnTheWay() throws IOException {
        try (House there = new House(folder.resolve("there"))) {
            assertEquals(new Bundles.Imported(ModelId.here(House.DIABETES), 3, List.of(), ""), read(there));
            ModelCard model = there.diabetes();
            VersionCard was = here.diabetes().version(3).orElseThrow();
            VersionCard is = model.version(3).orElseThrow();
            assertEquals(List.of("Production", was.description(), was.tags(), was.runId(), was.created()),
                    List.of(is.stage(), is.description(), is.tags(), is.runId(), is.created()));
            assertEquals(Map.of("champion", 3), model.aliases());
            assertEquals(here.diabetes().description(), model.description());
            assertEquals(here.registry.versions().facts(here.diabetes().id(), was, Cancel.never()),
                    there.registry.versions().facts(model.id(), is, Cancel.never()));
        }
    }

    @Test
    void aStageThatWasAddedThereIsAddedHereToo() throws IOException {
        here.registry.stages(List.of("None", "Canary", "Staging", "Production", "Archived"));
        here.promote(here.diabetes().id(), 3, "Canary");
        here.registry.bundles().write(here.diabetes().id(), 3, zip, "ana", Progress.NONE, Cancel.never());
        try (House there = new House(folder.resolve("there"))) {
            assertEquals("Canary", read(there).addedStage());
            assertEquals("Canary", there.stage(House.DIABETES, 3));
            assertEquals(List.of("None", "Staging", "Production", "Canary", "Archived"), there.registry.stages());
        }
    }

    @Test
    void blanksAroundAStageMakeNoOtherStageOfIt() throws IOException {
        here.registry.stages(List.of("None", "Canary", "Staging", "Production", "Archived"));
        here.promote(here.diabetes().id(), 3, "Canary");
        here.registry.bundles().write(here.diabetes().id(), 3, zip, "ana", Progress.NONE, Cancel.never());
        rewritten("\"stage\" : \"Canary\"", "\"stage\" : \" Canary \"");
        assertEquals("Canary", Bundles.told(zip).orElseThrow().stage());
        assertEquals("", read(here).addedStage());
        assertEquals("Canary", here.stage(House.DIABETES, 4));
    }

    /// Puts another manifest in, with its check sum.
    private void rewritten(String before, String after) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of())) {
            Path manifest = inside.getPath("manifest.json");
            String text = Files.readString(manifest);
            assertTrue(text.contains(before), text);
            String other = text.replace(before, after);
            Path sums = inside.getPath("checksums.sha256");
            Files.writeString(sums, Files.readString(sums).replace(sha256(text), sha256(other)));
            Files.writeString(manifest, other);
        }
    }

    private static String sha256(String text) {
        return java.util.HexFormat.of().formatHex(
                BundleWriter.sha256().digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void twoExportsOfAVersionThatNobodyChangedAreTheSameBytes() throws IOException {
        Path again = folder.resolve("another name.zip");
        here.registry.use(here.diabetes().id(), 3, cotejo.model.Usage.Kind.OPEN);
        here.registry.bundles().write(here.diabetes().id(), 3, again, "luis", Progress.NONE, Cancel.never());
        assertEquals(-1, Files.mismatch(zip, again));
    }

    /// A program that was killed while it exported leaves the part it wrote; the next export takes its place.
    @Test
    void whatAKilledExportLeftGoesWithTheNext() throws IOException {
        Path part = Files.writeString(folder.resolve("v3.zip.part"), "half");
        here.registry.bundles().write(here.diabetes().id(), 3, zip, "ana", Progress.NONE, Cancel.never());
        assertFalse(Files.exists(part));
        assertTrue(Bundles.verify(zip, Cancel.never()).sound());
    }

    @Test
    void whenABundleWasWrittenDoesNotStandInIt() throws IOException {
        try (var entries = new java.util.zip.ZipFile(zip.toFile())) {
            java.time.LocalDateTime created = java.time.LocalDateTime.ofEpochSecond(
                    here.diabetes().version(3).orElseThrow().created() / 1000 / 2 * 2, 0, java.time.ZoneOffset.UTC);
            entries.stream().forEach(entry -> assertEquals(created, entry.getTimeLocal(), entry.getName()));
        }
    }

    @Test
    void theFilesAreTheSameBytes() throws IOException {
        Path original = House.SAMPLE.resolve("mlruns/462717345219635804/models/"
                + "m-b3c772b6792047ceab144ed59f9043cd/artifacts/model.pkl");
        try (House there = new House(folder.resolve("there"))) {
            read(there);
            NamedFile file = there.registry.versions().files(there.diabetes().id(),
                    there.diabetes().version(3).orElseThrow(), Cancel.never()).stream()
                    .filter(f -> f.path().equals("model.pkl")).findAny().orElseThrow();
            assertEquals(-1, Files.mismatch(original, file.file()));
        }
    }

    @Test
    void theHistoryComesAlongWithItsOwnTimes() throws IOException {
        List<Long> moves = here.registry.history().of(here.diabetes().id()).stream()
                .filter(e -> e.kind() == RegistryEvent.Kind.TRANSITION).map(RegistryEvent::at).toList();
        try (House there = new House(folder.resolve("there"))) {
            read(there);
            assertEquals(moves, there.registry.history().of(there.diabetes().id()).stream()
                    .filter(e -> e.kind() == RegistryEvent.Kind.TRANSITION).map(RegistryEvent::at).toList());
        }
    }

    @Test
    void aNumberThatIsTakenBecomesTheNextOneAndAnAliasStays() throws IOException {
        Bundles.Imported again = read(here);
        assertEquals(4, again.version());
        assertEquals(List.of("champion"), again.notTaken());
        assertEquals(3, here.diabetes().aliases().get("champion"));
    }

    @Test
    void aWholeBundleIsSound() throws IOException {
        assertEquals(List.of(), Bundles.verify(zip, Cancel.never()).problems());
    }

    @Test
    void oneChangedByteIsFoundAndNothingIsImported() throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of())) {
            Files.writeString(inside.getPath("files/requirements.txt"), "other==1.0");
        }
        assertFalse(Bundles.verify(zip, Cancel.never()).sound());
        try (House there = new House(folder.resolve("there"))) {
            assertThrows(RegistryRefusal.class, () -> read(there));
            assertEquals(List.of(), there.registry.all());
        }
    }

    @Test
    void aChangedManifestIsFound() throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of())) {
            Path manifest = inside.getPath("manifest.json");
            Files.writeString(manifest, Files.readString(manifest).replace("Production", "Staging"));
        }
        assertFalse(Bundles.verify(zip, Cancel.never()).sound());
    }

    @Test
    void aBundleCutShortIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(zip);
        Files.write(zip, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThrows(RegistryRefusal.class, () -> Bundles.verify(zip, Cancel.never()));
    }

    @Test
    void aNameThatLeadsOutOfTheFolderIsRefused() throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of())) {
            Path manifest = inside.getPath("manifest.json");
            Files.writeString(manifest, Files.readString(manifest).replace("\"requirements.txt\"",
                    "\"../requirements.txt\""));
        }
        assertThrows(RegistryRefusal.class, () -> Bundles.verify(zip, Cancel.never()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"path\": \"MLmodel\", \"bytes\": 3}"})
    void aManifestWithHalfAFileIsNone(String file) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(zip)) {
            Path manifest = inside.getPath("manifest.json");
            String text = Files.readString(manifest);
            int files = text.lastIndexOf("\"files\"");
            Files.writeString(manifest, text.substring(0, text.indexOf('[', files) + 1) + file + "]}");
        }
        assertTrue(Bundles.told(zip).isEmpty());
    }

    @Test
    void theFilesAloneGoIntoAFolderForAProgramThatLoadsThem() throws IOException {
        Path target = folder.resolve("loaded");
        List<StoredFile> files = here.registry.bundles().unpack(here.diabetes().id(), 3, target, Cancel.never());
        assertTrue(Files.isRegularFile(target.resolve("MLmodel")), files.toString());
        assertThrows(RegistryRefusal.class,
                () -> here.registry.bundles().unpack(here.diabetes().id(), 3, target, Cancel.never()));
    }
}
