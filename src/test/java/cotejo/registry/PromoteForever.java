package cotejo.registry;

import cotejo.Workbench;
import cotejo.model.ModelId;
import cotejo.store.WorkspaceFolder;
import cotejo.work.Cancel;
import cotejo.work.Tasks;
import java.nio.file.Path;

/// Moves two versions in and out of Production until it is killed; a line for each move that is done.
public final class PromoteForever {

    private PromoteForever() {
    }

    public static void main(String[] args) {
        try (Workbench bench = Workbench.open(WorkspaceFolder.at(Path.of(args[0])), "test", Tasks.inline())) {
            Promotions promotions = bench.workspace().models().promotions();
            for (int i = 0;; i++) {
                promotions.promote(new Promotions.Wish(ModelId.here("ours"), 1 + i % 2, "Production",
                        Promotions.Others.ARCHIVE, Integer.toString(i), null, "ana"), Cancel.never());
                System.out.println(i);
            }
        }
    }
}
