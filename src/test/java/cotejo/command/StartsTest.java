package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.Cotejo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Several programs on one workspace, each a process of its own, some of them killed.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "programs are ended by signals (2026-11-27)")
class StartsTest {

    @TempDir
    private Path folder;

    private Spawned window(String... paths) throws IOException {
        List<String> args = new ArrayList<>(List.of("--workspace", "ws"));
        for (String path : paths) {
            Files.writeString(folder.resolve(path), "");
            args.add(path);
        }
        return Spawned.start(WindowStub.class, folder, args.toArray(String[]::new));
    }

    private List<String> opened() throws IOException {
        Path file = folder.resolve("opened.txt");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private void awaitNote(String line) throws Exception {
        for (int i = 0; i < 1200 && !opened().contains(line); i++) {
            Thread.sleep(50);
        }
        assertTrue(opened().contains(line), opened().toString());
    }

    @Test
    void aSecondStartHandsItsPathsOverAndEnds() throws Exception {
        Spawned first = window("one");
        awaitNote("own " + folder.resolve("one"));
        Spawned.Ended second = window("two").end();
        assertEquals(Exit.DONE, second.exit(), second.err());
        awaitNote("handed " + folder.resolve("two"));
        window("close").end();
        assertEquals(Exit.DONE, first.end().exit());
        assertEquals(1, opened().stream().filter("window"::equals).count());
    }

    @Test
    void ofManyStartsAtOnceExactlyOneOpensTheWindow() throws Exception {
        List<Spawned> starts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            starts.add(window("path" + i));
        }
        int owners = 0;
        for (int i = 0; i < 20; i++) {
            String name = folder.resolve("path" + i).toString();
            for (int wait = 0; wait < 2400 && opened().stream().noneMatch(line -> line.endsWith(name)); wait++) {
                Thread.sleep(50);
            }
            owners += opened().contains("own " + name) ? 1 : 0;
            assertTrue(opened().contains("own " + name) || opened().contains("handed " + name), opened().toString());
        }
        assertEquals(1, owners);
        assertEquals(1, opened().stream().filter("window"::equals).count());
        window("close").end();
        for (Spawned start : starts) {
            assertEquals(Exit.DONE, start.end().exit());
        }
    }

    @Test
    void afterTheOwnerIsKilledTheNextStartTakesOver() throws Exception {
        Spawned first = window();
        awaitNote("window");
        first.kill();
        assertTrue(Files.exists(folder.resolve("ws/door")), "a killed window leaves its socket");
        Spawned second = window("after");
        awaitNote("own " + folder.resolve("after"));
        window("close").end();
        assertEquals(Exit.DONE, second.end().exit());
    }

    @Test
    void aWorkspaceThatIsHeldWithoutADoorIsNamed() throws Exception {
        Path workspace = folder.resolve("ws");
        try (cotejo.store.WorkspaceFolder.Lock lock = cotejo.store.WorkspaceFolder.at(workspace).lock("test")) {
            Spawned.Ended ended = Spawned.start(Cotejo.class, folder, "runs", "--workspace", "ws").end();
            assertEquals(Exit.WORKSPACE, ended.exit());
            assertTrue(ended.err().contains(ProcessHandle.current().pid() + " test"), ended.err());
            assertTrue(ended.err().contains(workspace.toString()), ended.err() + lock);
        }
    }

    @Test
    void anImportThatWasKilledIsCompletedByTheNext() throws Exception {
        SmallFolder.write(folder.resolve("store"), 300, 4, 50);
        Spawned first = Spawned.start(Cotejo.class, folder, "import", "store", "--workspace", "ws");
        Path database = folder.resolve("ws/cotejo.mv.db");
        for (int i = 0; i < 2000 && first.alive() && !(Files.exists(database) && Files.size(database) > 120_000); i++) {
            Thread.sleep(5);
        }
        first.kill();
        Spawned.Ended second = Spawned.start(Cotejo.class, folder, "import", "store", "--workspace", "ws").end();
        assertEquals(Exit.DONE, second.exit(), second.err());
        Shell killed = new Shell(folder.resolve("ws"));
        Shell whole = new Shell(folder.resolve("whole"));
        whole.run("import", folder.resolve("store").toString());
        assertEquals(runs(whole), runs(killed));
        assertTrue(killed.run("check", "--json").json().get("sound").booleanValue());
    }

    @Test
    void anInterruptedImportEndsConsistentlyWith130() throws Exception {
        SmallFolder.write(folder.resolve("store"), 600, 4, 100);
        Spawned first = Spawned.start(Cotejo.class, folder, "import", "store", "--workspace", "ws", "--json");
        Path database = folder.resolve("ws/cotejo.mv.db");
        for (int i = 0; i < 2000 && first.alive() && !(Files.exists(database) && Files.size(database) > 60_000); i++) {
            Thread.sleep(5);
        }
        first.interrupt();
        Spawned.Ended ended = first.end();
        assertEquals(Exit.CANCELLED, ended.exit(), ended.err());
        Shell shell = new Shell(folder.resolve("ws"));
        assertTrue(shell.run("check", "--json").json().get("sound").booleanValue());
        shell.run("import", folder.resolve("store").toString());
        assertEquals(600, shell.run("runs", "--json", "--limit", "0").json().get("total").intValue());
    }

    private static List<JsonNode> runs(Shell shell) {
        List<JsonNode> runs = new ArrayList<>();
        shell.run("runs", "--json", "--sort", "run_id").json().get("runs").forEach(runs::add);
        return runs;
    }
}
