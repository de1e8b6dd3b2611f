package cotejo.bench;

import cotejo.Cotejo;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
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
/// It watches with as little as it can: no lambda, no formatting and no bean is touched before the rows are painted,
/// because loading and making these on the window's own thread took a tenth of the time that was to be measured.
///
/// `StartBench --workspace FOLDER`, where there is a display, each time in a new process
public final class StartBench {

    private static final long BEGAN = System.nanoTime();

    private StartBench() {
    }

    public static void main(String[] arguments) {
        Thread watch = new Thread(new Waiting(), "watch");
        watch.setDaemon(true);
        watch.start();
        Cotejo.main(arguments);
    }

    /// Starts the watch as soon as there is a toolkit.
    private static final class Waiting implements Runnable {

        private boolean toolkit;

        @Override
        public void run() {
            if (toolkit) {
                new Watch().start();
                return;
            }
            while (true) {
                try {
                    Thread.sleep(5);
                    Waiting next = new Waiting();
                    next.toolkit = true;
                    Platform.runLater(next);
                    return;
                } catch (IllegalStateException notYet) {
                    // The toolkit has not begun.
                } catch (InterruptedException impossible) {
                    return;
                }
            }
        }
    }

    private static final class Watch extends AnimationTimer {

        private final long toolkit = System.nanoTime();
        private long window;
        private boolean rows;

        @Override
        public void handle(long now) {
            if (rows) {
                long painted = System.nanoTime();
                stop();
                say(toolkit, window, painted);
                for (Window open : new ArrayList<>(Window.getWindows())) {
                    open.hide();
                }
            } else if (!Window.getWindows().isEmpty()) {
                if (window == 0) {
                    window = System.nanoTime();
                }
                Scene scene = Window.getWindows().getFirst().getScene();
                Node row = scene == null ? null : scene.getRoot().lookup(".run-row");
                rows = row != null && filled(row);
            }
        }
    }

    private static void say(long toolkit, long window, long painted) {
        long sincePainted = (System.nanoTime() - painted) / 1_000_000;
        long age = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime() - sincePainted;
        Duration processor = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        System.err.printf("toolkit: %d ms from main%nwindow: %d ms from main%n",
                (toolkit - BEGAN) / 1_000_000, (window - BEGAN) / 1_000_000);
        System.err.printf("rows painted: %d ms from main, %d ms from the start of the Java machine, %d ms of processor "
                + "time%n", (painted - BEGAN) / 1_000_000, age, processor.toMillis());
    }

    private static boolean filled(Node row) {
        for (Node name : row.isVisible() ? row.lookupAll(".run-name") : List.<Node>of()) {
            if (name instanceof Text text && !text.getText().isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
