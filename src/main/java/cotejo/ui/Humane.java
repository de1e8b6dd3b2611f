package cotejo.ui;

import cotejo.text.Moments;
import cotejo.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// What [Moments] says, for things that may never have happened, and how long work will still take.
public final class Humane {

    private Humane() {
    }

    /// How long ago something was, as [Moments#ago] says it.
    ///
    /// @param then epoch milliseconds; 0 means never
    public static String ago(long then, Instant now) {
        return then <= 0 ? Texts.get("shell.ago.never")
                : Moments.ago(then, now.toEpochMilli(), ZoneId.systemDefault());
    }

    /// The exact time, for a hover over [#ago].
    public static String exact(long then) {
        return then <= 0 ? Texts.get("shell.ago.never")
                : Moments.exact(then, ZoneId.systemDefault());
    }

    /// How long something will still take, such as "about 20 s left".
    public static String left(Duration rest) {
        long seconds = Math.max(1, rest.toSeconds());
        if (seconds < 90) {
            return Texts.get("shell.left.seconds", Long.toString(seconds));
        }
        return seconds < 5400 ? Texts.get("shell.left.minutes", Long.toString((seconds + 30) / 60))
                : Texts.get("shell.left.hours", Long.toString((seconds + 1800) / 3600));
    }
}
