package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The commands about models keep to the contract of `command-line.md`: keys of their JSON, and exit codes.
class ModelCommandsTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void twoVersions() throws IOException {
        shell = new Shell(folder.resolve("ws"));
        register("one");
        register("two");
    }

    private void register(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("model.txt"), text);
        assertEquals(0, shell.run("register", file.toString(), "--name", "churn", "--quiet").exit());
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private Shell.Ended promote(String version, String stage, String... more) {
        List<String> words = new ArrayList<>(List.of("promote", "churn", version, "--to", stage, "--json"));
        words.addAll(List.of(more));
        return shell.run(words.toArray(String[]::new));
    }

    @Test
    void modelsListsModelsWithTheirVersions() {
        JsonNode model = shell.run("models", "--json").json().get("models").get(0);
        assertTrue(keys(model).containsAll(List.of("name", "description", "tags", "versions")));
        assertTrue(keys(model.get("versions").get(0)).containsAll(List.of("version", "stage", "aliases", "run",
                "source", "digest", "bytes", "created", "description", "tags", "passport")));
        assertTrue(model.get("versions").get(0).get("passport").get("complete").isNumber());
    }

    @Test
    void modelIsOneOfThose() {
        JsonNode model = shell.run("model", "churn", "--json").json();
        assertEquals("churn", model.get("name").asText());
        assertEquals(2, model.get("versions").size());
    }

    @Test
    void aVersionWhoseFileChangedIsShownAndThatIsSaid() throws IOException {
        String digest = shell.run("model", "churn", "1", "--json").json().get("digest").asText();
        try (Stream<Path> below = Files.walk(folder)) {
            Path kept = below.filter(file -> file.getFileName().toString().equals(digest)).findFirst().orElseThrow();
            assertTrue(kept.toFile().setWritable(true));
            Files.writeString(kept, "other");
        }
        Shell.Ended ended = shell.run("model", "churn", "1", "--json");
        assertEquals(1, ended.exit());
        assertEquals(1, ended.json().get("version").asInt());
        assertTrue(ended.err().contains("not whole: model.txt has changed"), ended.err());
    }

    @Test
    void whatAnEventDoesNotHaveIsAnEmptyFieldOfCsv() {
        String row = shell.run("history", "churn", "--format", "csv").out().lines().toList().get(1);
        assertTrue(row.endsWith(",register,1,,None,,"), row);
    }

    @Test
    void aLineOfTheHistorySaysWhichAliasItIsAbout() {
        assertEquals(0, shell.run("alias", "set", "churn", "champion", "1").exit());
        String row = shell.run("history", "churn", "--format", "csv").out().lines().toList().getLast();
        assertTrue(row.endsWith(",alias,1,,,,@champion"), row);
    }

    @Test
    void oneOfAKindIsToldInTheSingular() {
        assertEquals(0, shell.run("alias", "set", "churn", "champion", "1").exit());
        String told = shell.run("model", "churn", "1", "--permanently").out();
        assertTrue(told.startsWith("churn: 1 version with 1 file (3 B) and the alias champion would go"), told);
    }

    @Test
    void promoteGivesTheRowsItAdded() {
        JsonNode history = promote("2", "Production", "--comment", "best so far").json().get("history");
        assertEquals(1, history.size());
        JsonNode row = history.get(0);
        assertTrue(keys(row).containsAll(List.of("id", "at", "who", "event", "version", "from", "to", "comment",
                "alsoArchived")));
        assertEquals("transition", row.get("event").asText());
        assertEquals("None", row.get("from").asText());
        assertEquals("Production", row.get("to").asText());
        assertEquals("best so far", row.get("comment").asText());
    }

    @Test
    void historyIsOldestFirstAndKnowsWhatElseWasArchived() {
        promote("1", "Production");
        promote("2", "Production", "--archive-existing");
        JsonNode history = shell.run("history", "churn", "--json").json().get("history");
        assertEquals("register", history.get(0).get("event").asText());
        JsonNode last = history.get(history.size() - 1);
        assertEquals(2, last.get("version").asInt());
        assertEquals("[1]", last.get("alsoArchived").toString());
    }

    @Test
    void asOfADayBeforeThereWasNothing() {
        JsonNode then = shell.run("history", "churn", "--as-of", "2001-01-01", "--json").json();
        assertEquals(0, then.get("history").size());
        assertEquals(0, then.get("versions").size());
    }

    @Test
    void takingAMoveBackSaysWhatMovesAlong() throws Exception {
        shell.run("promote", "churn", "1", "--to", "Production");
        shell.run("promote", "churn", "2", "--to", "Production", "--archive-existing");
        assertTrue(shell.run("rollback", "churn").out().contains("churn version 1: Archived → Production"));
        assertTrue(shell.run("rollback", "churn").out().contains("Also archived: 1."));
    }

    @Test
    void rollbackIsANewEvent() {
        promote("1", "Production");
        promote("2", "Production", "--archive-existing");
        assertEquals(0, shell.run("rollback", "churn", "--json").exit());
        JsonNode history = shell.run("history", "churn", "--json").json().get("history");
        assertEquals("rollback", history.get(history.size() - 1).get("event").asText());
        JsonNode versions = shell.run("model", "churn", "--json").json().get("versions");
        for (JsonNode version : versions) {
            assertEquals(version.get("version").asInt() == 1 ? "Production" : "None", version.get("stage").asText());
        }
    }

    @Test
    void anAliasIsSetAndDeleted() {
        assertEquals(0, shell.run("alias", "set", "churn", "champion", "2", "--json").exit());
        assertEquals("[\"champion\"]", shell.run("model", "churn", "2", "--json").json().get("aliases").toString());
        assertEquals(0, shell.run("alias", "delete", "churn", "champion").exit());
        assertEquals("[]", shell.run("model", "churn", "2", "--json").json().get("aliases").toString());
    }

    @Test
    void aGateThatIsNotPassedIsThreeAndItsOverrideIsRecorded() {
        shell.run("model", "churn", "--gate", "Production=tag reviewed=yes");
        assertEquals(3, promote("2", "Production").exit());
        assertEquals("None", shell.run("model", "churn", "2", "--json").json().get("stage").asText());
        JsonNode rows = promote("2", "Production", "--override", "the clinic waits").json().get("history");
        List<String> events = new ArrayList<>();
        rows.forEach(row -> events.add(row.get("event").asText()));
        assertEquals(List.of("transition", "gate-override"), events.stream().sorted().toList().reversed());
    }

    @Test
    void anExportedVersionIsImportedElsewhereWithNothingLost() {
        promote("2", "Staging");
        Path zip = folder.resolve("churn-2.zip");
        JsonNode written = shell.run("export", "models:/churn/2", "--out", zip.toString(), "--json").json();
        assertEquals(2, written.get("version").asInt());
        Shell other = new Shell(folder.resolve("other"));
        Shell.Ended come = other.run("import", zip.toString(), "--json");
        assertEquals(0, come.exit(), come.err());
        JsonNode version = come.json().get("versions").get(0);
        assertEquals("churn", version.get("model").asText());
        assertEquals(shell.run("model", "churn", "2", "--json").json().get("digest"),
                other.run("model", "churn", version.get("version").asText(), "--json").json().get("digest"));
    }

    /// The bytes of a version that was imported and not copied in were said to be 0.
    @Test
    void filesExportedAloneAreCountedWithTheirBytes() throws IOException {
        Shell sample = new Shell(folder.resolve("sample"));
        assertEquals(0, sample.run("import", "sample-data/digits-and-more", "--quiet").exit());
        Path out = folder.resolve("champion");
        JsonNode written = sample.run("export", "models:/diabetes-progression@champion", "--out", out.toString(),
                "--json").json();
        try (java.util.stream.Stream<Path> files = Files.walk(out)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertEquals(all.size(), written.get("files").asInt());
            assertEquals(all.stream().mapToLong(file -> file.toFile().length()).sum(), written.get("bytes").asLong());
        }
    }

    /// The number alone counted: what was named beside it stayed, and another version moved.
    @Test
    void aRequestIsApprovedForTheVersionItIsForOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("other.txt"), "other");
        assertEquals(0, shell.run("register", file.toString(), "--name", "other", "--quiet").exit());
        String request = promote("1", "Staging", "--request").json().get("request").asText();
        for (String[] wrong : new String[][] {{"other", "1"}, {"churn", "2"}}) {
            for (String way : new String[] {"--approve", "--reject"}) {
                Shell.Ended ended = shell.run("promote", wrong[0], wrong[1], way, request);
                assertEquals(2, ended.exit(), ended.out());
                assertTrue(ended.err().contains("request " + request + " for " + wrong[0]), ended.err());
            }
        }
        assertEquals("None", shell.run("model", "churn", "1", "--json").json().get("stage").asText());
        assertEquals(0, shell.run("promote", "churn", "1", "--approve", request).exit());
        assertEquals("Staging", shell.run("model", "churn", "1", "--json").json().get("stage").asText());
    }

    @Test
    void aDryRunOfABundleTakesNothingIn() {
        Path zip = folder.resolve("churn-1.zip");
        shell.run("export", "models:/churn/1", "--out", zip.toString());
        Shell other = new Shell(folder.resolve("other"));
        assertEquals(1, other.run("import", zip.toString(), "--dry-run", "--json").json().get("versions").size());
        assertEquals(0, other.run("models", "--json").json().get("models").size());
    }

    @Test
    void aBundleWithAChangedByteIsNotTakenIn() throws IOException {
        Path zip = folder.resolve("churn-1.zip");
        shell.run("export", "models:/churn/1", "--out", zip.toString());
        byte[] bytes = Files.readAllBytes(zip);
        int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("files/model.txt") + 17;
        bytes[at] ^= 1;
        Files.write(zip, bytes);
        Shell other = new Shell(folder.resolve("other"));
        assertEquals(3, other.run("import", zip.toString(), "--json").exit());
        assertFalse(other.run("models", "--json").out().contains("churn"));
    }

    @ParameterizedTest
    @CsvSource({
        "2, models --nonsense", "2, model", "2, model nobody", "2, model churn 9", "2, register model.txt",
        "2, promote churn 1", "2, promote churn 1 --to Elsewhere", "2, promote churn 9 --to Staging",
        "2, promote churn 1 --to None --archive-existing", "2, alias set churn latest 1", "2, alias set churn v1 1",
        "2, alias move churn champion 1", "2, history nobody", "2, history churn --as-of soon", "2, rollback nobody",
        "2, rollback churn --event 999", "2, export models:/churn/1", "2, export models:/nobody/1 --out x.zip",
        "2, inspect", "3, inspect /no/such/file", "3, register /no/such/file --name churn",
        "3, import /no/such/bundle.zip", "0, models", "0, model churn", "0, history churn"
    })
    void exitCodesAreThoseOfTheContract(int exit, String line) {
        Shell.Ended ended = shell.run(line.split(" "));
        assertEquals(exit, ended.exit(), ended.err());
        assertEquals(exit == 0, ended.err().isEmpty());
    }
}
