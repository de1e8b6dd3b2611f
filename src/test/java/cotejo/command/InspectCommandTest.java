package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `cotejo inspect` keeps its contract with scripts.
class InspectCommandTest {

    @TempDir
    Path folder;

    private Shell.Ended inspect(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "inspect";
        System.arraycopy(args, 0, all, 1, args.length);
        return new Shell(folder.resolve("workspace")).run(all);
    }

    private Path safetensors() throws IOException {
        byte[] header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}}"
                .getBytes(StandardCharsets.UTF_8);
        byte[] file = new byte[8 + header.length + 24];
        file[0] = (byte) header.length;
        System.arraycopy(header, 0, file, 8, header.length);
        return Files.write(folder.resolve("model.safetensors"), file);
    }

    @Test
    void jsonHasTheKeysOfTheContract() throws IOException {
        Shell.Ended ended = inspect(safetensors().toString(), "--json");
        JsonNode json = ended.json();
        assertEquals(Exit.DONE, ended.exit());
        assertEquals("safetensors", json.get("format").asText());
        assertEquals("none", json.get("execution").asText());
        assertEquals(6, json.get("parameters").get("count").asLong());
        assertEquals("[2,3]", json.get("parameters").get("tensors").get(0).get("shape").toString());
        assertEquals(64, json.get("sha256").asText().length());
        for (String key : new String[] {"file", "bytes", "imports", "definition", "dependencies", "signature",
                "metadata", "problems"}) {
            assertTrue(json.has(key), key);
        }
    }

    @Test
    void dangerIsSaidByItsWord() throws IOException {
        Path file = Files.write(folder.resolve("a.pkl"),
                "cos\nsystem\n(S'echo'\ntR.".getBytes(StandardCharsets.US_ASCII));
        JsonNode json = inspect(file.toString(), "--json").json();
        assertEquals("dangerous-imports", json.get("execution").asText());
        assertEquals("{\"name\":\"os.system\",\"verdict\":\"dangerous\"}", json.get("imports").get(0).toString());
    }

    @Test
    void theTableNamesFormatAndVerdict() throws IOException {
        String out = inspect(safetensors().toString(), "--locale", "en").out();
        assertTrue(out.contains("safetensors") && out.contains("no code needed") && out.contains("2 × 3"), out);
    }

    @Test
    void aFileThatIsNoModelIsUnreadable() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "nothing of the kind");
        assertEquals(Exit.UNREADABLE, inspect(file.toString()).exit());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Shell.Ended ended = inspect(folder.resolve("gone.pt").toString());
        assertEquals(Exit.UNREADABLE, ended.exit());
        assertTrue(ended.err().contains("gone.pt"), ended.err());
    }

    @Test
    void noFileIsWrongUsage() {
        assertEquals(Exit.USAGE, inspect().exit());
    }

    @Test
    void aBrokenFileHasProblems() throws IOException {
        byte[] whole = Files.readAllBytes(safetensors());
        Path cut = Files.write(folder.resolve("cut.safetensors"), java.util.Arrays.copyOf(whole, whole.length - 4));
        Shell.Ended ended = inspect(cut.toString(), "--json");
        assertEquals(Exit.PROBLEMS, ended.exit());
        assertEquals("not-fully-parsed", ended.json().get("execution").asText());
    }
}
