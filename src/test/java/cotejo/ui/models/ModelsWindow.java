package cotejo.ui.models;

import cotejo.Workbench;
import cotejo.importing.FoundStore;
import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.settings.Settings;
import cotejo.settings.SettingsStore;
import cotejo.store.WorkspaceFolder;
import cotejo.ui.Fx;
import cotejo.ui.UiContext;
import cotejo.ui.Undressed;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import cotejo.work.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// The panel of models over the sample, in a window without a display.
final class ModelsWindow implements AutoCloseable {

    final Workbench bench;
    final UiContext context;
    final ModelsPanel panel;
    final Stage stage;

    private ModelsWindow(Workbench bench, UiContext context) {
        this.bench = bench;
        this.context = context;
        panel = new ModelsPanel(context);
        stage = new Stage();
        stage.setScene(new Scene((Parent) panel.node(), 1000, 700));
        stage.show();
        Fx.lay(stage.getScene());
    }

    /// @param work   where work runs that is not for the FX thread
    /// @param answer what is answered when a text is asked for
    static ModelsWindow of(Path folder, Executor work, Supplier<Optional<String>> answer) throws Exception {
        Workbench bench = Workbench.open(WorkspaceFolder.at(folder), "test", Tasks.inline());
        FoundStore found = bench.workspace().recognition()
                .look(List.of(Path.of("sample-data", "digits-and-more")), Cancel.never()).stores().getFirst();
        bench.workspace().imports().run(found, Progress.NONE, Cancel.never());
        bench.workspace().catalog().fresh();
        return Fx.run(() -> new ModelsWindow(bench, Undressed.context(bench.workspace(),
                SettingsStore.inMemory(Settings.defaults()), work, Platform::runLater, answer)));
    }

    /// Whether the list has been read and shows a model.
    boolean lists(ModelId id) {
        return panel.node().lookup(".model-list .list-view") instanceof ListView<?> list && list.getItems().stream()
                .anyMatch(item -> item instanceof Optional<?> one && one.orElse(null) instanceof ModelCard card
                        && card.id().equals(id));
    }

    /// Looks at a model in the list; wait until it is listed.
    @SuppressWarnings("unchecked")
    void select(ModelId id) {
        ListView<Optional<ModelCard>> list = (ListView<Optional<ModelCard>>) Objects.requireNonNull(
                panel.node().lookup(".model-list .list-view"));
        list.getItems().stream().filter(item -> item.isPresent() && item.get().id().equals(id)).findFirst()
                .ifPresent(list.getSelectionModel()::select);
    }

    /// Presses a key where the keyboard is.
    void press(KeyCode code, boolean alt) throws Exception {
        Fx.run(() -> {
            Event.fireEvent(stage.getScene().getFocusOwner(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, alt, false));
            Fx.lay(stage.getScene());
            return 0;
        });
    }

    @Override
    public void close() throws Exception {
        Fx.run(() -> {
            stage.close();
            panel.close();
            return 0;
        });
        bench.close();
    }
}
