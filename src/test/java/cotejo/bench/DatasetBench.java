package cotejo.bench;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.Leaf;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.profile.ColumnProfile;
import cotejo.dataset.profile.Profiles;
import cotejo.dataset.view.DataView;
import cotejo.dataset.view.WhereReader;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Times the work on big tabular files. Give it a folder with 3 GB of room, and `-Xmx512m`; files are made there once.
final class DatasetBench {

    private static final int ROWS = 20_000_000;

    private DatasetBench() {
    }

    private interface Work {
        void run() throws IOException;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path parquet = folder.resolve("rows.parquet");
        Path csv = folder.resolve("rows.csv");
        Path wide = folder.resolve("wide-5000.parquet");
        Path wider = folder.resolve("wide-30000.parquet");
        make(parquet, () -> DatasetFiles.parquet(parquet, ROWS));
        make(csv, () -> DatasetFiles.csv(csv, 1_000_000_000L));
        make(wide, () -> DatasetFiles.wide(wide, 5000, 1000));
        make(wider, () -> DatasetFiles.wide(wider, 30_000, 239));
        for (int round = 1; round <= 2; round++) {
            System.out.println("round " + round);
            time("first rows, Parquet", () -> rows(parquet, 0, 8));
            time("first rows, CSV", () -> rows(csv, 0, 4));
            time("row 9,000,000", () -> rows(parquet, 9_000_000, 8));
            time("5,000 columns, first 40 shown", () -> rows(wide, 0, 40));
            time("30,000 columns, first 40 shown", () -> rows(wider, 0, 40));
            try (Dataset dataset = Datasets.open(parquet, Cancel.never())) {
                time("profile of one double column", () -> profile(dataset, 1));
                time("filter x > 1", () -> DataView.of(dataset, WhereReader.read(dataset.columns(), "x > 1"),
                        List.of(), Progress.NONE, Cancel.never()));
                time("profile of 8 columns", () -> IntStream.range(0, 8).forEach(i -> {
                    try {
                        long began = System.nanoTime();
                        profile(dataset, i);
                        System.out.printf("    %-10s %6d ms%n", dataset.columns().get(i).name(),
                                (System.nanoTime() - began) / 1_000_000);
                    } catch (IOException failure) {
                        throw new java.io.UncheckedIOException(failure);
                    }
                }));
                cancel(dataset);
            }
            time("line index of the CSV", () -> {
                try (Dataset dataset = Datasets.open(csv, Cancel.never())) {
                    dataset.countRows(Cancel.never());
                }
            });
        }
    }

    private static void make(Path file, Work maker) throws IOException {
        if (!Files.exists(file)) {
            maker.run();
        }
        System.out.println(file.getFileName() + " " + Files.size(file) / 1_000_000 + " MB");
    }

    private static void time(String what, Work work) throws IOException {
        long began = System.nanoTime();
        work.run();
        System.out.printf("  %-34s %6d ms%n", what, (System.nanoTime() - began) / 1_000_000);
    }

    private static void rows(Path file, long first, int columns) throws IOException {
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            dataset.rows(first, 50, IntStream.range(0, columns).toArray(), Cancel.never());
        }
    }

    private static void profile(Dataset dataset, int leaf) throws IOException {
        Profiles.scan(dataset, List.of(Leaf.of(dataset.columns()).get(leaf)), new Profiles.Found() {
            @Override
            public void profile(ColumnProfile profile) {
                if (profile.count() != ROWS) {
                    throw new IllegalStateException(profile.toString());
                }
            }

            @Override
            public void failed(Leaf failed, UnreadableData why) {
                throw new IllegalStateException(why);
            }
        }, Progress.NONE, Cancel.never());
    }

    private static void cancel(Dataset dataset) throws IOException {
        Cancel cancel = new Cancel();
        long[] asked = {0};
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(200);
            } catch (InterruptedException woken) {
                throw new IllegalStateException(woken);
            }
            asked[0] = System.nanoTime();
            cancel.request();
        });
        try {
            Profiles.scan(dataset, Leaf.of(dataset.columns()), new Profiles.Found() {
                @Override
                public void profile(ColumnProfile profile) {
                    // The next one is cancelled.
                }

                @Override
                public void failed(Leaf failed, UnreadableData why) {
                    throw new IllegalStateException(why);
                }
            }, Progress.NONE, cancel);
        } catch (CancelledException stopped) {
            System.out.printf("  %-34s %6d ms%n", "cancel", (System.nanoTime() - asked[0]) / 1_000_000);
        }
    }
}
