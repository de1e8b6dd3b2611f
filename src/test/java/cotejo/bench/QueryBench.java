package cotejo.bench;

import cotejo.model.DatasetUse;
import cotejo.model.Lifecycle;
import cotejo.model.MetricStat;
import cotejo.model.MetricSummary;
import cotejo.model.Run;
import cotejo.model.RunFacts;
import cotejo.model.RunFrame;
import cotejo.model.RunStatus;
import cotejo.query.ColumnRef;
import cotejo.query.Expansion;
import cotejo.query.Filter;
import cotejo.query.FilterError;
import cotejo.query.RowsSpec;
import cotejo.query.RunOrder;
import cotejo.query.RunRows;
import cotejo.query.RunTree;
import cotejo.query.SeriesAt;
import cotejo.query.SortKey;
import cotejo.work.Cancel;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Filtering, sorting and laying out runs in memory: 20 params and 10 metrics each, a tenth of them nested.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class QueryBench {

    @Param({"10000", "100000"})
    public int runs;

    private RunFrame frame = RunFrame.empty();
    private BitSet all = new BitSet();
    private RunTree tree = RunTree.of(frame);

    @Setup
    public void makeRuns() {
        Random random = new Random(7);
        RunFrame.Builder builder = RunFrame.builder();
        for (int i = 0; i < runs; i++) {
            SortedMap<String, String> params = new TreeMap<>();
            SortedMap<String, MetricSummary> metrics = new TreeMap<>();
            for (int k = 0; k < 20; k++) {
                params.put("p" + k, k == 0 ? List.of("adam", "sgd", "lamb").get(i % 3)
                        : Double.toString(random.nextInt(k * k * k + 1) / 1000.0));
            }
            for (int k = 0; k < 10; k++) {
                double v = random.nextGaussian();
                metrics.put("m" + k, new MetricSummary(10, 0, v, v, 9, i, v - 1, 3, v + 1, 5, v));
            }
            long start = 1_700_000_000_000L + random.nextInt(1_000_000_000);
            builder.add(new Run(i, 1, 1, id(i), "run-" + i, RunStatus.FINISHED,
                    Lifecycle.ACTIVE, start, start + 1000, "ana", "",
                    i % 10 == 9 ? id(i - 9) : null, false, false),
                    new RunFacts(params, new TreeMap<>(), metrics, List.<DatasetUse>of()));
        }
        frame = builder.build(Map.of());
        all = new BitSet(runs);
        all.set(0, runs);
        tree = RunTree.of(frame);
    }

    private static String id(int number) {
        return Integer.toHexString(number * 0x9E3779B1) + number;
    }

    private BitSet filter(String text) {
        return switch (Filter.parse(text)) {
            case Filter filter -> filter.compile(frame, SeriesAt.none()).select(Cancel.never());
            case FilterError error -> throw new IllegalStateException(error.message());
        };
    }

    @Benchmark
    public BitSet filterByMetricAndParam() {
        return filter("metrics.m3 < 0.1 AND params.p0 = 'adam'");
    }

    @Benchmark
    public BitSet filterByPatternsAndNumbers() {
        return filter("(params.p19 < 3 OR params.p0 LIKE '%d%') AND params.p18 RLIKE '1$' AND run");
    }

    @Benchmark
    public int[] sortByMetric() {
        return RunOrder.sort(frame, all, List.of(SortKey.descending(ColumnRef.metric("m3"))), SeriesAt.none());
    }

    @Benchmark
    public int[] sortByName() {
        return RunOrder.sort(frame, all, List.of(SortKey.parse("run_name")), SeriesAt.none());
    }

    private RunRows rows(ColumnRef... groupBy) {
        RowsSpec spec = new RowsSpec(all, filter("params.p0 != 'lamb'"),
                List.of(SortKey.ascending(new ColumnRef.Metric("m1", MetricStat.MIN))), RowsSpec.Nesting.TREE,
                List.of(groupBy), Expansion.open());
        return RunRows.of(frame, tree, spec, SeriesAt.none(), Cancel.never());
    }

    @Benchmark
    public RunRows filterSortAndLayOut() {
        return rows();
    }

    @Benchmark
    public RunRows filterSortAndGroup() {
        return rows(new ColumnRef.Param("p0"), new ColumnRef.Param("p3"));
    }
}
