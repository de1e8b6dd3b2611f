package cotejo.command;

import cotejo.text.Texts;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One visit at the door of a workspace that another process has open.
final class DoorClient implements AutoCloseable {

    private final SocketChannel channel;

    DoorClient(SocketChannel channel) {
        this.channel = channel;
    }

    /// Hands paths over for the window to open; returns once the window has them.
    ///
    /// @throws IOException when the window went away meanwhile
    void open(List<Path> paths) throws IOException {
        Frames.send(channel, new Frames.Frame(Map.of("kind", "open"),
                Map.of("paths", paths.stream().map(Path::toString).toList())));
        if (Frames.receive(channel) == null) {
            throw new IOException(Texts.get("command.door.gone"));
        }
    }

    /// Runs a command on the other side and prints here what it prints there.
    ///
    /// @return its exit code
    /// @throws IOException when the window went away meanwhile
    int run(List<String> args, Session session) throws IOException {
        Frames.send(channel, new Frames.Frame(Map.of("kind", "command", "folder", session.folder().toString(),
                "locale", Texts.locale().toLanguageTag(), "terminal",
                Boolean.toString(session.screen() == Session.Screen.TERMINAL)), Map.of("args", args)));
        for (Frames.Frame frame = Frames.receive(channel); frame != null; frame = Frames.receive(channel)) {
            @Nullable String exit = frame.text("exit");
            if (exit != null) {
                session.out().flush();
                return Integer.parseInt(exit);
            }
            @Nullable String out = frame.text("out");
            if (out != null) {
                session.out().write(out);
            }
            @Nullable String err = frame.text("err");
            if (err != null) {
                session.out().flush();
                session.err().print(err);
                session.err().flush();
            }
        }
        throw new IOException(Texts.get("command.door.gone"));
    }

    /// Asks the command on the other side to stop; it still says how far it came.
    void cancel() {
        try {
            Frames.send(channel, Frames.Frame.of("cancel", "true"));
        } catch (IOException gone) {
            org.slf4j.LoggerFactory.getLogger(DoorClient.class).debug("the window is gone", gone);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
