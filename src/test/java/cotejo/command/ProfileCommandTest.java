package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `cotejo profile --json` says what could not be read, and what was known from before.
class ProfileCommandTest {

    @TempDir
    Path folder;

    private Shell.Ended profile(Path file) {
        return new Shell(folder.resolve("workspace")).run("profile", file.toString(), "--json");
    }

    private Path table() throws IOException {
        return Files.writeString(folder.resolve("t.csv"), "a,b\n1,x\n2,y\n");
    }

    @Test
    void withAWorkspaceASecondRunIsCached() throws IOException {
        Files.createDirectory(folder.resolve("workspace"));
        assertFalse(profile(table()).json().get("columns").get(0).get("cached").asBoolean());
        assertTrue(profile(folder.resolve("t.csv")).json().get("columns").get(0).get("cached").asBoolean());
    }

    @Test
    void aProfileMakesNoWorkspace() throws IOException {
        profile(table());
        assertFalse(Files.exists(folder.resolve("workspace")));
    }

    /// The first page of the second column begins with bytes that are no header.
    @Test
    void aColumnThatCannotBeReadIsListed() throws IOException {
        Path out = folder.resolve("t.parquet");
        new Shell(folder.resolve("workspace")).run("convert", table().toString(), out.toString());
        byte[] bytes = Files.readAllBytes(out);
        JsonNode chunk = new Shell(folder.resolve("workspace")).run("schema", out.toString(), "--json").json()
                .at("/rowGroups/0/columns/1");
        int at = chunk.get("offset").asInt();
        java.util.Arrays.fill(bytes, at, at + 8, (byte) 0xff);
        Files.write(out, bytes);
        Shell.Ended ended = profile(out);
        assertEquals("b", ended.json().at("/failed/0/name").asText(), ended.out());
        assertEquals(Exit.PROBLEMS, ended.exit());
    }
}
