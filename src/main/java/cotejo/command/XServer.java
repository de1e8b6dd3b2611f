package cotejo.command;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks an X server of this machine whether it takes us in, by the opening exchange of the X11 protocol (X Consortium
/// standard, version 11, "Connection Setup"). Takes a millisecond, where loading Xlib for the question takes a tenth of
/// a second of every start. Only *yes* is an answer: whoever hears anything else asks Xlib.
final class XServer {

    private static final Pattern LOCAL = Pattern.compile("(?:unix)?:(\\d{1,5})(?:\\.\\d+)?");
    private static final byte TAKEN_IN = 1;
    private static final int LONGEST = 1 << 16;

    /// A ticket of an Xauthority file.
    private record Ticket(byte[] scheme, byte[] secret) {
    }

    private XServer() {
    }

    /// Whether `DISPLAY` names a server of this machine whose socket is there.
    static boolean isHere(Map<String, String> environment, Path sockets) {
        Matcher display = LOCAL.matcher(environment.getOrDefault("DISPLAY", ""));
        return display.matches() && Files.exists(sockets.resolve("X" + display.group(1)));
    }

    /// Whether the server that `DISPLAY` names is on this machine, behind its socket in `sockets`, and lets us in.
    static boolean letsUsIn(Map<String, String> environment, Path sockets) {
        Matcher display = LOCAL.matcher(environment.getOrDefault("DISPLAY", ""));
        if (!display.matches()) {
            return false;
        }
        Path socket = sockets.resolve("X" + display.group(1));
        if (!Files.exists(socket)) {
            return false;
        }
        try {
            for (Ticket ticket : tickets(environment, display.group(1))) {
                if (takes(socket, ticket)) {
                    return true;
                }
            }
        } catch (IOException | SecurityException unanswered) {
            org.slf4j.LoggerFactory.getLogger(XServer.class).debug("the display did not answer", unanswered);
        }
        return false;
    }

    private static boolean takes(Path socket, Ticket ticket) throws IOException {
        ByteBuffer question = ByteBuffer.allocate(12 + padded(ticket.scheme) + padded(ticket.secret))
                .order(ByteOrder.LITTLE_ENDIAN);
        question.put((byte) 'l').put((byte) 0).putShort((short) 11).putShort((short) 0);
        question.putShort((short) ticket.scheme.length).putShort((short) ticket.secret.length).putShort((short) 0);
        question.put(12, ticket.scheme).put(12 + padded(ticket.scheme), ticket.secret).rewind();
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            while (question.hasRemaining()) {
                channel.write(question);
            }
            ByteBuffer answer = ByteBuffer.allocate(1);
            return channel.read(answer) == 1 && answer.get(0) == TAKEN_IN;
        }
    }

    private static int padded(byte[] bytes) {
        return (bytes.length + 3) & ~3;
    }

    /// What the Xauthority file holds for this display number, and the empty ticket: a server may know its user.
    private static List<Ticket> tickets(Map<String, String> environment, String number) throws IOException {
        List<Ticket> found = new ArrayList<>();
        String named = environment.getOrDefault("XAUTHORITY", "");
        Path file = named.isEmpty() ? Path.of(environment.getOrDefault("HOME", ""), ".Xauthority") : Path.of(named);
        if (Files.isRegularFile(file) && Files.size(file) < LONGEST) {
            // Each entry: a family, then address, display number, scheme and secret, all with their lengths in front.
            ByteBuffer entries = ByteBuffer.wrap(Files.readAllBytes(file));
            while (entries.remaining() > 2) {
                entries.getShort();
                part(entries);
                String display = new String(part(entries), StandardCharsets.ISO_8859_1);
                Ticket ticket = new Ticket(part(entries), part(entries));
                if (display.isEmpty() || display.equals(number)) {
                    found.add(ticket);
                }
            }
        }
        found.add(new Ticket(new byte[0], new byte[0]));
        return found;
    }

    private static byte[] part(ByteBuffer entries) throws IOException {
        int length = entries.remaining() < 2 ? Integer.MAX_VALUE : Short.toUnsignedInt(entries.getShort());
        if (length > entries.remaining()) {
            throw new IOException("the Xauthority file ends in the middle of an entry");
        }
        byte[] bytes = new byte[length];
        entries.get(bytes);
        return bytes;
    }
}
