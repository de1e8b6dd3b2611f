package cotejo.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentCodecTest {

    @Test
    void everyDoubleComesBackBitForBit() {
        double[] values = {0.0, -0.0, 1.5, Double.NaN, Double.longBitsToDouble(0x7ff8000000000123L),
            Double.longBitsToDouble(0x7ff0000000000001L), Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE, Double.MAX_VALUE, Math.PI, 0.1, 1e-300, -1e300};
        assertRoundTrip(wholeNumbers(values.length, 1), wholeNumbers(values.length, 1000), values, true);
    }

    @Test
    void noisyAndSmoothAndConstantAndFloatValuesComeBack() {
        Random random = new Random(7);
        int n = 5000;
        double[][] kinds = {random.doubles(n).toArray(), new double[n], new double[n], new double[n]};
        for (int i = 0; i < n; i++) {
            kinds[1][i] = 0.25;
            kinds[2][i] = (float) random.nextGaussian();
            kinds[3][i] = i;
        }
        for (double[] values : kinds) {
            assertRoundTrip(wholeNumbers(n, 10), wholeNumbers(n, 1000), values, true);
        }
    }

    @Test
    void stepsAndTimesOfAnyShapeComeBack() {
        Random random = new Random(8);
        long[] wild = random.longs(3000).toArray();
        wild[0] = Long.MIN_VALUE;
        wild[1] = Long.MAX_VALUE;
        long[] jumping = new long[3000];
        for (int i = 0; i < jumping.length; i++) {
            jumping[i] = i % 100 * 3L - i / 700;
        }
        double[] values = random.doubles(3000).toArray();
        assertRoundTrip(wild, jumping, values, true);
        assertRoundTrip(jumping, wild, values, true);
        assertRoundTrip(wild, wild, values, false);
    }

    @Test
    void emptyAndSinglePointsComeBack() {
        assertRoundTrip(new long[0], new long[0], new double[0], true);
        assertRoundTrip(new long[] {-5}, new long[] {0}, new double[] {Double.NaN}, true);
    }

    @Test
    void noisyValuesAtRegularStepsTakeLittleMoreThanTheirOwnEightBytes() {
        int n = 8192;
        Bytes out = new Bytes(16);
        SegmentCodec.encode(out, wholeNumbers(n, 1), wholeNumbers(n, 1000), new Random(1).doubles(n).toArray(), n,
                true);
        assertTrue(out.size() <= 8 * n + 64, "bytes: " + out.size());
    }

    private static long[] wholeNumbers(int n, long each) {
        long[] numbers = new long[n];
        Arrays.setAll(numbers, i -> i * each);
        return numbers;
    }

    private static void assertRoundTrip(long[] steps, long[] times, double[] values, boolean whole) {
        Bytes out = new Bytes(8);
        SegmentCodec.encode(out, steps, times, values, values.length, whole);
        byte[] data = out.toArray();
        Points back = new Points(1);
        SegmentCodec.decode(data, 0, data.length, back);
        assertEquals(values.length, back.size());
        assertArrayEquals(steps, Arrays.copyOf(back.steps(), back.size()));
        assertArrayEquals(times, Arrays.copyOf(back.times(), back.size()));
        for (int i = 0; i < values.length; i++) {
            assertEquals(Double.doubleToRawLongBits(values[i]), Double.doubleToRawLongBits(back.values()[i]));
        }
    }
}
