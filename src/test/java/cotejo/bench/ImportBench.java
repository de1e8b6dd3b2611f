package cotejo.bench;

import cotejo.Workbench;
import cotejo.importing.FoundStore;
import cotejo.importing.ImportReport;
import cotejo.store.WorkspaceFolder;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import cotejo.work.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Times whole imports, from a store on disk to the closed workspace, and again with nothing new.
/// Usage: `ImportBench STORE WORKSPACE`; prints one JSON object.
public final class ImportBench {

    private ImportBench() {
    }

    public static void main(String[] args) throws IOException {
        Path store = Path.of(args[0]);
        Path folder = Path.of(args[1]);
        long begun = System.nanoTime();
        ImportReport report;
        try (Workbench bench = Workbench.open(WorkspaceFolder.at(folder), "bench", Tasks.inline())) {
            report = importOnce(bench, store);
        }
        double first = seconds(begun);
        long again = System.nanoTime();
        try (Workbench bench = Workbench.open(WorkspaceFolder.at(folder), "bench", Tasks.inline())) {
            importOnce(bench, store);
        }
        double second = seconds(again);
        long load = System.nanoTime();
        int runs;
        try (Workbench bench = Workbench.open(WorkspaceFolder.at(folder), "bench", Tasks.inline())) {
            runs = bench.workspace().catalog().frame().size();
            System.out.printf(Locale.ROOT, "{\"openAndLoadFrameSeconds\":%.3f,\"runs\":%d}%n", seconds(load), runs);
        }
        long bytes = Files.size(WorkspaceFolder.at(folder).databaseFile());
        System.out.printf(Locale.ROOT,
                "{\"firstSeconds\":%.2f,\"secondSeconds\":%.2f,\"runs\":%d,\"points\":%d,\"bytes\":%d,"
                        + "\"bytesPerPoint\":%.2f,\"maxHeapMB\":%d}%n",
                first, second, runs, report.metricPoints(), bytes, (double) bytes / Math.max(1, report.metricPoints()),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static ImportReport importOnce(Workbench bench, Path store) throws IOException {
        FoundStore found = bench.workspace().recognition().look(List.of(store), Cancel.never()).stores().getFirst();
        return bench.workspace().imports().run(found, Progress.NONE, Cancel.never());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
