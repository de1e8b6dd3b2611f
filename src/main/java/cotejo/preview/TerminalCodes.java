package cotejo.preview;

import java.util.regex.Pattern;

/// What programs write to colour a terminal or to move its cursor, and that ends up in their logs: ECMA-48 control
/// sequences, and the commands that xterm added.
public final class TerminalCodes {

    private static final char ESCAPE = '\u001b';
    private static final Pattern CODE = Pattern.compile("\u001b(?:\\[[0-?]*[ -/]*[@-~]"
            + "|[\\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\\\|$)|[ -/]+[0-~]|[0-Z\\\\^-~])");

    private TerminalCodes() {
    }

    /// A line without them, as a terminal would show its words.
    public static String without(String line) {
        return line.indexOf(ESCAPE) < 0 ? line : CODE.matcher(line).replaceAll("");
    }
}
