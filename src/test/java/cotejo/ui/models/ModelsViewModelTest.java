package cotejo.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.Workbench;
import cotejo.importing.FoundStore;
import cotejo.model.ModelCard;
import cotejo.model.VersionCard;
import cotejo.settings.Settings;
import cotejo.settings.SettingsStore;
import cotejo.store.WorkspaceFolder;
import cotejo.ui.Fx;
import cotejo.ui.Nobody;
import cotejo.ui.Told;
import cotejo.ui.UiContext;
import cotejo.ui.UndoStack;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import cotejo.work.Tasks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the panel of models shows of the sample's registry, and what it does.
final class ModelsViewModelTest {

    @TempDir
    private Path folder;

    private Workbench bench;
    private ModelsViewModel model;
    private final Told told = new Told();

    @BeforeEach
    void aPanelOverTheSample() throws Exception {
        bench = Workbench.open(WorkspaceFolder.at(folder.resolve("w")), "test", Tasks.inline());
        FoundStore found = bench.workspace().recognition()
                .look(List.of(Path.of("sample-data", "digits-and-more")), Cancel.never()).stores().getFirst();
        bench.workspace().imports().run(found, Progress.NONE, Cancel.never());
        model = new ModelsViewModel(new UiContext(bench.workspace(), SettingsStore.inMemory(Settings.defaults()),
                Runnable::run, Runnable::run, told, new Nobody(), new UndoStack()));
        // What the import changed is told 50 ms later, and may have begun another reading just now.
        Fx.until(() -> model.state().get() == ModelsViewModel.State.FULL);
    }

    @AfterEach
    void close() {
        model.close();
        bench.close();
    }

    private Card card(int version) {
        ModelCard diabetes = model.content().get().models().stream()
                .filter(found -> found.name().equals("diabetes-progression")).findAny().orElseThrow();
        return model.card(diabetes.id(), version).orElseThrow();
    }

    @Test
    void allVersionsLieOnTheBoardNewestFirstWithinTheirModel() {
        assertEquals(List.of(2, 1, 3, 2, 1),
                model.pile().cards().stream().map(Card::version).map(VersionCard::version).toList());
    }

    @Test
    void theSearchLooksIntoNamesDescriptionsAndAliases() {
        model.search().set("CLINICAL");
        assertEquals(List.of("diabetes-progression"), model.found().stream().map(ModelCard::name).toList());
        model.search().set("champion");
        assertEquals(List.of("diabetes-progression"), model.found().stream().map(ModelCard::name).toList());
        model.search().set("@champion");
        assertEquals(List.of("diabetes-progression"), model.found().stream().map(ModelCard::name).toList());
        model.search().set("boosting");
        assertEquals(List.of("diabetes-progression"), model.found().stream().map(ModelCard::name).toList());
        model.search().set("breast");
        assertEquals("1 model, 2 versions", model.status().get());
        assertEquals(List.of("breast-cancer"), model.found().stream().map(ModelCard::name).toList());
    }

    @Test
    void aDeletedVersionComesBackByUndo() throws Exception {
        model.delete(card(3));
        Fx.until(() -> model.content().get().models().getLast().version(3).isEmpty());
        model.context().undo().undo();
        Fx.until(() -> model.content().get().models().getLast().version(3).isPresent());
        assertEquals("Production", card(3).version().stage());
    }

    @Test
    void whatTheRegistryRefusesIsToldAsANotice() {
        model.rollback(card(3).model().id(), null);
        assertEquals(1, told.all.size());
    }

    @Test
    void anEmptyWorkspaceShowsTheEmptyState() {
        try (Workbench none = Workbench.open(WorkspaceFolder.at(folder.resolve("none")), "test", Tasks.inline());
                ModelsViewModel empty = new ModelsViewModel(new UiContext(none.workspace(),
                        SettingsStore.inMemory(Settings.defaults()), Runnable::run, Runnable::run, told,
                        new Nobody(), new UndoStack()))) {
            assertEquals(ModelsViewModel.State.EMPTY, empty.state().get());
        }
    }
}
