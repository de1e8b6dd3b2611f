package cotejo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.SplittableRandom;

/// Writes MLflow stores of any size, to measure with: the same shape and the same seed give the same runs and values,
/// as a folder or as a database.
///
/// `StoreGenerator folder|sqlite OUT RUNS PARAMS METRICS STEPS [SEED]`
public final class StoreGenerator {

    static final long FIRST_TIME = 1_750_000_000_000L;
    static final long MILLIS_A_STEP = 1_000;
    static final long MILLIS_A_RUN = 60_000;
    static final String EXPERIMENT_ID = "1";

    /// How large a store shall be.
    ///
    /// @param params  per run
    /// @param metrics per run
    /// @param steps   points per metric
    public record Shape(int runs, int params, int metrics, int steps, long seed) {

        public long points() {
            return (long) runs * metrics * steps;
        }
    }

    private StoreGenerator() {
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        if (arguments.length < 6) {
            System.err.println("StoreGenerator folder|sqlite OUT RUNS PARAMS METRICS STEPS [SEED]");
            System.exit(2);
        }
        Path out = Path.of(arguments[1]);
        Shape shape = new Shape(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]),
                arguments.length > 6 ? Long.parseLong(arguments[6]) : 1);
        long start = System.nanoTime();
        if (arguments[0].equals("folder")) {
            folder(out, shape);
        } else {
            sqlite(out, shape);
        }
        System.out.printf("%,d points in %.1f s%n", shape.points(), (System.nanoTime() - start) / 1e9);
    }

    /// Writes a folder store, as `mlruns` would be. The folder must not be there, or be empty.
    public static void folder(Path out, Shape shape) throws IOException {
        FolderStore.write(out, shape);
    }

    /// Writes a database as MLflow 3.3 would. The file must not be there.
    public static void sqlite(Path out, Shape shape) throws SQLException {
        SqliteStore.write(out, shape);
    }

    /// 32 hexadecimal digits, like MLflow's.
    static String runId(Shape shape, int run) {
        SplittableRandom random = new SplittableRandom(shape.seed() * 31 + run);
        return String.format("%016x%016x", random.nextLong(), random.nextLong());
    }

    static String runName(int run) {
        return "run-" + run;
    }

    static String paramKey(int param) {
        return "param_" + param;
    }

    /// Numbers and words, a few of them the same in all runs.
    static String paramValue(Shape shape, int run, int param) {
        SplittableRandom random = new SplittableRandom(shape.seed() + run * 1_000_003L + param);
        return switch (param % 4) {
            case 0 -> Double.toString(Math.pow(10, -1 - 4 * random.nextDouble()));
            case 1 -> Integer.toString(1 << random.nextInt(3, 10));
            case 2 -> new String[] {"adam", "sgd", "rmsprop"}[random.nextInt(3)];
            default -> "constant";
        };
    }

    static String metricKey(int metric) {
        return (metric % 2 == 0 ? "train/metric_" : "val/metric_") + metric;
    }

    static long runStart(int run) {
        return FIRST_TIME + run * MILLIS_A_RUN;
    }

    static long time(int run, int step) {
        return runStart(run) + step * MILLIS_A_STEP;
    }

    /// A curve that falls, with noise in all digits.
    static double value(SplittableRandom random, int step, int steps) {
        return Math.exp(-3.0 * step / steps) + 0.1 * random.nextDouble();
    }

    static SplittableRandom noise(Shape shape, int run, int metric) {
        return new SplittableRandom(shape.seed() ^ run * 7_919L + metric * 104_729L);
    }
}
