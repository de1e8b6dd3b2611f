package cotejo.command;

import org.jspecify.annotations.Nullable;

/// The details of an error, for `--debug`.
final class Trace {

    private static final int CAUSES = 10;

    private Trace() {
    }

    /// The error, where it happened, and what caused it.
    static String of(Throwable failure) {
        StringBuilder text = new StringBuilder();
        @Nullable Throwable next = failure;
        for (int i = 0; next != null && i < CAUSES; i++) {
            text.append(i == 0 ? "" : "caused by ").append(next).append('\n');
            for (StackTraceElement element : next.getStackTrace()) {
                text.append("    at ").append(element).append('\n');
            }
            next = next.getCause();
        }
        return text.toString();
    }
}
