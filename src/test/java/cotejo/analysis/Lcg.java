package cotejo.analysis;

/// Numbers from 0 to 1 that other languages can make too: s ← (1103515245 s + 12345) mod 2³¹, s / 2³¹.
final class Lcg {

    private Lcg() {
    }

    static double[] numbers(long seed, int count) {
        double[] numbers = new double[count];
        long s = seed;
        for (int i = 0; i < count; i++) {
            s = (s * 1103515245L + 12345) % (1L << 31);
            numbers[i] = s / (double) (1L << 31);
        }
        return numbers;
    }
}
