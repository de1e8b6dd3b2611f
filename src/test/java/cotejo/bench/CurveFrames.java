package cotejo.bench;

import atlantafx.base.theme.PrimerLight;
import cotejo.model.MetricSeries;
import cotejo.ui.Fx;
import cotejo.ui.curves.CurveRun;
import cotejo.ui.curves.CurvesPane;
import cotejo.ui.curves.CurvesViewModel;
import cotejo.ui.curves.PanelSize;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/// How long the JavaFX thread is kept while a hand pans and points over a board of runs × 1,000,000 points. Prints
/// percentiles of every piece of work on that thread, in processor time, since neighbours may use the machine too:
/// events with their layout, and new pictures being put in place.
public final class CurveFrames {

    private static final ConcurrentLinkedQueue<Double> FRONT = new ConcurrentLinkedQueue<>();

    private CurveFrames() {
    }

    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        Fx.style(new PrimerLight().getUserAgentStylesheet());
        CurvesViewModel model = new CurvesViewModel((run, metric) -> noise(run), work -> Thread.ofVirtual().start(work),
                work -> Platform.runLater(() -> timed(work)));
        CurvesPane pane = Fx.run(() -> {
            List<CurveRun> shown = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                shown.add(new CurveRun(i, "run" + i, "run " + i, i, Set.of("loss")));
            }
            model.change(setup -> setup.withSize(PanelSize.LARGE));
            model.setRuns(shown);
            return new CurvesPane(model);
        });
        Fx.run(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(pane, 1000, 700));
            stage.show();
            return 0;
        });
        long began = System.nanoTime();
        Fx.until(() -> pane.lookup(".curve-panel") != null
                && pane.lookup(".curve-panel").getAccessibleText().contains("lines"));
        System.out.printf("first picture after %.0f ms%n", (System.nanoTime() - began) / 1e6);
        for (int round = 0; round < 2; round++) {
            FRONT.clear();
            hand(pane, true);
            report(runs + " runs, pan", FRONT);
            FRONT.clear();
            hand(pane, false);
            report(runs + " runs, point", FRONT);
        }
        Platform.exit();
    }

    private static void hand(CurvesPane pane, boolean panning) throws Exception {
        for (int i = 0; i < 200; i++) {
            int at = i;
            Fx.run(() -> {
                timed(() -> {
                    fire(pane, panning && at == 0 ? MouseEvent.MOUSE_PRESSED
                            : panning ? MouseEvent.MOUSE_DRAGGED : MouseEvent.MOUSE_MOVED, 150 + at * 3, panning);
                    pane.applyCss();
                    pane.layout();
                });
                return 0;
            });
            Thread.sleep(16);
        }
    }

    private static void fire(CurvesPane pane, EventType<MouseEvent> type, double x, boolean panning) {
        Node canvas = pane.lookup(".curve-panel").lookup("Canvas");
        Point2D place = canvas.localToScene(x, 200);
        canvas.fireEvent(new MouseEvent(type, place.getX(), place.getY(), place.getX(), place.getY(),
                panning ? MouseButton.MIDDLE : MouseButton.NONE, 1, false, false, false, false, false, panning, false,
                false, false, true, null));
    }

    private static void timed(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        work.run();
        FRONT.add((threads.getCurrentThreadCpuTime() - began) / 1e6);
    }

    private static void report(String what, ConcurrentLinkedQueue<Double> times) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf("%s: %d pieces of work on the FX thread, median %.2f ms, p95 %.2f ms, most %.2f ms%n", what,
                sorted.length, sorted[sorted.length / 2], sorted[sorted.length * 95 / 100],
                Arrays.stream(sorted).max().orElse(0));
    }

    private static MetricSeries noise(long run) {
        Random random = new Random(run);
        long[] steps = new long[1_000_000];
        long[] times = new long[steps.length];
        double[] values = new double[steps.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = i;
            times[i] = 1_700_000_000_000L + i * 20L;
            values[i] = Math.exp(-4e-6 * i) * (1 + run * 0.02) + 0.05 * random.nextGaussian();
        }
        return MetricSeries.ofWholeSteps(steps, times, values);
    }
}
