package cotejo.bench;

import cotejo.importing.ImportedExperiment;
import cotejo.importing.ImportedRun;
import cotejo.importing.Importers;
import cotejo.importing.RunImporter;
import cotejo.importing.RunSink;
import cotejo.importing.RunWriter;
import cotejo.model.LoggedModel;
import cotejo.model.Problem;
import cotejo.model.RegisteredModel;
import cotejo.work.Cancel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Times only the reading of a store, into a sink that counts, and once more as an import of what did not change.
///
/// `ImportReadBench IMPORTER-ID PATH`
public final class ImportReadBench {

    private ImportReadBench() {
    }

    public static void main(String[] arguments) throws IOException {
        RunImporter importer = Importers.all().stream().filter(each -> each.id().equals(arguments[0])).findFirst()
                .orElseThrow();
        CountingSink sink = new CountingSink();
        double first = seconds(importer, Path.of(arguments[1]), sink);
        double firstCpu = cpuSeconds();
        long points = sink.points;
        long runs = sink.written;
        double again = seconds(importer, Path.of(arguments[1]), sink);
        System.out.printf("{\"runs\":%d,\"points\":%d,\"seconds\":%.3f,\"cpu\":%.3f,"
                + "\"againSeconds\":%.3f,\"againCpu\":%.3f,\"unchanged\":%d,"
                + "\"problems\":%d,\"heapMaxMB\":%d}%n", runs, points, first, firstCpu, again,
                cpuSeconds() - firstCpu, sink.unchanged, sink.problems,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static double seconds(RunImporter importer, Path path, RunSink sink) throws IOException {
        long start = System.nanoTime();
        importer.read(path, sink, Cancel.never());
        return (System.nanoTime() - start) / 1e9;
    }

    /// Of this thread: on a busy machine it says more than the clock.
    private static double cpuSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private static final class CountingSink implements RunSink {

        private final Map<String, byte[]> remembered = new HashMap<>();
        private long points;
        private long written;
        private long unchanged;
        private long problems;

        @Override
        public void expectRuns(long runs) {
        }

        @Override
        public void experiment(ImportedExperiment experiment) {
        }

        @Override
        public byte[] remembered(String runId) {
            return remembered.get(runId);
        }

        @Override
        public void unchanged(String runId, byte[] remember) {
            unchanged++;
            if (remember != null) {
                remembered.put(runId, remember);
            }
        }

        @Override
        public RunWriter replace(ImportedRun run) {
            return new RunWriter() {
                @Override
                public void point(String metric, long step, long time, double value) {
                    points++;
                }

                @Override
                public void pointAt(String metric, double step, long time, double value) {
                    points++;
                }

                @Override
                public void done(byte[] remember) {
                    written++;
                    remembered.put(run.id(), remember);
                }
            };
        }

        @Override
        public RunWriter extend(ImportedRun run) {
            return replace(run);
        }

        @Override
        public void loggedModel(LoggedModel model) {
        }

        @Override
        public void registeredModel(RegisteredModel model) {
        }

        @Override
        public void problem(Problem problem) {
            problems++;
            System.err.println(problem);
        }
    }
}
