package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Offsets and answers are those of the X Window System Protocol, version 11, chapter 8.
final class XServerTest {

    private static final int REFUSED = 0;
    private static final int TAKEN = 1;

    @TempDir
    private Path folder;

    private Map<String, String> environment(String display) {
        return Map.of("DISPLAY", display, "HOME", folder.toString());
    }

    /// Answers one caller and gives what it asked.
    private CompletableFuture<byte[]> server(int answer) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(folder.resolve("X7")));
        return CompletableFuture.supplyAsync(() -> {
            try (server; SocketChannel caller = server.accept()) {
                ByteBuffer asked = ByteBuffer.allocate(100);
                caller.read(asked);
                caller.write(ByteBuffer.wrap(new byte[] {(byte) answer, 0, 11, 0, 0, 0, 0, 0}));
                return Arrays.copyOf(asked.array(), asked.position());
            } catch (IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
        });
    }

    /// It begins anew when its last window goes.
    @Test
    void aServerThatTurnsUsAwayIsAskedAgain() {
        int[] asked = {0};
        assertTrue(Screen.asked(() -> ++asked[0] == 3, () -> true));
        assertEquals(3, asked[0]);
        assertFalse(Screen.asked(() -> ++asked[0] < 0, () -> false));
        assertEquals(4, asked[0], "nobody is there to be asked again");
    }

    @Test
    void aServerThatTakesUsInIsADisplay() throws Exception {
        CompletableFuture<byte[]> asked = server(TAKEN);
        assertTrue(XServer.letsUsIn(environment(":7.0"), folder));
        assertArrayEquals(new byte[] {'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0}, asked.get());
    }

    @Test
    void aServerThatRefusesIsNone() throws Exception {
        CompletableFuture<byte[]> asked = server(REFUSED);
        assertFalse(XServer.letsUsIn(environment(":7"), folder));
        assertEquals('l', asked.get()[0]);
    }

    @Test
    void theTicketOfThisDisplayIsShown() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (String display : new String[] {"3", "7"}) {
            out.writeShort(256);
            for (String part : new String[] {"laptop", display, "MIT-MAGIC-COOKIE-1", "secret" + display}) {
                out.writeShort(part.length());
                out.write(part.getBytes(StandardCharsets.US_ASCII));
            }
        }
        Files.write(folder.resolve(".Xauthority"), bytes.toByteArray());
        CompletableFuture<byte[]> asked = server(TAKEN);
        assertTrue(XServer.letsUsIn(environment(":7"), folder));
        byte[] heard = asked.get();
        assertEquals(18, heard[6]);
        assertEquals(7, heard[8]);
        assertEquals("MIT-MAGIC-COOKIE-1", new String(heard, 12, 18, StandardCharsets.US_ASCII));
        assertEquals("secret7", new String(heard, 12 + 20, 7, StandardCharsets.US_ASCII));
    }

    @Test
    void displaysElsewhereAndNoneAreNotAsked() {
        assertFalse(XServer.letsUsIn(environment("elsewhere:7"), folder));
        assertFalse(XServer.letsUsIn(environment(":7"), folder));
        assertFalse(XServer.letsUsIn(Map.of(), folder));
    }

    @Test
    void aFileOfTicketsCutShortIsNoAnswer() throws Exception {
        Files.write(folder.resolve(".Xauthority"), new byte[] {1, 0, 0, 9, 'l'});
        CompletableFuture<byte[]> asked = server(TAKEN);
        assertFalse(XServer.letsUsIn(environment(":7"), folder));
        assertFalse(asked.isDone());
    }
}
