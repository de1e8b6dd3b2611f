package cotejo.command;

import cotejo.Workbench;
import cotejo.model.Problem;
import cotejo.store.StoreException;
import cotejo.store.WorkspaceFolder;
import cotejo.text.Texts;
import cotejo.work.Tasks;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;

/// One start of the program: a command, or the window with what was named. What is open already is used through its
/// door.
final class Starts {

    private static final long PATIENCE_NANOS = 2_000_000_000L;
    private static final long WINDOW_PATIENCE_NANOS = 20_000_000_000L;
    private static final long PAUSE_NANOS = 25_000_000L;
    private static final List<String> WITH_VALUE = List.of("--workspace", "--locale");

    private final Session session;
    private final Interruption interruption;
    private final Front front;
    private final java.util.Map<String, String> environment;

    Starts(Session session, Interruption interruption, Front front, java.util.Map<String, String> environment) {
        this.session = session;
        this.interruption = interruption;
        this.front = front;
        this.environment = environment;
    }

    /// The command that is meant: the first word that is no option of all commands.
    static Optional<Command> command(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (WITH_VALUE.contains(arg)) {
                i++;
            } else if (!arg.startsWith("-")) {
                return Commands.named(arg);
            }
        }
        return Optional.empty();
    }

    int run(List<String> args) throws IOException {
        Optional<Command> command = command(args);
        return command.isPresent() ? command(command.get(), args) : window(args);
    }

    private int command(Command command, List<String> args) throws IOException {
        Program.Read read = Program.read(command, args, session);
        if (read.call().isEmpty()) {
            return read.exit();
        }
        Program.Call call = read.call().get();
        WorkspaceFolder folder;
        try {
            folder = folder(call.arguments());
        } catch (Refusal refusal) {
            Program.complain(session.err(), refusal.sentence("cotejo " + command.name()));
            return refusal.exit();
        }
        int exit = Exit.WORKSPACE;
        boolean closing = false;
        try (OwnHost host = new OwnHost(folder, command.name(), front.views())) {
            exit = switch (command.need(call.arguments())) {
                case NOTHING -> Program.run(call, session, host);
                case WORKSPACE, EXISTING_WORKSPACE, CLOSED_WORKSPACE -> enter(call, args, host);
            };
            closing = true;
        } catch (StoreException failure) {
            if (!closing) {
                throw failure;
            }
            if (exit != Exit.WORKSPACE) {
                Program.complain(session.err(), String.valueOf(failure.getMessage()));
            }
            return Exit.WORKSPACE;
        }
        return exit;
    }

    /// The workspace meant, once what every command takes was found to be right.
    private WorkspaceFolder folder(Arguments arguments) {
        arguments.checkCommon();
        return WorkspaceFolder.at(arguments.text("--workspace").map(session::path)
                .orElseGet(() -> session.path(WorkspaceFolder.defaultPath(environment, System.getProperty("os.name"),
                        Path.of(System.getProperty("user.home"))).toString())));
    }

    /// Runs the command here when the workspace is free, else through the door of whoever has it.
    private int enter(Program.Call call, List<String> args, OwnHost host) throws IOException {
        long start = System.nanoTime();
        while (true) {
            Optional<SocketChannel> door = new DoorFile(host.folder()).knock();
            if (door.isPresent()) {
                return through(door.get(), args);
            }
            Command.Need need = call.command().need(call.arguments());
            if (need == Command.Need.EXISTING_WORKSPACE && !Files.exists(host.folder().path())) {
                Program.complain(session.err(), Texts.get("command.workspace.none", host.folder().path().toString()));
                return Exit.WORKSPACE;
            }
            try {
                if (need != Command.Need.CLOSED_WORKSPACE) {
                    Workspace open = host.workspace();
                    if (!(call.command() instanceof CheckCommand)) {
                        tellLoss(open);
                    }
                }
                return Program.run(call, session, host);
            } catch (StoreException failure) {
                if (!worthWaiting(failure, host.folder(), start)) {
                    Program.complain(session.err(), String.valueOf(failure.getMessage()));
                    return session.cancel().requested() ? Exit.CANCELLED : Exit.WORKSPACE;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /// What can be done without a display: the files that were named are imported, and the views drawn.
    private int tour(Workspace workspace, Arguments arguments, List<Path> paths) throws IOException {
        if (paths.isEmpty()) {
            throw Refusal.unreadable(Texts.get("command.window.noDisplay"));
        }
        tellLoss(workspace);
        return new HeadlessTour(session, front.views()).run(workspace, arguments, paths);
    }

    /// Says once that the end of the database was missing; `check` lists it among what it finds.
    private void tellLoss(Workspace workspace) {
        workspace.database().loss().ifPresent(loss -> Program.complain(session.err(), loss.toString()));
    }

    /// A workspace that is taken may be free in a moment; a window that is just starting opens its door soon.
    private boolean worthWaiting(StoreException failure, WorkspaceFolder folder, long start) {
        long patience = folder.holder().endsWith(" window") ? WINDOW_PATIENCE_NANOS : PATIENCE_NANOS;
        return failure.kind() == StoreException.Kind.IN_USE && System.nanoTime() - start < patience
                && !session.cancel().requested();
    }

    private int through(SocketChannel door, List<String> args) throws IOException {
        try (DoorClient client = new DoorClient(door)) {
            interruption.also(client::cancel);
            return client.run(args, session);
        } catch (OutputGone gone) {
            if (!gone.quiet()) {
                Program.complain(session.err(), Texts.get("command.output", Problem.describe(gone)));
            }
            return gone.quiet() ? Exit.DONE : Exit.UNREADABLE;
        } catch (IOException gone) {
            Program.complain(session.err(), String.valueOf(gone.getMessage()));
            return Exit.WORKSPACE;
        }
    }

    private int window(List<String> args) throws IOException {
        Optional<Arguments> plain = Arguments.plain(args, WITH_VALUE);
        if (plain.isPresent()) {
            return window(plain.get());
        }
        boolean help = args.contains("--help") || args.contains("-h");
        CommandLine parser = Grammar.parser(help ? Commands.all() : List.of());
        Arguments arguments;
        try {
            CommandLine.ParseResult parsed = parser.parseArgs(args.toArray(String[]::new));
            if (parsed.isUsageHelpRequested()) {
                session.out().write(parser.getUsageMessage(CommandLine.Help.Ansi.OFF));
                return Exit.DONE;
            }
            if (parsed.isVersionHelpRequested()) {
                session.out().write(Version.text() + "\n");
                return Exit.DONE;
            }
            arguments = Arguments.of(parsed);
        } catch (CommandLine.ParameterException wrong) {
            Program.complain(session.err(), Grammar.sentence(wrong));
            return Exit.USAGE;
        }
        return window(arguments);
    }

    private int window(Arguments arguments) throws IOException {
        try {
            WorkspaceFolder folder = folder(arguments);
            return window(folder, arguments, named(arguments.words()));
        } catch (Refusal refusal) {
            Program.complain(session.err(), refusal.sentence("cotejo"));
            return refusal.exit();
        } catch (StoreException failure) {
            Program.complain(session.err(), String.valueOf(failure.getMessage()));
            return Exit.WORKSPACE;
        }
    }

    /// The files to open. Where nothing of the kind is there, no window is needed to say so; a single word is most
    /// likely a command that is none.
    private List<Path> named(List<String> words) {
        List<Path> paths = words.stream().map(session::path).toList();
        if (paths.isEmpty() || paths.stream().anyMatch(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))) {
            return paths;
        }
        if (words.size() == 1 && words.getFirst().matches("[a-z]+")) {
            throw Refusal.grammar(Texts.get("command.usage.noCommand", words.getFirst()));
        }
        throw Refusal.unreadable(paths.getFirst() + ": " + Texts.get("importing.look.missing"));
    }

    private int window(WorkspaceFolder folder, Arguments arguments, List<Path> paths) throws IOException {
        long start = System.nanoTime();
        boolean preparing = false;
        while (true) {
            Optional<SocketChannel> channel = new DoorFile(folder).knock();
            if (channel.isPresent()) {
                try (DoorClient client = new DoorClient(channel.get())) {
                    client.open(paths);
                    return Exit.DONE;
                } catch (IOException closing) {
                    org.slf4j.LoggerFactory.getLogger(Starts.class).debug("the window is closing", closing);
                }
            }
            if (!preparing) {
                preparing = true;
                Thread.ofPlatform().name("cotejo-display").daemon(true).start(this::prepare);
            }
            try (Workbench workbench = Workbench.open(folder, Workbench.WINDOW, Tasks.onVirtualThreads())) {
                return show(workbench, arguments, paths);
            } catch (StoreException failure) {
                if (!worthWaiting(failure, folder, start)) {
                    throw failure;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /// Asks the display and starts the toolkit, while the workspace is being opened.
    private void prepare() {
        if (Screen.canShowWindows(environment, System.getProperty("os.name"))) {
            front.window().ifPresent(WindowStarter::prepare);
        }
    }

    private int show(Workbench workbench, Arguments arguments, List<Path> paths) throws IOException {
        if (!Screen.canShowWindows(environment, System.getProperty("os.name"))) {
            return tour(workbench.workspace(), arguments, paths);
        }
        if (front.window().isEmpty()) {
            throw Refusal.unreadable(Texts.get("command.window.none"));
        }
        try (Door door = Door.open(workbench.workspace(), front.views())) {
            interruption.closingInstead(() -> {
                door.close();
                workbench.close();
            });
            return front.window().get().start(new WindowRequest(workbench, door, paths, Texts.locale()));
        } catch (UnsupportedOperationException | UnsatisfiedLinkError noDisplay) {
            return tour(workbench.workspace(), arguments, paths);
        }
    }
}
