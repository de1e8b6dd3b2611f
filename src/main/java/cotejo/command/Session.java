package cotejo.command;

import cotejo.work.Cancel;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Where one command runs: the same command runs in its own process, in the window's process on behalf of another, and
/// in tests.
///
/// @param folder what relative paths are relative to
/// @param out    standard output: what was asked for, and nothing else
/// @param err    standard error: progress and problems
/// @param screen whether somebody watches standard error
/// @param cancel set by Ctrl-C, or when whoever asked is gone
public record Session(Path folder, Writer out, PrintWriter err, Screen screen, Cancel cancel) {

    /// What standard error leads to.
    public enum Screen {
        TERMINAL,
        PIPE
    }

    /// A path as the person wrote it. An empty text, as a script with an unset variable gives, is none: it would be the
    /// folder one happens to be in.
    Path path(String text) {
        if (text.isEmpty()) {
            throw Refusal.usage(cotejo.text.Texts.get("command.path.empty"));
        }
        try {
            return folder.resolve(text).normalize();
        } catch (InvalidPathException unusable) {
            throw Refusal.usage(cotejo.text.Texts.get("command.path.invalid", text));
        }
    }
}
