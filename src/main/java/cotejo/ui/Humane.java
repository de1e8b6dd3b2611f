package cotejo.ui;

import cotejo.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// Times as people say them.
public final class Humane {

    private Humane() {
    }

    /// How long ago something was, such as "3 min ago"; the date when it is more than 30 days.
    ///
    /// @param then epoch milliseconds; 0 means never
    public static String ago(long then, Instant now) {
        if (then <= 0) {
            return Texts.get("shell.ago.never");
        }
        long seconds = Duration.between(Instant.ofEpochMilli(then), now).toSeconds();
        if (seconds < 60) {
            return Texts.get("shell.ago.now");
        }
        if (seconds < 3600) {
            return Texts.get("shell.ago.minutes", Long.toString(seconds / 60));
        }
        if (seconds < 86_400) {
            return Texts.get("shell.ago.hours", Long.toString(seconds / 3600));
        }
        return seconds < 30 * 86_400L ? Texts.get("shell.ago.days", Long.toString(seconds / 86_400))
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Texts.locale())
                        .withZone(ZoneId.systemDefault()).format(Instant.ofEpochMilli(then));
    }

    /// The exact time, for a hover over [#ago].
    public static String exact(long then) {
        return then <= 0 ? Texts.get("shell.ago.never")
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM)
                        .withLocale(Texts.locale()).withZone(ZoneId.systemDefault())
                        .format(Instant.ofEpochMilli(then));
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
