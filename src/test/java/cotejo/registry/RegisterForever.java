package cotejo.registry;

import cotejo.Workbench;
import cotejo.model.ModelId;
import cotejo.store.WorkspaceFolder;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import cotejo.work.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Registers versions, attaches them to the first run and exports them, until it is killed; a line for each.
public final class RegisterForever {

    private RegisterForever() {
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Random random = new Random(3);
        byte[] weights = new byte[3_000_000];
        try (Workbench bench = Workbench.open(WorkspaceFolder.at(folder.resolve("ws")), "test", Tasks.inline())) {
            Registry registry = bench.workspace().models();
            long run = bench.workspace().catalog().fresh().run(0).key();
            for (int i = 1;; i++) {
                random.nextBytes(weights);
                Path file = Files.write(folder.resolve("weights.bin"), weights);
                int version = registry.registration().register(new Registration.Wish("ours",
                        new Registration.FromFiles(List.of(file)), "", "", Map.of(), "ana"), Progress.NONE,
                        Cancel.never()).version();
                registry.attachments().attach(run, List.of(file), Progress.NONE, Cancel.never()).close();
                registry.bundles().write(ModelId.here("ours"), version, folder.resolve("out-" + version + ".zip"),
                        "ana", Progress.NONE, Cancel.never());
                System.out.println(version);
            }
        }
    }
}
