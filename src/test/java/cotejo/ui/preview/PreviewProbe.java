package cotejo.ui.preview;

import cotejo.Workbench;
import cotejo.settings.Settings;
import cotejo.settings.SettingsStore;
import cotejo.store.WorkspaceFolder;
import cotejo.text.Texts;
import cotejo.ui.Fx;
import cotejo.ui.UiContext;
import cotejo.ui.Undressed;
import cotejo.work.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Draws the previews of files as PNG, for looking at: `PreviewProbe OUT WIDTHxHEIGHT light|dark en|es FILE…`.
final class PreviewProbe {

    private PreviewProbe() {
    }

    public static void main(String[] args) throws Exception {
        Texts.use(Locale.of(args[3]));
        int width = Integer.parseInt(args[1].split("x")[0]);
        int height = Integer.parseInt(args[1].split("x")[1]);
        Path out = Files.createDirectories(Path.of(args[0]));
        try (Workbench bench = Workbench.open(WorkspaceFolder.at(Files.createTempDirectory("probe")), "probe",
                Tasks.onVirtualThreads())) {
            UiContext context = Undressed.context(bench.workspace(),
                    SettingsStore.inMemory(Settings.defaults().withTheme(args[2])),
                    job -> Thread.ofVirtual().start(job), Platform::runLater);
            for (int i = 4; i < args.length; i++) {
                Path file = Path.of(args[i]);
                PreviewPane[] pane = new PreviewPane[1];
                Scene scene = Fx.run(() -> {
                    pane[0] = new PreviewPane(context);
                    Scene made = Fx.scene(new javafx.scene.layout.BorderPane(pane[0].node()), width, height);
                    Undressed.dress(made, args[2]);
                    pane[0].show(file);
                    Stage stage = new Stage();
                    stage.setScene(made);
                    stage.show();
                    return made;
                });
                for (int look = 0; look < 25; look++) {
                    Fx.run(() -> Fx.photograph(scene));
                    Thread.sleep(80);
                }
                Fx.snapshot(scene, out.resolve(file.getFileName() + ".png"));
                Fx.run(() -> {
                    pane[0].close();
                    return 0;
                });
            }
        }
        System.exit(0);
    }
}
