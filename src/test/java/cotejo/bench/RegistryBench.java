package cotejo.bench;

import cotejo.Workbench;
import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.registry.ManyVersions;
import cotejo.registry.Promotions;
import cotejo.registry.Registry;
import cotejo.store.WorkspaceFolder;
import cotejo.work.Cancel;
import cotejo.work.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Times a registry of many models: what reading it takes that board and table open with, in a program that has just
/// started and again, and promotions with the force to the disk. [RegistryPanelBench] times the panel.
/// Usage: `RegistryBench WORKSPACE [MODELS VERSIONS]`; prints JSON lines.
public final class RegistryBench {

    private RegistryBench() {
    }

    public static void main(String[] args) {
        int models = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
        int versions = args.length > 2 ? Integer.parseInt(args[2]) : 50;
        WorkspaceFolder folder = WorkspaceFolder.at(Path.of(args[0]));
        try (Workbench bench = Workbench.open(folder, "bench", Tasks.inline())) {
            if (bench.workspace().models().models().isEmpty()) {
                for (int i = 0; i < models; i++) {
                    ManyVersions.write(bench.workspace().database(), "model-" + i, versions);
                }
            }
        }
        try (Workbench bench = Workbench.open(folder, "bench", Tasks.inline())) {
            Registry registry = bench.workspace().models();
            for (int round = 0; round < 5; round++) {
                long start = System.nanoTime();
                List<ModelCard> all = registry.models();
                long count = all.stream().mapToLong(model -> model.versions().size()).sum();
                System.out.printf(Locale.ROOT, "{\"readAllMillis\":%.1f,\"versions\":%d}%n", millis(start), count);
            }
            // As the window does, a second after it has read the runs.
            registry.promotions().prepare();
            for (int round = 0; round < 20; round++) {
                long start = System.nanoTime();
                registry.promotions().promote(new Promotions.Wish(ModelId.here("model-7"), 1 + round % versions,
                        "Production", Promotions.Others.ARCHIVE, "bench", null, "ana"), Cancel.never());
                System.out.printf(Locale.ROOT, "{\"promoteMillis\":%.1f}%n", millis(start));
            }
        }
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }
}
