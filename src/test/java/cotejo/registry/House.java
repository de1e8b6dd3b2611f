package cotejo.registry;

import cotejo.Workbench;
import cotejo.importing.FoundStore;
import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.model.RegistryEvent;
import cotejo.store.WorkspaceFolder;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import cotejo.work.Tasks;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A workspace with a registry, for tests.
final class House implements AutoCloseable {

    static final Path SAMPLE = Path.of("sample-data", "digits-and-more");
    static final String DIABETES = "diabetes-progression";

    final Workbench bench;
    final Workspace workspace;
    final Registry registry;
    private final Path folder;

    House(Path folder) {
        this.folder = folder;
        this.bench = Workbench.open(WorkspaceFolder.at(folder.resolve("ws")), "test", Tasks.inline());
        this.workspace = bench.workspace();
        this.registry = workspace.models();
    }

    House sample() throws IOException {
        return importing(SAMPLE);
    }

    House importing(Path store) throws IOException {
        FoundStore found = workspace.recognition().look(List.of(store), Cancel.never()).stores().getFirst();
        workspace.imports().run(found, Progress.NONE, Cancel.never());
        workspace.catalog().fresh();
        return this;
    }

    ModelCard diabetes() {
        return registry.find(DIABETES);
    }

    ModelCard model(String name) {
        return registry.find(name);
    }

    /// Registers a file of some text as the next version of a model.
    int register(String name, String text) throws IOException {
        Path file = Files.writeString(Files.createDirectories(folder.resolve("dropped")).resolve("model.txt"), text);
        return registry.registration().register(new Registration.Wish(name,
                new Registration.FromFiles(List.of(file)), "", "", Map.of(), "ana"), Progress.NONE, Cancel.never())
                .version();
    }

    List<RegistryEvent> promote(ModelId id, int version, String stage, Promotions.Others others,
            @Nullable String override) {
        return registry.promotions().promote(new Promotions.Wish(id, version, stage, others, "because", override,
                "ana"), Cancel.never());
    }

    List<RegistryEvent> promote(ModelId id, int version, String stage) {
        return promote(id, version, stage, Promotions.Others.STAY, null);
    }

    String stage(String name, int version) {
        return model(name).version(version).orElseThrow().stage();
    }

    @Override
    public void close() {
        bench.close();
    }
}
