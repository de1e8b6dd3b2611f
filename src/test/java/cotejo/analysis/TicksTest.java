package cotejo.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

final class TicksTest {

    private static List<String> labels(List<Tick> ticks) {
        return ticks.stream().map(Tick::label).toList();
    }

    private static List<String> linear(double low, double high) {
        return labels(Ticks.linear(new Range(low, high), 5, Locale.ENGLISH));
    }

    @Test
    void ticksAreRoundAndShowNoBinaryDust() {
        assertEquals(List.of("0.0", "0.1", "0.2", "0.3", "0.4", "0.5"), linear(0, 0.5));
        assertEquals(List.of("-1.0", "-0.5", "0.0", "0.5", "1.0"), linear(-1, 1));
        assertEquals(List.of("0", "200,000", "400,000", "600,000", "800,000", "1,000,000"), linear(0, 1e6));
        assertEquals(List.of("0", "1e-4", "2e-4", "3e-4"), linear(0, 3.2e-4));
        assertEquals(List.of("0.50001", "0.50002", "0.50003", "0.50004"), linear(0.500005, 0.500044));
    }

    @Test
    void spanishHasItsComma() {
        assertEquals("0,5", Ticks.linear(new Range(0, 1), 2, Locale.of("es")).get(1).label());
    }

    @Test
    void wideAndTinyRangesHaveTicksToo() {
        assertTrue(linear(-1e308 / 2, 1e308 / 2).size() >= 2);
        assertTrue(linear(9.007199254740993e15, 9.007199254741993e15).size() >= 2);
        assertEquals(List.of(), linear(3, 3));
    }

    @Test
    void powersOfTenMarkALogarithmicAxis() {
        assertEquals(List.of("0.001", "0.01", "0.1", "1", "10"),
                labels(Ticks.logarithmic(new Range(1e-3, 20), 6, Locale.ENGLISH)));
        assertEquals(List.of("1", "2", "5", "10", "20"),
                labels(Ticks.logarithmic(new Range(0.9, 30), 6, Locale.ENGLISH)));
        assertEquals(List.of("1e-8", "1e-6", "1e-4"),
                labels(Ticks.logarithmic(new Range(1e-9, 1e-3 / 2), 3, Locale.ENGLISH)));
    }

    @Test
    void elapsedTimeCountsInSixties() {
        assertEquals(List.of("0", "15 min", "30 min", "45 min", "1:00 h"),
                labels(TimeTicks.elapsed(new Range(0, 3_700_000), 5, Locale.ENGLISH)));
        assertEquals(List.of("0", "30 s", "1:00 min", "1:30 min"),
                labels(TimeTicks.elapsed(new Range(0, 100_000), 4, Locale.ENGLISH)));
    }

    @Test
    void clockTimesAreRoundInTheirZone() {
        ZoneId madrid = ZoneId.of("Europe/Madrid");
        double start = ZonedDateTime.of(2026, 11, 22, 22, 40, 0, 0, madrid).toInstant().toEpochMilli();
        assertEquals(List.of("23:00", "23 Nov", "01:00"),
                labels(TimeTicks.clock(new Range(start, start + 9_000_000), 3, Locale.ENGLISH, madrid)));
    }

    /// @param even how the axis runs
    private record Kind(Range range, IntFunction<List<Tick>> ticks, DoubleUnaryOperator even) {

        double px(double at) {
            double low = even.applyAsDouble(range.low());
            return (even.applyAsDouble(at) - low) / (even.applyAsDouble(range.high()) - low) * 150;
        }
    }

    private static List<Kind> kinds(double low, double high) {
        Range range = new Range(low, high);
        Range positive = new Range(Math.abs(low) + high / 1e4, Math.abs(low) + high);
        Range elapsed = new Range(low * 1e7, high * 1e7);
        Range clock = new Range(low * 1e6, high * 1e6);
        double width = (high - low) / 1e3;
        DoubleUnaryOperator straight = at -> at;
        return List.of(new Kind(range, wanted -> Ticks.linear(range, wanted, Locale.ENGLISH), straight),
                new Kind(positive, wanted -> Ticks.logarithmic(positive, wanted, Locale.ENGLISH), Math::log),
                new Kind(range, wanted -> Ticks.symmetric(range, width, wanted, Locale.ENGLISH),
                        at -> Math.signum(at) * Math.log1p(Math.abs(at) / width)),
                new Kind(elapsed, wanted -> TimeTicks.elapsed(elapsed, wanted, Locale.ENGLISH), straight),
                new Kind(positive, wanted -> TimeTicks.decades(positive, wanted), Math::log),
                new Kind(clock, wanted -> TimeTicks.clock(clock, wanted, Locale.ENGLISH, ZoneId.of("UTC")), straight));
    }

    /// 150 pixels have room for two labels; one number alone would tell no scale.
    @Test
    void aShortAxisHasTwoTicksAndTheirLabelsDoNotTouch() {
        Random random = new Random(320);
        for (int i = 0; i < 2000; i++) {
            double low = random.nextInt(3) == 0 ? -random.nextDouble() : random.nextDouble();
            double high = low + Math.pow(10, random.nextInt(6)) * (0.1 + random.nextDouble());
            for (Kind kind : kinds(low, high)) {
                List<Tick> all = kind.ticks().apply(12);
                boolean room = all.size() > 1
                        && kind.px(all.getLast().at()) - kind.px(all.getFirst().at()) > 60;
                List<Tick> found = new TickRoom(150, kind::px, label -> label.length() * 6 + 5)
                        .fill(kind.ticks(), 2, 1);
                String told = low + " to " + high + ": " + labels(found);
                assertTrue(found.size() >= 2 || !room, told);
                for (int k = 1; k < found.size(); k++) {
                    double apart = kind.px(found.get(k).at()) - kind.px(found.get(k - 1).at());
                    double half = (found.get(k).label().length() + found.get(k - 1).label().length()) * 3;
                    assertTrue(apart >= half, told);
                }
            }
        }
    }
}
