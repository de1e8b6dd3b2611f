package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.Workbench;
import cotejo.store.WorkspaceFolder;
import cotejo.work.Cancel;
import cotejo.work.Tasks;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The door of an open workspace, with the window in this process.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "rights of the socket are POSIX (2026-11-27)")
class DoorTest {

    @TempDir
    private Path folder;

    private Path place;
    private Workbench workbench;
    private Door door;
    private Shell shell;

    @BeforeEach
    void openTheWindow() throws IOException {
        place = folder.resolve("ws");
        SmallFolder.write(folder.resolve("store"), 3, 2, 5);
        workbench = Workbench.open(WorkspaceFolder.at(place), "window", Tasks.onVirtualThreads());
        door = Door.open(workbench.workspace(), Optional.empty());
        shell = new Shell(place);
    }

    @AfterEach
    void closeTheWindow() {
        door.close();
        workbench.close();
    }

    @Test
    void commandsRunInTheWindowsProcess() {
        Shell.Ended imported = shell.run("import", folder.resolve("store").toString(), "--json");
        assertEquals(Exit.DONE, imported.exit(), imported.err());
        assertEquals(3, imported.json().get("sources").get(0).get("runsAdded").intValue());
        assertEquals(3, workbench.workspace().catalog().fresh().size());
        assertEquals(3, shell.run("runs", "--json").json().get("total").intValue());
    }

    @Test
    void exitCodesAndComplaintsComeThrough() {
        Shell.Ended unknown = shell.run("run", "not-there");
        assertEquals(Exit.USAGE, unknown.exit());
        assertTrue(unknown.err().contains("not-there"));
        assertEquals(Exit.UNREADABLE, shell.run("import", folder.resolve("gone").toString()).exit());
    }

    @Test
    void theClientsLanguageIsSpoken() {
        // The test's own language is English; a client that speaks Spanish is answered in it.
        Shell.Ended[] ended = new Shell.Ended[1];
        cotejo.text.Texts.in(java.util.Locale.of("es"), () -> ended[0] = shell.run("run", "not-there"));
        assertTrue(ended[0].err().contains("No hay ninguna ejecución"), ended[0].err());
    }

    @Test
    void restoreIsRefusedWhileTheWindowIsOpen() {
        Shell.Ended ended = shell.run("restore", "x.zip");
        assertEquals(Exit.WORKSPACE, ended.exit());
        assertTrue(ended.err().contains(place.toString()), ended.err());
    }

    @Test
    void longOutputArrivesWhole() throws IOException {
        SmallFolder.write(folder.resolve("long"), 1, 1, 50_000);
        shell.run("import", folder.resolve("long").toString());
        assertEquals(50_000, shell.run("metric", SmallFolder.id(0), "m0", "--json").json().get("points").size());
    }

    /// The command ran in the window, and its exit code came alone.
    @Test
    void outputThatNobodyTakesIsSaidHereToo() throws IOException {
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new OutputGone(new IOException("No space left on device"));
            }

            @Override
            public void flush() {
                // All was refused when it was written.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        StringWriter err = new StringWriter();
        Session session = new Session(folder, full, new PrintWriter(err), Session.Screen.PIPE, new Cancel());
        try (Interruption interruption = new Interruption()) {
            int exit = new Starts(session, interruption, new Front(Optional.empty(), Optional.empty()), Map.of())
                    .run(List.of("experiments", "--workspace", place.toString()));
            assertEquals(Exit.UNREADABLE, exit);
        }
        assertTrue(err.toString().contains("No space left on device"), err.toString());
    }

    @Test
    void pathsThatCameEarlyAreOpenedOnceSomebodyCan() throws IOException {
        for (String name : List.of("a", "b")) {
            try (DoorClient client = new DoorClient(new DoorFile(WorkspaceFolder.at(place)).knock().orElseThrow())) {
                client.open(List.of(folder.resolve(name)));
            }
        }
        List<Path> opened = new CopyOnWriteArrayList<>();
        door.onOpen(opened::addAll);
        assertEquals(List.of(folder.resolve("a"), folder.resolve("b")), opened);
    }

    @Test
    void theSocketIsForItsOwnerOnly() throws IOException {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve("door"))));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place)));
    }

    @Test
    void nonsenseIsTurnedAwayAndTheDoorStaysOpen() throws IOException {
        for (byte[] nonsense : List.of(new byte[] {0x7f, 1, 1, 1}, new byte[] {0, 0, 0, 4, 'a', 'b', 'c', 'd'},
                new byte[] {-1, -1, -1, -1}, "GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                new byte[] {0, 0, 0, 9, '{', '"', 'k', '"', ':', '{', '}', '}', ' '})) {
            try (SocketChannel client = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                client.connect(UnixDomainSocketAddress.of(place.resolve("door")));
                client.write(ByteBuffer.wrap(nonsense));
                client.shutdownOutput();
                assertTrue(closed(client));
            }
        }
        assertEquals(Exit.DONE, shell.run("runs").exit());
    }

    /// Whether the other side hung up; with some of the nonsense unread that shows as a reset.
    private static boolean closed(SocketChannel client) {
        try {
            return client.read(ByteBuffer.allocate(16)) < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void aLongPathGetsASocketElsewhere() throws IOException {
        Path deep = folder.resolve("a-folder-with-a-name-of-some-length/".repeat(4)).resolve("ws");
        try (Workbench other = Workbench.open(WorkspaceFolder.at(deep), "window", Tasks.onVirtualThreads())) {
            Path socket;
            try (Door its = Door.open(other.workspace(), Optional.empty())) {
                assertFalse(Files.exists(deep.resolve("door")));
                socket = Path.of(Files.readString(deep.resolve("door.path")));
                assertEquals("rwx------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())));
                assertEquals(Exit.DONE, new Shell(deep).run("runs").exit());
                its.onOpen(paths -> { });
            }
            assertFalse(Files.exists(socket) || Files.exists(deep.resolve("door.path")));
        }
    }

    @Test
    void aClientThatGoesAwayCancelsItsCommand() throws Exception {
        SmallFolder.write(folder.resolve("many"), 400, 5, 100);
        SocketChannel client = new DoorFile(WorkspaceFolder.at(place)).knock().orElseThrow();
        Frames.send(client, new Frames.Frame(java.util.Map.of("kind", "command", "folder", folder.toString(), "locale",
                "en", "terminal", "true"), java.util.Map.of("args", List.of("import", "many"))));
        Frames.receive(client);
        client.close();
        Shell.Ended check = shell.run("check", "--json");
        assertTrue(check.json().get("sound").booleanValue(), check.out());
        shell.run("import", folder.resolve("many").toString());
        assertEquals(400, shell.run("runs", "--json", "--limit", "0").json().get("total").intValue());
    }
}
