package cotejo.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.Workbench;
import cotejo.importing.FoundStore;
import cotejo.model.RunFrame;
import cotejo.settings.Settings;
import cotejo.settings.SettingsStore;
import cotejo.store.WorkspaceFolder;
import cotejo.ui.Undressed;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import cotejo.work.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// *Find in this run*, over a run of the sample whose artifacts lie in closed folders.
final class FindInRunTest {

    @TempDir
    private Path folder;

    private Workbench bench;
    private RunDetailsViewModel model;

    @BeforeEach
    void aRunWithAFolderOfPlots() throws Exception {
        bench = Workbench.open(WorkspaceFolder.at(folder.resolve("w")), "test", Tasks.inline());
        FoundStore found = bench.workspace().recognition()
                .look(List.of(Path.of("sample-data", "digits-and-more")), Cancel.never()).stores().getFirst();
        bench.workspace().imports().run(found, Progress.NONE, Cancel.never());
        bench.workspace().catalog().fresh();
        model = new RunDetailsViewModel(Undressed.context(bench.workspace(),
                SettingsStore.inMemory(Settings.defaults()), Runnable::run, Runnable::run));
        RunFrame frame = bench.workspace().catalog().frame();
        int row = IntStream.range(0, frame.size()).filter(at -> frame.run(at).id().equals(RUN)).findFirst()
                .orElseThrow();
        model.show(frame.run(row).key());
    }

    private static final String RUN = "8f1fd94f1a634ed99e3393a052c1451e";

    @AfterEach
    void close() {
        model.close();
        bench.close();
    }

    private List<String> artifacts() {
        return model.rows().stream().filter(DetailRow.Artifact.class::isInstance)
                .map(row -> ((DetailRow.Artifact) row).entry().path()).toList();
    }

    @Test
    void filesInClosedFoldersAreFoundWithTheFolderTheyLieIn() {
        model.search().set("CONFUSION");
        assertEquals(List.of("plots", "plots/confusion_matrix.png"), artifacts());
        assertEquals(1, model.rows().stream().filter(DetailRow.Head.class::isInstance)
                .mapToInt(row -> ((DetailRow.Head) row).count()).sum());
    }

    @Test
    void afterTheSearchTheFoldersAreClosedAgain() {
        List<String> before = artifacts();
        model.search().set("CONFUSION");
        model.search().set("");
        assertEquals(before, artifacts());
    }

    @Test
    void whenNothingIsFoundThatIsSaid() {
        model.search().set(" Zeppelin");
        assertEquals(List.of(new DetailRow.Hint("Nothing in this run has “Zeppelin” in it.")),
                List.copyOf(model.rows()));
    }
}
