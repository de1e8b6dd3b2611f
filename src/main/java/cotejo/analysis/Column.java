package cotejo.analysis;

/// Numbers kept as small as they allow: regular steps as start and stride, whole numbers near each other as 32-bit
/// offsets, everything else as doubles. Twenty runs of a million points must fit beside each other.
public sealed interface Column {

    double at(int i);

    int size();

    /// The memory this takes, in bytes, roughly.
    long bytes();

    /// The numbers `start + i · stride`.
    record Regular(double start, double stride, int size) implements Column {
        @Override
        public double at(int i) {
            return start + i * stride;
        }

        @Override
        public long bytes() {
            return 32;
        }
    }

    /// Whole numbers as distances from `base`.
    record Offsets(double base, int[] offsets) implements Column {
        @Override
        public double at(int i) {
            return base + offsets[i];
        }

        @Override
        public int size() {
            return offsets.length;
        }

        @Override
        public long bytes() {
            return 4L * offsets.length;
        }
    }

    /// Any doubles.
    record Doubles(double[] numbers) implements Column {
        @Override
        public double at(int i) {
            return numbers[i];
        }

        @Override
        public int size() {
            return numbers.length;
        }

        @Override
        public long bytes() {
            return 8L * numbers.length;
        }
    }

    /// The smallest form that gives back exactly these numbers. The array may be kept and must not change.
    static Column of(double[] numbers) {
        int n = numbers.length;
        double stride = n > 1 ? numbers[1] - numbers[0] : 0;
        double base = n > 0 ? numbers[0] : 0;
        boolean regular = true;
        boolean near = base == Math.rint(base);
        for (int i = 0; i < n && (regular || near); i++) {
            double number = numbers[i];
            regular &= base + i * stride == number;
            double offset = number - base;
            near &= offset == (int) offset && base + offset == number;
        }
        if (regular) {
            return new Regular(base, stride, n);
        }
        return near ? new Offsets(base, offsets(numbers)) : new Doubles(numbers);
    }

    private static int[] offsets(double[] numbers) {
        int[] result = new int[numbers.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (int) (numbers[i] - numbers[0]);
        }
        return result;
    }
}
