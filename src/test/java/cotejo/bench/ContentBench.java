package cotejo.bench;

import cotejo.store.ContentStore;
import cotejo.store.Database;
import cotejo.store.WorkspaceFolder;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/// Times how fast a large file is hashed and copied into a workspace, fsync included, and beside it the same copy
/// without a hash: what the disk alone can do. Usage: `ContentBench FOLDER [MEGABYTES]`; prints one JSON object.
public final class ContentBench {

    private ContentBench() {
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int megabytes = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
        Path file = folder.resolve("weights.bin");
        write(file, megabytes);
        try (Database database = Database.open(WorkspaceFolder.at(folder.resolve("ws")), "bench")) {
            ContentStore content = new ContentStore(database);
            for (int round = 0; round < 3; round++) {
                double plain = plainCopy(file, folder.resolve("copy.bin"));
                long start = System.nanoTime();
                try (ContentStore.Intake intake = content.intake()) {
                    intake.take("weights.bin", file, Progress.NONE, Cancel.never());
                }
                double taken = (System.nanoTime() - start) / 1e9;
                content.collect();
                System.out.printf(Locale.ROOT,
                        "{\"hashAndCopyMBPerSecond\":%.0f,\"plainCopyAndForceMBPerSecond\":%.0f}%n",
                        megabytes / taken, megabytes / plain);
            }
        }
        Files.delete(file);
    }

    private static double plainCopy(Path file, Path copy) throws IOException {
        long start = System.nanoTime();
        Files.copy(file, copy);
        try (var channel = java.nio.channels.FileChannel.open(copy, java.nio.file.StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Files.delete(copy);
        return seconds;
    }

    private static void write(Path file, int megabytes) throws IOException {
        byte[] chunk = new byte[1 << 20];
        Random random = new Random(5);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < megabytes; i++) {
                random.nextBytes(chunk);
                out.write(chunk);
            }
        }
    }
}
