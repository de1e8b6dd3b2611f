package cotejo.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times and durations as people write them.
final class Literals {

    private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|min|[smhdw])\\s*");
    private static final Pattern SHORT_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d.*");

    private Literals() {
    }

    /// An ISO date, year and month, or date and time (with `T` or a blank, with or without an offset), in the local
    /// zone unless it has an offset; null when it is none. A date or month stands for all of it.
    static Value.@Nullable Number time(String text, String written) {
        String word = text.strip();
        ZoneId zone = ZoneId.systemDefault();
        try {
            if (word.length() == 7) {
                YearMonth month = YearMonth.parse(word);
                LocalDate first = month.atDay(1);
                return span(first.atStartOfDay(zone), first.plusMonths(1).atStartOfDay(zone), written);
            }
            if (word.length() == 10) {
                LocalDate day = LocalDate.parse(word);
                return span(day.atStartOfDay(zone), day.plusDays(1).atStartOfDay(zone), written);
            }
            if (!SHORT_TIME.matcher(word).matches()) {
                return null;
            }
            String iso = word.substring(0, 10) + "T" + word.substring(11).replace(" ", "");
            boolean offset = iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > 10;
            long millis = offset ? OffsetDateTime.parse(iso).toInstant().toEpochMilli()
                    : LocalDateTime.parse(iso).atZone(zone).toInstant().toEpochMilli();
            return Value.Number.of((double) millis, written);
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private static Value.Number span(ZonedDateTime from, ZonedDateTime until, String written) {
        return new Value.Number(from.toInstant().toEpochMilli(), until.toInstant().toEpochMilli() - 1, written);
    }

    /// A duration such as `2h`, `90s`, `1.5d` or `1h30m`, in milliseconds; NaN when it is none. Units: `ms`, `s`, `m`
    /// or `min`, `h`, `d`, `w`.
    static double duration(String text) {
        String word = text.strip();
        Matcher part = DURATION.matcher(word);
        double millis = 0;
        int at = 0;
        while (at < word.length()) {
            if (!part.find(at) || part.start() != at) {
                return Double.NaN;
            }
            millis += Double.parseDouble(part.group(1)) * unit(part.group(2));
            at = part.end();
        }
        return at == 0 ? Double.NaN : millis;
    }

    private static double unit(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m", "min" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            case "w" -> 604_800_000;
            default -> Double.NaN;
        };
    }

    /// A time as the language reads it back to the same millisecond: local date and time, or the bare number in the
    /// hour that a change of clocks repeats.
    static String timeText(long millis) {
        String local = "'" + LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneId.systemDefault())
                + "'";
        Value.@Nullable Number back = time(local.substring(1, local.length() - 1), local);
        return back != null && back.low() == millis ? local : Long.toString(millis);
    }
}
