package cotejo.bench;

import cotejo.Workbench;
import cotejo.settings.Settings;
import cotejo.settings.SettingsStore;
import cotejo.store.WorkspaceFolder;
import cotejo.ui.Fx;
import cotejo.ui.UiContext;
import cotejo.ui.Undressed;
import cotejo.ui.models.ModelsPanel;
import cotejo.ui.runs.RunsPanel;
import cotejo.work.Tasks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;

/// Times what a person waits for: the panel of models from its making to the picture with the first cards on it, and
/// from board to table. Usage: `RegistryPanelBench WORKSPACE`, one that [RegistryBench] has filled; prints JSON lines.
/// With a second word the panel opens as it does in the window: the table of runs has been shown, and four idle seconds
/// have had the models read.
public final class RegistryPanelBench {

    private static ModelsPanel panel;
    private static final StackPane window = new StackPane();
    private static Scene scene;

    private RegistryPanelBench() {
    }

    public static void main(String[] args) throws Exception {
        Fx.run(() -> {
            scene = new Scene(window, 1600, 1000);
            Undressed.dress(scene, "light");
            return Fx.photograph(scene);
        });
        try (Workbench bench = Workbench.open(WorkspaceFolder.at(Path.of(args[0])), "bench",
                Tasks.onVirtualThreads())) {
            if (args.length > 1) {
                showRuns(bench);
                bench.workspace().models().models();
            }
            for (int round = 0; round < 5; round++) {
                open(bench);
            }
        } finally {
            Platform.exit();
        }
        System.exit(0);
    }

    private static UiContext context(Workbench bench) {
        return Undressed.context(bench.workspace(), SettingsStore.inMemory(Settings.defaults()),
                job -> Thread.ofVirtual().start(job), Platform::runLater);
    }

    private static void showRuns(Workbench bench) throws Exception {
        Fx.run(() -> {
            RunsPanel runs = new RunsPanel(context(bench));
            window.getChildren().setAll(runs.node());
            return Fx.photograph(scene);
        });
    }

    private static void open(Workbench bench) throws Exception {
        UiContext context = context(bench);
        long start = System.nanoTime();
        long cpu = cpu();
        Fx.run(() -> {
            panel = new ModelsPanel(context);
            window.getChildren().setAll(panel.node());
            return 0;
        });
        until(() -> {
            Fx.lay(scene);
            return scene.getRoot().lookup(".stage-board") != null;
        });
        Fx.run(() -> Fx.photograph(scene));
        double board = millis(start);
        double boardCpu = (cpu() - cpu) / 1e6;
        long again = System.nanoTime();
        long cpuAgain = cpu();
        Fx.run(() -> {
            scene.getRoot().lookupAll(".mode-switch .toggle-button").stream().skip(1).findFirst()
                    .ifPresent(button -> ((ToggleButton) button).fire());
            return Fx.photograph(scene);
        });
        System.out.printf(Locale.ROOT, "{\"boardMillis\":%.0f,\"boardCpuMillis\":%.0f,\"tableMillis\":%.0f,"
                + "\"tableCpuMillis\":%.0f}%n", board, boardCpu, millis(again), (cpu() - cpuAgain) / 1e6);
        Fx.run(() -> {
            panel.close();
            return 0;
        });
    }

    /// As [Fx#until], which waits in steps too long for this.
    private static void until(java.util.function.BooleanSupplier holds) throws Exception {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!Fx.run(holds::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited 20 s in vain");
            }
            Thread.sleep(1);
        }
    }

    /// What all threads of this program took, for machines that do other things at the same time.
    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }
}
