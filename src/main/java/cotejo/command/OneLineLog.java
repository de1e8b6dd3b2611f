package cotejo.command;

import cotejo.model.Problem;
import java.util.Arrays;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// The log on standard error: warnings, a line each; all of it, with stack traces, only with `--debug`.
final class OneLineLog extends Formatter {

    @Override
    public String format(LogRecord entry) {
        String cause = entry.getThrown() == null ? "" : ": " + Problem.describe(entry.getThrown());
        return "cotejo: " + formatMessage(entry) + cause + System.lineSeparator();
    }

    /// Sets the log up as the arguments want it.
    static void install(Iterable<String> args) {
        for (String arg : args) {
            if (arg.equals("--debug")) {
                return;
            }
        }
        Logger root = LogManager.getLogManager().getLogger("");
        root.setLevel(Level.WARNING);
        Arrays.stream(root.getHandlers()).forEach(handler -> handler.setFormatter(new OneLineLog()));
    }
}
