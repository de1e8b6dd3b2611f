package cotejo.bench;

import cotejo.compare.ComparedRun;
import cotejo.compare.Comparison;
import cotejo.compare.Known;
import cotejo.compare.Rules;
import cotejo.compare.SomeRuns;
import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Times the comparison of 50 runs with 500 params each: a third of them differ, some are JSON. Prints one JSON object:
/// the first comparison, then median and 95th percentile of 100 more.
public final class DiffBench {

    private static final int RUNS = 50;
    private static final int PARAMS = 500;

    private DiffBench() {
    }

    public static void main(String[] args) {
        List<ComparedRun> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Map<String, String> params = new TreeMap<>();
            for (int param = 0; param < PARAMS; param++) {
                int value = param % 3 == 0 ? run * 31 + param : param;
                params.put("group" + param % 20 + ".param" + param, param % 50 == 0
                        ? "{\"lr\":%d,\"layers\":[%d,2,3],\"name\":\"net\"}".formatted(value, param)
                        : param % 7 == 0 ? "/data/shard-%05d/train".formatted(value) : "0.%04d".formatted(value));
            }
            runs.add(SomeRuns.with(run, params));
        }
        double[] times = new double[101];
        int rows = 0;
        for (int i = 0; i < times.length; i++) {
            long begun = System.nanoTime();
            rows = Comparison.of(runs, 0, Rules.strict(), Known.NOTHING, Cancel.never()).differences().sections()
                    .getFirst().rows().size();
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        double first = times[0];
        double[] rest = Arrays.copyOfRange(times, 1, times.length);
        Arrays.sort(rest);
        System.out.printf(Locale.ROOT,
                "{\"runs\":%d,\"params\":%d,\"differing\":%d,\"firstMs\":%.1f,\"medianMs\":%.1f,\"p95Ms\":%.1f}%n",
                RUNS, PARAMS, rows, first, rest[rest.length / 2], rest[(int) (rest.length * 0.95)]);
    }
}
