package cotejo.dataset;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;

/// Values as text.
final class ValueText {

    private static final DateTimeFormatter CLOCK = new DateTimeFormatterBuilder().appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true).toFormatter(java.util.Locale.ROOT);
    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE).appendLiteral('T').append(CLOCK)
            .toFormatter(java.util.Locale.ROOT);
    private static final DateTimeFormatter ZONED = new DateTimeFormatterBuilder().append(LOCAL).appendOffsetId()
            .toFormatter(java.util.Locale.ROOT);

    private ValueText() {
    }

    static String plain(Value value) {
        return switch (value) {
            case Value.Nothing _ -> "";
            case Value.Text text -> text.text();
            case Value.Flag flag -> flag == Value.Flag.TRUE ? "true" : "false";
            case Value.Whole whole -> Long.toString(whole.value());
            case Value.Real real -> real(real);
            case Value.Decimal decimal -> decimal.value().toPlainString();
            case Value.Day day -> day(day.epochDay());
            case Value.TimeOfDay time -> time(time.nanos());
            case Value.Moment moment -> moment(moment);
            case Value.Span span -> span(span);
            case Value.Id id -> id.id().toString();
            case Value.Binary binary -> HexFormat.of().formatHex(binary.bytes());
            case Value.Items _, Value.Pairs _, Value.Struct _ -> json(value);
            case Value.Unreadable unreadable -> unreadable.why();
        };
    }

    private static String real(Value.Real real) {
        double value = real.value();
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        String text = real.bits() < 64 ? Float.toString((float) value) : Double.toString(value);
        return text.replace("E", "e");
    }

    private static String day(long epochDay) {
        try {
            return LocalDate.ofEpochDay(epochDay).toString();
        } catch (DateTimeException beyond) {
            return epochDay + "d";
        }
    }

    private static String time(long nanos) {
        try {
            return LocalTime.ofNanoOfDay(nanos).format(CLOCK);
        } catch (DateTimeException beyond) {
            return nanos + "ns";
        }
    }

    private static String moment(Value.Moment moment) {
        try {
            if (moment.zone().isEmpty()) {
                return LocalDateTime.ofEpochSecond(moment.epochSecond(), moment.nano(), ZoneOffset.UTC).format(LOCAL);
            }
            return Instant.ofEpochSecond(moment.epochSecond(), moment.nano()).atZone(zone(moment.zone()))
                    .format(ZONED);
        } catch (DateTimeException beyond) {
            return moment.epochSecond() + "s";
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private static String span(Value.Span span) {
        StringBuilder text = new StringBuilder("P");
        if (span.months() != 0) {
            text.append(span.months()).append('M');
        }
        if (span.days() != 0) {
            text.append(span.days()).append('D');
        }
        if (span.seconds() != 0 || span.nanos() != 0 || text.length() == 1) {
            text.append(java.time.Duration.ofSeconds(span.seconds(), span.nanos()).toString().substring(1));
        }
        return text.toString();
    }

    static String json(Value value) {
        StringBuilder out = new StringBuilder();
        json(value, out);
        return out.toString();
    }

    private static void json(Value value, StringBuilder out) {
        switch (value) {
            case Value.Nothing _ -> out.append("null");
            case Value.Flag _, Value.Whole _, Value.Decimal _ -> out.append(plain(value));
            case Value.Real real -> {
                if (Double.isFinite(real.value())) {
                    out.append(plain(value));
                } else {
                    quote(plain(value), out);
                }
            }
            case Value.Items items -> {
                char between = '[';
                for (Value item : items.items()) {
                    out.append(between);
                    json(item, out);
                    between = ',';
                }
                out.append(between == '[' ? "[]" : "]");
            }
            case Value.Pairs pairs -> {
                char between = '{';
                for (Value.Pair pair : pairs.pairs()) {
                    out.append(between);
                    quote(plain(pair.key()), out);
                    out.append(':');
                    json(pair.value(), out);
                    between = ',';
                }
                out.append(between == '{' ? "{}" : "}");
            }
            case Value.Struct struct -> {
                char between = '{';
                for (int i = 0; i < struct.names().size(); i++) {
                    out.append(between);
                    quote(struct.names().get(i), out);
                    out.append(':');
                    json(struct.values().get(i), out);
                    between = ',';
                }
                out.append(between == '{' ? "{}" : "}");
            }
            case Value.Text _, Value.Day _, Value.TimeOfDay _, Value.Moment _, Value.Span _, Value.Id _,
                 Value.Binary _, Value.Unreadable _ -> quote(plain(value), out);
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || Character.isSurrogate(c) && lonely(text, i)) {
                        out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean lonely(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
}
