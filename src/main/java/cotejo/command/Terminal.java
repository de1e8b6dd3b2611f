package cotejo.command;

import cotejo.text.Texts;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/// The program as a terminal starts it.
public final class Terminal {

    private Terminal() {
    }

    /// Runs the program with its arguments and returns its exit code.
    public static int run(List<String> args, Front front) {
        OneLineLog.install(args);
        Locale locale = Grammar.locale(args, System.getenv());
        Texts.use(locale);
        quieten(args);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.err),
                StandardCharsets.UTF_8), true);
        try (Interruption interruption = new Interruption()) {
            Session session = new Session(Path.of("").toAbsolutePath(), new StandardOut(), err,
                    Screen.ofStandardError(System.getProperty("os.name")), interruption.cancel());
            return run(args, session, interruption, front);
        }
    }

    /// Standard error is for sentences: what classes log shows with `--debug` only, except that a window warns.
    private static void quieten(List<String> args) {
        if (args.contains("--debug")) {
            return;
        }
        if (Starts.command(args).isPresent()) {
            LogManager.getLogManager().reset();
        } else {
            Logger.getLogger("").setLevel(Level.WARNING);
        }
    }

    private static int run(List<String> args, Session session, Interruption interruption, Front front) {
        try {
            int exit = new Starts(session, interruption, front, System.getenv()).run(args);
            session.out().flush();
            return exit;
        } catch (OutputGone gone) {
            if (!gone.quiet()) {
                Program.complain(session.err(), Texts.get("command.output", String.valueOf(gone.getMessage())));
            }
            return gone.quiet() ? Exit.DONE : Exit.UNREADABLE;
        } catch (IOException failure) {
            Program.complain(session.err(), FileTrouble.sentence(failure));
            return Exit.UNREADABLE;
        }
    }

    /// Standard output in UTF-8, which says once when nobody takes it any more.
    private static final class StandardOut extends FilterWriter {

        private boolean gone;

        StandardOut() {
            super(new BufferedWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out),
                    StandardCharsets.UTF_8), 1 << 16));
        }

        @Override
        public void write(int c) throws IOException {
            guarded(() -> out.write(c));
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            guarded(() -> out.write(text, from, length));
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            guarded(() -> out.write(text, from, length));
        }

        @Override
        public void flush() throws IOException {
            guarded(out::flush);
        }

        /// One use of the stream below.
        @FunctionalInterface
        private interface Use {
            void now() throws IOException;
        }

        private void guarded(Use use) throws IOException {
            if (gone) {
                return;
            }
            try {
                use.now();
            } catch (IOException failure) {
                gone = true;
                throw new OutputGone(failure);
            }
        }

        /// Standard output is not ours to close.
        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
