package cotejo.text;

import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Times and durations as people say them.
public final class Moments {

    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private static volatile Formats formats = Formats.of(Texts.locale());

    /// The formats of one language, kept because every cell of a table asks for them.
    private record Formats(Locale locale, DateTimeFormatter day, DateTimeFormatter second, DateTimeFormatter zone) {

        static Formats of(Locale locale) {
            return new Formats(locale, DateTimeFormatter.ofPattern("d MMM yyyy", locale),
                    DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM).withLocale(locale),
                    DateTimeFormatter.ofPattern("zzz", locale));
        }
    }

    private Moments() {
    }

    /// How long ago it was, such as `3 min ago`; the date when it is a month or more, or lies ahead.
    ///
    /// @param millis epoch milliseconds
    /// @param now    epoch milliseconds
    public static String ago(long millis, long now, ZoneId zone) {
        long passed = now - millis;
        if (passed < -MINUTE || passed >= 30 * DAY) {
            return formats().day.format(Instant.ofEpochMilli(millis).atZone(zone));
        }
        if (passed < MINUTE) {
            return Texts.get("human.ago.now");
        }
        if (passed < HOUR) {
            return Texts.get("human.ago.minutes", Long.toString(passed / MINUTE));
        }
        if (passed < DAY) {
            return Texts.get("human.ago.hours", Long.toString(passed / HOUR));
        }
        return Texts.get("human.ago.days", Long.toString(passed / DAY));
    }

    /// The date and the time of day to the second, with the zone.
    public static String exact(long millis, ZoneId zone) {
        ZonedDateTime time = Instant.ofEpochMilli(millis).atZone(zone);
        return formats().second.format(time) + " " + formats().zone.format(time);
    }

    private static Formats formats() {
        Formats known = formats;
        if (!known.locale.equals(Texts.locale())) {
            known = Formats.of(Texts.locale());
            formats = known;
        }
        return known;
    }

    /// Two units at most: `350 ms`, `12.4 s`, `3 min 20 s`, `2 h 5 min`, `3 d 4 h`.
    public static String duration(long millis) {
        if (millis < SECOND) {
            return millis + " ms";
        }
        if (millis < MINUTE) {
            long tenths = Math.min(599, (millis + 50) / 100);
            char separator = DecimalFormatSymbols.getInstance(Texts.locale()).getDecimalSeparator();
            return tenths / 10 + String.valueOf(separator) + tenths % 10 + " s";
        }
        if (millis < HOUR) {
            return two(millis / MINUTE, "min", millis % MINUTE / SECOND, "s");
        }
        return millis < DAY ? two(millis / HOUR, "h", millis % HOUR / MINUTE, "min")
                : two(millis / DAY, "d", millis % DAY / HOUR, "h");
    }

    private static String two(long first, String unit, long second, String smaller) {
        return second == 0 ? first + " " + unit : first + " " + unit + " " + second + " " + smaller;
    }
}
