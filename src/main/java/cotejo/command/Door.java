package cotejo.command;

import cotejo.store.WorkspaceFolder;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way into a workspace that is open in a window: other starts of the program hand over what they should open, and
/// commands run here, in the window's process, with their output sent back.
public final class Door implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private static final long PAUSE_NANOS = 100_000_000L;

    private final DoorFile file;
    private final ServerSocketChannel server;
    private final Host host;
    private final List<List<Path>> waiting = new ArrayList<>();
    private @Nullable Consumer<List<Path>> opener;

    private Door(DoorFile file, ServerSocketChannel server, Host host) {
        this.file = file;
        this.server = server;
        this.host = host;
    }

    /// Opens the door of a workspace that this program has open.
    ///
    /// @throws IOException when no socket can be made; the window works without, alone
    public static Door open(Workspace workspace, Optional<ViewRenderer> views) throws IOException {
        DoorFile file = new DoorFile(workspace.database().folder());
        Door door = new Door(file, file.listen(), new SharedHost(workspace, views));
        Thread.ofVirtual().name("cotejo-door").start(door::accept);
        return door;
    }

    /// Says who opens the paths that other starts hand over; it is called on any thread, first with what came before.
    /// Empty paths mean that the window should come to the front.
    public void onOpen(Consumer<List<Path>> who) {
        List<List<Path>> early;
        synchronized (this) {
            opener = who;
            early = List.copyOf(waiting);
            waiting.clear();
        }
        early.forEach(who);
    }

    private void opened(List<Path> paths) {
        Consumer<List<Path>> who;
        synchronized (this) {
            who = opener;
            if (who == null) {
                waiting.add(paths);
                return;
            }
        }
        who.accept(paths);
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                Thread.ofVirtual().name("cotejo-door-client").start(() -> serve(client));
            } catch (IOException failed) {
                LOG.debug("nobody could be let in", failed);
                if (server.isOpen()) {
                    // Too many files are open, say: it is tried again, but not all the time.
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            Frames.Frame request = Frames.receive(client);
            if (request == null) {
                return;
            }
            switch (String.valueOf(request.text("kind"))) {
                case "open" -> {
                    opened(request.list("paths").stream().map(Path::of).toList());
                    Frames.send(client, Frames.Frame.of("exit", "0"));
                }
                case "command" -> command(request, client);
                case String other -> LOG.warn("somebody asked for {} at the door", other);
            }
        } catch (IOException | InvalidPathException refused) {
            LOG.debug("turned away at the door", refused);
        }
    }

    private void command(Frames.Frame request, SocketChannel client) throws IOException {
        Cancel cancel = new Cancel();
        Thread.ofVirtual().name("cotejo-door-listen").start(() -> listen(client, cancel));
        Locale locale = Locale.forLanguageTag(String.valueOf(request.text("locale")));
        Path folder = Path.of(String.valueOf(request.text("folder")));
        Session.Screen screen = "true".equals(request.text("terminal")) ? Session.Screen.TERMINAL : Session.Screen.PIPE;
        int[] exit = new int[1];
        try (FrameWriter out = new FrameWriter(client, "out", cancel);
                PrintWriter err = new PrintWriter(new FrameWriter(client, "err", cancel))) {
            Session session = new Session(folder, out, err, screen, cancel);
            Texts.in(locale, () -> exit[0] = run(request.list("args"), session));
        }
        synchronized (client) {
            Frames.send(client, Frames.Frame.of("exit", Integer.toString(exit[0])));
        }
    }

    private int run(List<String> args, Session session) {
        try {
            Optional<Command> command = args.isEmpty() ? Optional.empty() : Starts.command(args);
            if (command.isEmpty()) {
                return Exit.USAGE;
            }
            Program.Read read = Program.read(command.get(), args, session);
            return read.call().map(call -> Program.run(call, session, host)).orElse(read.exit());
        } catch (IOException gone) {
            LOG.debug("nobody waits for the output", gone);
            return Exit.UNREADABLE;
        }
    }

    /// Whoever sends anything more, or ends, wants the command to stop.
    private static void listen(SocketChannel client, Cancel cancel) {
        try {
            Frames.receive(client);
        } catch (IOException gone) {
            LOG.debug("the client is gone", gone);
        }
        cancel.request();
    }

    @Override
    public void close() {
        try {
            server.close();
            file.remove();
        } catch (IOException leftBehind) {
            LOG.warn("the socket could not be removed", leftBehind);
        }
    }

    /// The window's process as the place of a command.
    private record SharedHost(Workspace workspace, Optional<ViewRenderer> views) implements Host {

        @Override
        public WorkspaceFolder folder() {
            return workspace.database().folder();
        }

        @Override
        public Sharing sharing() {
            return Sharing.WITH_WINDOW;
        }
    }
}
