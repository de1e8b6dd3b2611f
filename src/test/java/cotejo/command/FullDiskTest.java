package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.Cotejo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A workspace that cannot grow: `sh` counts the limit in blocks of 512 bytes.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no ulimit (2026-11-27)")
class FullDiskTest {

    @TempDir
    private Path folder;

    @Test
    void whatCannotBeWrittenIsSaidOnceAndWhatWasDoneStays() throws Exception {
        SmallFolder.write(folder.resolve("store"), 3, 1, 2);
        Shell shell = new Shell(folder.resolve("ws"));
        shell.run("import", folder.resolve("store").toString());
        JsonNode run = shell.run("runs", "--json").json().get("runs").get(0);
        List<String> done = new ArrayList<>();
        Spawned.Ended ended = new Spawned.Ended(Exit.DONE, "", "");
        for (int i = 0; i < 20 && ended.exit() == Exit.DONE; i++) {
            ended = Spawned.startCramped(Files.size(folder.resolve("ws/cotejo.mv.db")), Cotejo.class, folder,
                    "edit", run.get("id").textValue(), "--tag", "t" + i + "=" + "x".repeat(4000), "--workspace", "ws")
                    .end();
            if (ended.exit() == Exit.DONE) {
                done.add("t" + i);
            }
        }
        assertEquals(Exit.WORKSPACE, ended.exit(), ended.err());
        assertFalse(ended.err().contains("Exception in thread"), ended.err());
        assertFalse(ended.err().contains("\tat "), ended.err());
        assertEquals(1, ended.err().lines().filter(line -> line.startsWith("cotejo: ")).count(), ended.err());
        assertTrue(shell.run("check", "--json").json().get("sound").booleanValue());
        JsonNode tags = shell.run("runs", "--json").json().findParent("tags").get("tags");
        done.forEach(tag -> assertTrue(tags.has(tag), tag + " of " + done));
    }
}
