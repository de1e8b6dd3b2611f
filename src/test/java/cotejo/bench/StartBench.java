package cotejo.bench;

import cotejo.Cotejo;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.text.Text;
import javafx.stage.Window;

/// How long the window takes to show its runs: from the first line of `main` to the picture with rows in it, which is
/// counted as painted when the pulse after the one that laid it out begins. Then the window is closed.
///
/// `StartBench --workspace FOLDER`, where there is a display, each time in a new process
public final class StartBench {

    private static final long BEGAN = System.nanoTime();

    private StartBench() {
    }

    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon(true).start(StartBench::watch);
        Cotejo.main(arguments);
    }

    private static void watch() {
        while (true) {
            try {
                Thread.sleep(5);
                Platform.runLater(() -> new Watch().start());
                return;
            } catch (IllegalStateException notYet) {
                // The toolkit has not begun.
            } catch (InterruptedException impossible) {
                return;
            }
        }
    }

    private static void say(String what) {
        long machine = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        long processor = ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(-1L);
        System.err.printf("%s: %d ms from main, %d ms from the start of the Java machine, %d ms of processor time%n",
                what, (System.nanoTime() - BEGAN) / 1_000_000, machine, processor);
    }

    private static final class Watch extends AnimationTimer {
        private boolean window;
        private boolean rows;

        Watch() {
            say("toolkit");
        }

        @Override
        public void handle(long now) {
            if (rows) {
                say("rows painted");
                stop();
                List.copyOf(Window.getWindows()).forEach(Window::hide);
            } else if (!Window.getWindows().isEmpty()) {
                if (!window) {
                    say("window");
                    window = true;
                }
                Scene scene = Window.getWindows().getFirst().getScene();
                Node grid = scene == null ? null : scene.getRoot().lookup(".run-row");
                rows = grid != null && filled(grid);
            }
        }
    }

    private static boolean filled(Node row) {
        return row.isVisible() && row.lookupAll(".run-name").stream()
                .anyMatch(text -> text instanceof Text name && !name.getText().isEmpty());
    }
}
