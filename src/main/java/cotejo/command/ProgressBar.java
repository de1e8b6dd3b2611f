package cotejo.command;

import cotejo.text.Texts;
import cotejo.work.Progress;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;

/// Progress on a terminal: one line that is written over, ten times a second at most. Nothing in a pipe.
final class ProgressBar implements Progress, AutoCloseable {

    private static final long PAUSE_NANOS = 100_000_000;
    private static final int WIDTH = 24;

    private final PrintWriter err;
    private final Session.Screen screen;
    private final String title;
    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private volatile boolean shown;

    private ProgressBar(PrintWriter err, Session.Screen screen, String title) {
        this.err = err;
        this.screen = screen;
        this.title = title;
    }

    static ProgressBar on(Session session, Arguments arguments, String title) {
        return new ProgressBar(session.err(), arguments.quiet() ? Session.Screen.PIPE : session.screen(),
                TerminalTable.fit(title));
    }

    @Override
    public void report(String what, long done, long total) {
        long due = next.get();
        long now = System.nanoTime();
        if (screen == Session.Screen.PIPE || now < due || !next.compareAndSet(due, now + PAUSE_NANOS)) {
            return;
        }
        shown = true;
        String bar = "";
        if (total > 0) {
            int full = (int) Math.min(WIDTH, done * WIDTH / total);
            bar = "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] ";
        }
        err.print("\r\033[K" + bar + (total > 0 ? Texts.get("command.progress.of", done, total)
                : Texts.get("command.progress.so", done)) + "  " + title);
        err.flush();
    }

    @Override
    public void close() {
        if (shown) {
            err.print("\r\033[K");
            err.flush();
        }
    }
}
