package cotejo.command;

import cotejo.model.Problem;
import cotejo.store.StoreException;
import cotejo.text.Texts;
import cotejo.work.CancelledException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/// Runs one command with its arguments, whichever process that happens in, and turns what goes wrong into a sentence
/// and an exit code.
final class Program {

    private Program() {
    }

    /// A command line that was understood.
    record Call(Command command, Arguments arguments) {
    }

    /// What reading a command line gives: a call, or an exit code after help or a complaint was printed.
    record Read(Optional<Call> call, int exit) {
    }

    /// Understands a command line whose command is known.
    static Read read(Command command, List<String> args, Session session) throws IOException {
        CommandLine parser = Grammar.parser(List.of(command));
        try {
            CommandLine.ParseResult parsed = parser.parseArgs(args.toArray(String[]::new));
            CommandLine.ParseResult sub = parsed.subcommand();
            if (sub == null) {
                throw new IllegalStateException(command.name());
            }
            if (parsed.isUsageHelpRequested() || sub.isUsageHelpRequested()) {
                session.out().write(sub.commandSpec().commandLine().getUsageMessage(CommandLine.Help.Ansi.OFF));
                session.out().flush();
                return new Read(Optional.empty(), Exit.DONE);
            }
            if (parsed.isVersionHelpRequested() || sub.isVersionHelpRequested()) {
                session.out().write(Version.text() + "\n");
                session.out().flush();
                return new Read(Optional.empty(), Exit.DONE);
            }
            return new Read(Optional.of(new Call(command, Arguments.of(parsed))), Exit.DONE);
        } catch (CommandLine.ParameterException wrong) {
            complain(session.err(), Grammar.sentence(wrong));
            return new Read(Optional.empty(), Exit.USAGE);
        }
    }

    /// Runs a call and returns its exit code; never throws.
    static int run(Call call, Session session, Host host) {
        try {
            int exit = call.command().run(call.arguments(), session, host);
            session.out().flush();
            return exit;
        } catch (Refusal refusal) {
            return failed(session, call, refusal.sentence("cotejo " + call.command().name()), refusal, refusal.exit());
        } catch (CancelledException cancelled) {
            return failed(session, call, Texts.get("command.stopped"), cancelled, Exit.CANCELLED);
        } catch (StoreException failure) {
            return failed(session, call, failure.getMessage(), failure, Exit.WORKSPACE);
        } catch (OutputGone gone) {
            return gone.quiet() ? Exit.DONE
                    : failed(session, call, Texts.get("command.output", Problem.describe(gone)), gone, Exit.UNREADABLE);
        } catch (IOException failure) {
            return failed(session, call, FileTrouble.sentence(failure), failure, Exit.UNREADABLE);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            return failed(session, call, Texts.get("command.fault", Problem.words(fault)), fault, Exit.UNREADABLE);
        }
    }

    private static int failed(Session session, Call call, @org.jspecify.annotations.Nullable String sentence,
            Throwable failure, int exit) {
        try {
            session.out().flush();
        } catch (IOException gone) {
            org.slf4j.LoggerFactory.getLogger(Program.class).debug("output gone", gone);
        }
        complain(session.err(), String.valueOf(sentence));
        if (call.arguments().has("--debug")) {
            session.err().print(Trace.of(failure));
        }
        session.err().flush();
        return exit;
    }

    static void complain(PrintWriter err, String sentence) {
        err.println("cotejo: " + sentence);
        err.flush();
    }
}
