package cotejo.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.ModelId;
import cotejo.model.RegistryEvent;
import cotejo.model.RegistryEvent.Kind;
import cotejo.model.Usage;
import cotejo.model.StoredFile;
import cotejo.model.VersionCard;
import cotejo.store.Verification;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
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

/// Registered models keep MLflow's rules, and what is done here lies over what imports bring.
class RegistryTest {

    private static final ModelId OURS = ModelId.here("ours");

    @TempDir
    private Path folder;

    private House house;

    @BeforeEach
    void aWorkspaceWithTheSample() throws IOException {
        house = new House(folder).sample();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private ModelId diabetes() {
        return house.diabetes().id();
    }

    @Test
    void anImportedRegistryArrivesWithStagesAndAliases() {
        assertEquals(List.of("Archived", "Staging", "Production"),
                house.diabetes().versions().stream().map(VersionCard::stage).toList());
        assertEquals(Map.of("challenger", 2, "champion", 3), house.diabetes().aliases());
    }

    @Test
    void aNewVersionOfAnImportedModelGetsTheNextNumber() throws IOException {
        assertEquals(4, house.register(House.DIABETES, "weights"));
        assertEquals("None", house.stage(House.DIABETES, 4));
    }

    @Test
    void whatWasRegisteredIsThereThoughItsSourceIsGone() throws IOException {
        house.register("ours", "weights");
        Files.delete(folder.resolve("dropped/model.txt"));
        VersionCard version = house.model("ours").version(1).orElseThrow();
        NamedFile kept = house.registry.versions().files(OURS, version, Cancel.never()).getFirst();
        assertEquals("weights", Files.readString(kept.file()));
    }

    @Test
    void aNumberIsNeverGivenTwice() throws IOException {
        house.register("ours", "one");
        house.register("ours", "two");
        house.registry.removals().deleteForGood(OURS, 2, "ana");
        assertEquals(3, house.register("ours", "three"));
        house.registry.removals().deleteForGood(OURS, 0, "ana");
        assertEquals(4, house.register("ours", "four"));
    }

    @Test
    void deletingForGoodFreesTheFilesThatNobodyElseHas() throws IOException {
        house.register("ours", "one");
        String digest = house.model("ours").version(1).orElseThrow().digest();
        assertEquals(new Removals.Weight(List.of(1), 1, 3, 3, List.of()),
                house.registry.removals().weigh(OURS, 1));
        house.registry.removals().deleteForGood(OURS, 1, "ana");
        assertFalse(Files.exists(house.workspace.content().path(digest)));
    }

    @Test
    void whatALoggedModelHoldsTooIsNotFreed() throws IOException {
        house.register("ours", "one");
        house.workspace.content().attachToModel(house.workspace.sources().all().getFirst().key(), "m-1",
                house.registry.versions().files(OURS, house.model("ours").version(1).orElseThrow(), Cancel.never())
                        .stream().map(file -> new StoredFile(file.path(), file.sha256(), file.bytes())).toList());
        assertEquals(0, house.registry.removals().weigh(OURS, 1).freed());
        assertEquals(0, house.registry.removals().deleteForGood(OURS, 1, "ana").bytes());
    }

    @Test
    void makingReadyForPromotionsWritesNothing() throws IOException {
        house.register("ours", "one");
        List<RegistryEvent> history = house.registry.history().all();
        List<?> models = house.registry.all();
        house.registry.promotions().prepare();
        assertEquals(history, house.registry.history().all());
        assertEquals(models, house.registry.all());
        long last = history.getLast().id();
        assertEquals(last + 1, house.promote(OURS, 1, "Staging").getFirst().id());
    }

    @Test
    void changesSurviveAnotherImport() throws IOException {
        house.promote(diabetes(), 1, "Staging");
        house.registry.tag(diabetes(), 1, "validated", null, "ana");
        house.registry.describe(diabetes(), 2, "better", "ana");
        house.registry.setAlias(diabetes(), "champion", 2, "ana");
        house.sample();
        assertEquals("Staging", house.stage(House.DIABETES, 1));
        assertEquals(Map.of(), house.diabetes().version(1).orElseThrow().tags());
        assertEquals("better", house.diabetes().version(2).orElseThrow().description());
        assertEquals(2, house.diabetes().aliases().get("champion"));
    }

    @Test
    void aVersionCanBeInAStageBesideOthers() {
        house.promote(diabetes(), 1, "production");
        assertEquals(List.of(1, 3), house.diabetes().in("Production").stream().map(VersionCard::version).toList());
    }

    @Test
    void archivingMovesOnlyTheOthersOfThatStage() {
        RegistryEvent event = house.promote(diabetes(), 2, "Production", Promotions.Others.ARCHIVE, null).getLast();
        assertEquals(List.of(3), event.alsoArchived());
        assertEquals("Archived", house.stage(House.DIABETES, 3));
        assertEquals("Production", house.stage("breast-cancer", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "Archived", "archived"})
    void archivingOthersIsOnlyLegalForActiveStages(String stage) {
        RegistryRefusal refusal = assertThrows(RegistryRefusal.class,
                () -> house.promote(diabetes(), 2, stage, Promotions.Others.ARCHIVE, null));
        assertTrue(refusal.getMessage().contains("active stage"), refusal.getMessage());
    }

    /// From MLflow's `validate_model_alias_name` and its reserved names.
    @ParameterizedTest
    @ValueSource(strings = {"latest", "LATEST", "v1", "V23", "", "a b", "a/b", "ü@"})
    void anAliasThatMlflowRefusesIsRefused(String alias) {
        assertThrows(RegistryRefusal.class, () -> house.registry.setAlias(diabetes(), alias, 1, "ana"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1a", "champion-é", "prod_2"})
    void anAliasThatMlflowTakesIsTaken(String alias) {
        house.registry.setAlias(diabetes(), alias, 1, "ana");
        assertEquals(1, house.diabetes().aliases().get(alias));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a/b", "a:b", ".."})
    void aModelNameThatMlflowRefusesIsRefused(String name) {
        assertThrows(RegistryRefusal.class, () -> house.register(name, "weights"));
    }

    @Test
    void deletingAVersionTakesItsAliasesAndUndoBringsThemBack() {
        house.registry.delete(diabetes(), 3, "ana");
        assertEquals(Map.of("challenger", 2), house.diabetes().aliases());
        assertTrue(house.diabetes().version(3).isEmpty());
        house.registry.restore(diabetes(), 3, "ana");
        assertEquals(3, house.diabetes().aliases().get("champion"));
    }

    @Test
    void ownStagesAreAddedAndOrderedAndCannotBeLeftWhileInUse() throws IOException {
        List<String> stages = List.of("None", "Shadow", "Staging", "Production", "Archived");
        house.registry.stages(stages);
        house.promote(diabetes(), 2, "shadow");
        assertEquals(stages, house.registry.stages());
        assertThrows(RegistryRefusal.class,
                () -> house.registry.stages(List.of("None", "Staging", "Production", "Archived")));
        house.sample();
        assertEquals("Shadow", house.stage(House.DIABETES, 2));
    }

    @Test
    void rollbackTakesAMoveBackWithThoseThatWentAlong() {
        house.promote(diabetes(), 2, "Production", Promotions.Others.ARCHIVE, null);
        house.registry.promotions().rollback(diabetes(), null, "no", "ana");
        assertEquals("Staging", house.stage(House.DIABETES, 2));
        assertEquals("Production", house.stage(House.DIABETES, 3));
        assertEquals(Kind.ROLLBACK, house.registry.history().of(diabetes()).getLast().kind());
    }

    @Test
    void aMoveThatWasFollowedByAnotherCannotBeTakenBackAlone() {
        long first = house.promote(diabetes(), 2, "Production").getLast().id();
        house.promote(diabetes(), 2, "Archived");
        assertThrows(RegistryRefusal.class,
                () -> house.registry.promotions().rollback(diabetes(), first, "", "ana"));
    }

    @Test
    void theBoardOfADayIsTheOneOfThatDay() {
        long imported = house.registry.history().of(diabetes()).getLast().at();
        house.promote(diabetes(), 2, "Production", Promotions.Others.ARCHIVE, null);
        History.Then then = house.registry.history().asOf(house.diabetes(), imported);
        assertEquals(List.of("Archived", "Staging", "Production"),
                then.versions().stream().map(History.Standing::stage).toList());
        assertEquals(Map.of("challenger", 2, "champion", 3), then.aliases());
        History.Then now = house.registry.history().asOf(house.diabetes(), Long.MAX_VALUE);
        assertEquals("Production", now.of(2).orElseThrow().stage());
        assertEquals("Archived", now.of(3).orElseThrow().stage());
    }

    @Test
    void aStageOfBeforeTheImportIsNotInvented() {
        VersionCard first = house.diabetes().version(1).orElseThrow();
        History.Then then = house.registry.history().asOf(house.diabetes(), first.created());
        assertEquals(List.of(new History.Standing(1, null)), then.versions());
    }

    @Test
    void aRequestMovesNothingUntilSomebodyApproves() {
        long number = house.registry.promotions().request(new Promotions.Wish(diabetes(), 2, "Production",
                Promotions.Others.ARCHIVE, "please", null, "ana"));
        assertEquals("Staging", house.stage(House.DIABETES, 2));
        house.registry.promotions().approve(number, "fine", null, "luis", Cancel.never());
        assertEquals("Production", house.stage(House.DIABETES, 2));
        assertEquals("Archived", house.stage(House.DIABETES, 3));
        assertThrows(RegistryRefusal.class, () -> house.registry.promotions().reject(number, "", "eva"));
    }

    @Test
    void aRejectedRequestMovesNothing() {
        long number = house.registry.promotions().request(new Promotions.Wish(diabetes(), 2, "Production",
                Promotions.Others.STAY, "please", null, "ana"));
        house.registry.promotions().reject(number, "too early", "luis");
        assertEquals("Staging", house.stage(House.DIABETES, 2));
        assertEquals("luis", house.registry.promotions().requests(diabetes()).getLast().decidedBy());
    }

    @Test
    void usesAreCountedAndDated() {
        house.registry.use(diabetes(), 3, Usage.Kind.LOAD);
        house.registry.use(diabetes(), 3, Usage.Kind.LOAD);
        List<Usage> today = house.registry.usage(diabetes(), 3).values().iterator().next();
        assertEquals(2, today.getFirst().count());
    }

    @Test
    void aModelCannotBeLostWithTheSourceOnceItsFilesAreKept() throws IOException {
        house.registry.registration().keep(diabetes(), 3, "ana", Progress.NONE, Cancel.never());
        assertTrue(house.diabetes().version(3).orElseThrow().kept());
        assertEquals(List.of(), Verification.of(house.workspace.database(), Progress.NONE, Cancel.never())
                .problems());
    }

    /// The model is one that PyTorch's exporter wrote, with its weights in a file beside it.
    @Test
    void weightsBesideAModelThatNamesThemComeAlong() throws IOException {
        Path made = Path.of("src", "test", "resources", "cotejo", "registry", "onnx");
        Path model = Files.copy(made.resolve("mlp_dynamo.onnx"), folder.resolve("mlp_dynamo.onnx"));
        Path data = Files.copy(made.resolve("mlp_dynamo.onnx.data"), folder.resolve("mlp_dynamo.onnx.data"));
        for (List<Path> dropped : List.of(List.of(model), List.of(model, data))) {
            int version = house.registry.registration().register(new Registration.Wish("net",
                    new Registration.FromFiles(dropped), "", "", Map.of(), "ana"), Progress.NONE, Cancel.never())
                    .version();
            List<NamedFile> files = house.registry.versions().files(ModelId.here("net"),
                    house.model("net").version(version).orElseThrow(), Cancel.never());
            assertEquals(List.of("mlp_dynamo.onnx", "mlp_dynamo.onnx.data"),
                    files.stream().map(NamedFile::path).toList());
            assertEquals(-1, Files.mismatch(data, files.getLast().file()));
        }
    }

    @Test
    void aLinkBesideAModelIsNotFollowed() throws IOException {
        Path made = Path.of("src", "test", "resources", "cotejo", "registry", "onnx");
        Path model = Files.copy(made.resolve("mlp_dynamo.onnx"), folder.resolve("mlp_dynamo.onnx"));
        Path secret = Files.writeString(folder.resolve("secret"), "key");
        Files.createSymbolicLink(folder.resolve("mlp_dynamo.onnx.data"), secret);
        house.registry.registration().register(new Registration.Wish("net",
                new Registration.FromFiles(List.of(model)), "", "", Map.of(), "ana"), Progress.NONE, Cancel.never());
        assertEquals(1, house.registry.versions().files(ModelId.here("net"),
                house.model("net").version(1).orElseThrow(), Cancel.never()).size());
    }

    @Test
    void aFileThatVanishedIsToldByTheVersionAndByTheCheck() throws IOException {
        house.register("ours", "weights");
        VersionCard version = house.model("ours").version(1).orElseThrow();
        Path kept = house.workspace.content().path(version.digest());
        assertTrue(kept.toFile().setWritable(true));
        assertEquals("", house.registry.versions().lost(OURS, version));
        Files.delete(kept);
        assertEquals(1, house.registry.versions().damaged(OURS, version, Cancel.never()).size());
        assertEquals("The files of ours version 1 are not whole: model.txt is missing. Bring a backup back with: "
                + "cotejo restore FILE", house.registry.versions().lost(OURS, version));
        assertTrue(Verification.of(house.workspace.database(), Progress.NONE, Cancel.never()).problems().toString()
                .contains("ours"));
    }

    @Test
    void theDatasetLeadsToItsVersions() {
        assertEquals(List.of(1, 2, 3), house.registry.lineage().trainedOn("diabetes", Cancel.never()).stream()
                .map(way -> way.version().version()).toList());
    }

    @Test
    void whatIsInProductionLeadsBackToItsRuns() {
        assertEquals(List.of("65969db0426e48bda8b95990e2f94bfa", "392fbdb2158b48a284e50b3cc2109247"),
                house.registry.lineage().behind("Production", Cancel.never()).stream()
                        .map(way -> way.version().runId()).toList());
    }

    @Test
    void thePassportIsFilledFromTheRunTheMlmodelAndTheFiles() throws IOException {
        house.registry.registration().keep(diabetes(), 3, "ana", Progress.NONE, Cancel.never());
        Passport passport = house.registry.versions().passport(diabetes(),
                house.diabetes().version(3).orElseThrow(), Cancel.never());
        assertEquals(1.0, passport.complete());
        Map<String, String> said = new java.util.HashMap<>();
        passport.sections().forEach(s -> s.entries().forEach(e -> said.put(e.key(), e.value())));
        assertEquals("3.11.7", said.get("dependencies.python"));
        assertEquals("e3da284d", said.get("data.digest"));
        assertEquals("train_diabetes.py", said.get("code.entry"));
        assertEquals("plots/fit.png", said.get("artifacts.plots"));
        assertEquals("eval/predictions.csv", said.get("artifacts.reports"));
    }

    @Test
    void filesThatLieInTheSourceAreHashedForThePassport() throws IOException {
        VersionCard there = house.diabetes().version(2).orElseThrow();
        Passport before = house.registry.versions().passport(diabetes(), there, Cancel.never());
        house.registry.registration().keep(diabetes(), 2, "ana", Progress.NONE, Cancel.never());
        VersionCard kept = house.diabetes().version(2).orElseThrow();
        assertEquals(kept.digest(), value(before, "parameters.hash"));
        assertEquals(Long.toString(kept.bytes()), value(before, "parameters.bytes"));
        assertEquals(1.0, before.complete());
    }

    private static String value(Passport passport, String key) {
        return passport.sections().stream().flatMap(section -> section.entries().stream())
                .filter(entry -> entry.key().equals(key)).map(Passport.Entry::value).findAny().orElse("");
    }

    @Test
    void anAttachedReportStandsInThePassport() throws IOException {
        java.nio.file.Path report = java.nio.file.Files.writeString(folder.resolve("bias.html"), "<p>fair</p>");
        cotejo.model.RunFrame frame = house.workspace.catalog().frame();
        VersionCard version = house.diabetes().version(3).orElseThrow();
        long run = frame.run(house.registry.versions().runRow(frame, version)).key();
        house.registry.attachments().attach(run, List.of(report), Progress.NONE, Cancel.never()).close();
        assertEquals("bias.html\neval/predictions.csv", value(house.registry.versions().passport(diabetes(), version,
                Cancel.never()), "artifacts.reports"));
    }

    @Test
    void whatTheFilesDoNotSayIsEnteredByHand() throws IOException {
        house.register("ours", "weights");
        VersionCard version = house.model("ours").version(1).orElseThrow();
        double before = house.registry.versions().passport(OURS, version, Cancel.never()).complete();
        house.registry.passport(OURS, 1, "definition.type", "ridge", "ana");
        double after = house.registry.versions().passport(OURS, version, Cancel.never()).complete();
        assertEquals(1 / 6.0, after - before, 1e-9);
    }

    @Test
    void aRenamedModelTakesItsHistoryAlong() throws IOException {
        house.register("ours", "weights");
        house.registry.rename(OURS, "theirs", "ana");
        assertEquals(List.of(Kind.REGISTER, Kind.RENAME), house.registry.history().of(ModelId.here("theirs"))
                .stream().map(RegistryEvent::kind).toList());
    }
}
