package cotejo.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Places for ticks on axes of time, in milliseconds.
public final class TimeTicks {

    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long[] STEPS = {1, 2, 5, 10, 20, 50, 100, 200, 500,
        SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 15 * SECOND, 30 * SECOND,
        MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE,
        HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR,
        DAY, 2 * DAY, 5 * DAY, 10 * DAY, 20 * DAY, 50 * DAY, 100 * DAY, 200 * DAY, 500 * DAY, 1000 * DAY,
        5000 * DAY, 20_000 * DAY, 100_000 * DAY};
    private static final long[] DECADES = {1, 10, 100, SECOND, 10 * SECOND, MINUTE, 10 * MINUTE, HOUR, 10 * HOUR, DAY,
        10 * DAY, 100 * DAY, 1000 * DAY, 10_000 * DAY};
    private static final int MAX_TICKS = 200;

    private TimeTicks() {
    }

    private static long step(Range range, int wanted) {
        double rough = range.span() / Math.max(1, wanted);
        for (long step : STEPS) {
            if (step >= rough) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    /// Ticks for time that went by since a start, written as `90 s`, `1:30 min`, `2 h`, `3 d`.
    public static List<Tick> elapsed(Range range, int wanted, Locale locale) {
        if (range.span() < 5) {
            return Ticks.linear(range, wanted, locale).stream()
                    .map(tick -> new Tick(tick.at(), tick.label() + " ms")).toList();
        }
        long step = step(range, wanted);
        List<Tick> result = new ArrayList<>();
        double first = Math.ceil(range.low() / step);
        for (int i = 0; i < MAX_TICKS && (first + i) * step <= range.high(); i++) {
            double at = (first + i) * step;
            result.add(new Tick(at, elapsedLabel(Math.round(at), step)));
        }
        return result;
    }

    /// Ticks for time on a logarithmic axis: `1 ms` to `10 s` by tens, then `1 min`, `10 min`, `1 h`, `10 h`,
    /// `1 d` and so on by tens.
    public static List<Tick> decades(Range range, int wanted) {
        List<Tick> all = new ArrayList<>();
        for (long at : DECADES) {
            if (range.contains(at)) {
                all.add(new Tick(at, elapsedLabel(at, at)));
            }
        }
        int every = Math.max(1, (all.size() + wanted - 1) / Math.max(1, wanted));
        List<Tick> result = new ArrayList<>();
        for (int i = 0; i < all.size(); i += every) {
            result.add(all.get(i));
        }
        return result;
    }

    private static String elapsedLabel(long at, long step) {
        if (at == 0) {
            return "0";
        }
        long size = Math.abs(at);
        String sign = at < 0 ? "-" : "";
        if (step < SECOND) {
            return sign + size + " ms";
        }
        if (step < MINUTE) {
            return sign + (size < MINUTE ? size / SECOND + " s" : parts(size, MINUTE, SECOND) + " min");
        }
        if (step < HOUR) {
            return sign + (size < HOUR ? size / MINUTE + " min" : parts(size, HOUR, MINUTE) + " h");
        }
        return sign + (step < DAY ? size / HOUR + " h" : size / DAY + " d");
    }

    private static String parts(long size, long unit, long part) {
        return "%d:%02d".formatted(size / unit, size % unit / part);
    }

    /// Ticks for points in time, at round clock times and days of a zone.
    public static List<Tick> clock(Range range, int wanted, Locale locale, ZoneId zone) {
        if (range.span() < 5 || Math.abs(range.low()) > 8e15 || Math.abs(range.high()) > 8e15) {
            return Ticks.linear(range, wanted, locale);
        }
        long step = step(range, wanted);
        List<Tick> result = new ArrayList<>();
        LocalDateTime start = LocalDateTime.of(day(range.low(), zone), LocalTime.MIDNIGHT);
        long skip = step >= DAY ? 0 : (long) ((range.low() - millis(start, zone)) / step);
        LocalDateTime at = step >= DAY ? LocalDateTime.of(wholeDays(start.toLocalDate(), step), LocalTime.MIDNIGHT)
                : start.plusNanos(skip * step * 1_000_000);
        for (int i = 0; i < MAX_TICKS && millis(at, zone) <= range.high(); i++) {
            if (millis(at, zone) >= range.low()) {
                result.add(new Tick(millis(at, zone), clockLabel(at, step, locale)));
            }
            at = step >= DAY ? at.plusDays(step / DAY) : at.plusNanos(step * 1_000_000);
        }
        return result;
    }

    private static LocalDate day(double millis, ZoneId zone) {
        return Instant.ofEpochMilli((long) millis).atZone(zone).toLocalDate();
    }

    private static LocalDate wholeDays(LocalDate day, long step) {
        long days = step / DAY;
        return LocalDate.ofEpochDay(Math.floorDiv(day.toEpochDay(), days) * days);
    }

    private static double millis(LocalDateTime at, ZoneId zone) {
        return ZonedDateTime.of(at, zone).toInstant().toEpochMilli();
    }

    private static String clockLabel(LocalDateTime at, long step, Locale locale) {
        String pattern;
        if (step >= 200 * DAY) {
            pattern = "MMM uuuu";
        } else if (step >= DAY || at.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            pattern = "d MMM";
        } else if (step >= MINUTE) {
            pattern = "HH:mm";
        } else {
            pattern = step >= SECOND ? "HH:mm:ss" : "HH:mm:ss.SSS";
        }
        return DateTimeFormatter.ofPattern(pattern, locale).format(at);
    }
}
