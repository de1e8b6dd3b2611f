package cotejo.bench;

import atlantafx.base.theme.PrimerLight;
import cotejo.model.MetricSeries;
import cotejo.ui.Fx;
import cotejo.ui.curves.CurveRun;
import cotejo.ui.curves.CurvesPane;
import cotejo.ui.curves.CurvesViewModel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;

/// How long the JavaFX thread is kept by a board of 20 runs with 3,000 metrics each: opened, scrolled to its end, and
/// searched by name letter by letter. Prints percentiles of every piece of work on that thread, in processor time,
/// since neighbours may use the machine too.
public final class BoardFrames {

    private static final int RUNS = 20;
    private static final int METRICS = 3_000;
    private static final ConcurrentLinkedQueue<Double> FRONT = new ConcurrentLinkedQueue<>();

    private static long pulse;

    private BoardFrames() {
    }

    public static void main(String[] arguments) throws Exception {
        Fx.style(new PrimerLight().getUserAgentStylesheet());
        CurvesViewModel model = new CurvesViewModel((run, metric) -> noise(run), work -> Thread.ofVirtual().start(work),
                work -> Platform.runLater(() -> timed(work)));
        CurvesPane pane = Fx.run(() -> new CurvesPane(model));
        Fx.run(() -> {
            Stage stage = new Stage();
            Scene scene = new Scene(pane, 1000, 700);
            scene.addPreLayoutPulseListener(() -> pulse = ManagementFactory.getThreadMXBean()
                    .getCurrentThreadCpuTime());
            scene.addPostLayoutPulseListener(() -> FRONT.add((ManagementFactory.getThreadMXBean()
                    .getCurrentThreadCpuTime() - pulse) / 1e6));
            stage.setScene(scene);
            stage.show();
            return 0;
        });
        Set<String> metrics = new LinkedHashSet<>();
        for (int i = 0; i < METRICS; i++) {
            metrics.add((i % 10 < 5 ? "layers/" : "val/") + "weight_norm_" + i);
        }
        List<CurveRun> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(new CurveRun(i, "run" + i, "run " + i, i, metrics));
        }
        for (int round = 0; round < 3; round++) {
            Fx.run(() -> {
                timed(() -> model.setRuns(List.of()));
                return 0;
            });
            Fx.until(() -> pane.lookup(".curve-panel") == null);
            long began = System.nanoTime();
            Fx.run(() -> {
                timed(() -> model.setRuns(runs));
                return 0;
            });
            Fx.until(() -> pane.lookup(".curve-panel") != null
                    && pane.lookup(".curve-panel").getAccessibleText().contains("lines"));
            System.out.printf(Locale.ROOT, "opened, first picture after %.0f ms%n", (System.nanoTime() - began) / 1e6);
            tell("open");
            scroll(pane);
            tell("scroll");
            type(model, pane);
            tell("search");
        }
        System.exit(0);
    }

    private static void scroll(CurvesPane pane) throws Exception {
        ScrollPane scroll = (ScrollPane) pane.lookup(".curve-scroll");
        for (int i = 0; i <= 200; i++) {
            double to = i / 200.0;
            Fx.run(() -> {
                timed(() -> {
                    scroll.setVvalue(to);
                    pane.getScene().getRoot().layout();
                });
                return 0;
            });
            Thread.sleep(16);
        }
    }

    private static void type(CurvesViewModel model, CurvesPane pane) throws Exception {
        String word = "norm_2999";
        for (int end = 1; end <= word.length(); end++) {
            String typed = word.substring(0, end);
            Fx.run(() -> {
                timed(() -> {
                    model.search().set(typed);
                    pane.getScene().getRoot().layout();
                });
                return 0;
            });
            Thread.sleep(120);
        }
        Fx.until(() -> pane.lookupAll(".curve-panel").size() == 1);
        Fx.run(() -> {
            timed(() -> model.search().set(""));
            return 0;
        });
        Thread.sleep(300);
    }

    private static MetricSeries noise(long run) {
        Random random = new Random(run);
        long[] steps = new long[1000];
        double[] values = new double[1000];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = i;
            values[i] = random.nextGaussian() + run;
        }
        return MetricSeries.ofWholeSteps(steps, new long[1000], values);
    }

    private static void timed(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        work.run();
        FRONT.add((threads.getCurrentThreadCpuTime() - began) / 1e6);
    }

    private static void tell(String what) {
        double[] times = FRONT.stream().mapToDouble(time -> time).sorted().toArray();
        FRONT.clear();
        System.out.printf(Locale.ROOT, "%s: %d pieces of work, median %.2f ms, p95 %.2f ms, max %.2f ms%n", what,
                times.length, times[times.length / 2], times[(int) (times.length * 0.95)],
                Arrays.stream(times).max().orElse(0));
    }
}
