package cotejo.dataset;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;

/// The order of values: by kind, then by value; numbers of all kinds among each other, NaN after all of them, nulls
/// last. Text goes by code points, bytes as unsigned numbers, nested values by their JSON.
public enum ValueOrder implements Comparator<Value> {
    /// The only one.
    ORDER;

    @Override
    public int compare(Value a, Value b) {
        int kind = kind(a);
        int other = kind(b);
        if (kind != other) {
            return Integer.compare(kind, other);
        }
        return switch (a) {
            case Value.Whole x when b instanceof Value.Whole y -> Long.compare(x.value(), y.value());
            case Value.Whole _, Value.Real _, Value.Decimal _ -> numbers(a, b);
            case Value.Flag x -> Integer.compare(x.ordinal(), ((Value.Flag) b).ordinal());
            case Value.Day x when b instanceof Value.Day y -> Long.compare(x.epochDay(), y.epochDay());
            case Value.Day _, Value.Moment _ -> moments(a, b);
            case Value.TimeOfDay x -> Long.compare(x.nanos(), ((Value.TimeOfDay) b).nanos());
            case Value.Span x -> spans(x, (Value.Span) b);
            case Value.Binary x -> Arrays.compareUnsigned(x.bytes(), ((Value.Binary) b).bytes());
            case Value.Nothing _ -> 0;
            case Value.Text _, Value.Id _, Value.Items _, Value.Pairs _, Value.Struct _, Value.Unreadable _ ->
                texts(a.plain(), b.plain());
        };
    }

    private static int kind(Value value) {
        return switch (value) {
            case Value.Flag _ -> 0;
            case Value.Whole _, Value.Real _, Value.Decimal _ -> 1;
            case Value.Day _, Value.Moment _ -> 2;
            case Value.TimeOfDay _ -> 3;
            case Value.Span _ -> 4;
            case Value.Text _, Value.Id _ -> 5;
            case Value.Binary _ -> 6;
            case Value.Items _, Value.Pairs _, Value.Struct _ -> 7;
            case Value.Unreadable _ -> 8;
            case Value.Nothing _ -> 9;
        };
    }

    private static int numbers(Value a, Value b) {
        double x = number(a);
        double y = number(b);
        if (!Double.isFinite(x) || !Double.isFinite(y) || a instanceof Value.Real && b instanceof Value.Real) {
            return Double.compare(x + 0.0, y + 0.0);
        }
        return exact(a).compareTo(exact(b));
    }

    /// A number as a double, NaN for what is none.
    public static double number(Value value) {
        return switch (value) {
            case Value.Whole whole -> whole.value();
            case Value.Real real -> real.value();
            case Value.Decimal decimal -> decimal.value().doubleValue();
            case Value.Flag flag -> flag.ordinal();
            default -> Double.NaN;
        };
    }

    private static BigDecimal exact(Value value) {
        return switch (value) {
            case Value.Whole whole -> BigDecimal.valueOf(whole.value());
            case Value.Decimal decimal -> decimal.value();
            case Value.Real real -> new BigDecimal(real.value());
            default -> BigDecimal.ZERO;
        };
    }

    private static int moments(Value a, Value b) {
        int seconds = Long.compare(seconds(a), seconds(b));
        return seconds != 0 ? seconds : Integer.compare(nano(a), nano(b));
    }

    private static long seconds(Value value) {
        return value instanceof Value.Moment moment ? moment.epochSecond()
                : ((Value.Day) value).epochDay() * 86_400;
    }

    private static int nano(Value value) {
        return value instanceof Value.Moment moment ? moment.nano() : 0;
    }

    private static int spans(Value.Span a, Value.Span b) {
        int days = Long.compare(a.months() * 30L + a.days(), b.months() * 30L + b.days());
        int seconds = Long.compare(a.seconds(), b.seconds());
        return days != 0 ? days : seconds != 0 ? seconds : Integer.compare(a.nanos(), b.nanos());
    }

    /// By code points, as UTF-8 sorts.
    private static int texts(String a, String b) {
        int end = Math.min(a.length(), b.length());
        for (int i = 0; i < end; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean high = Character.isSurrogate(x);
                return high == Character.isSurrogate(y) ? Character.compare(x, y) : high ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
