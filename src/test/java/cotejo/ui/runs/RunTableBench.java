package cotejo.ui.runs;

import atlantafx.base.theme.PrimerLight;
import cotejo.query.ColumnRef;
import cotejo.query.SortKey;
import cotejo.settings.Settings;
import cotejo.ui.Fx;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// Measures the run table: from opening the workspace to rows on screen, sorts, filters, scrolling, and the longest
/// time that the window's thread was held up. Prints one JSON object a size.
///
/// Run it with the number of runs, such as `10000 100000`.
public final class RunTableBench {

    private static final Executor VIRTUAL = work -> Thread.ofVirtual().start(work);
    private static final int REPEATS = 15;

    private RunTableBench() {
    }

    public static void main(String[] sizes) throws Exception {
        Fx.style(new PrimerLight().getUserAgentStylesheet());
        for (String size : sizes) {
            Path folder = Files.createTempDirectory("run-table-bench");
            try {
                write(folder, Integer.parseInt(size));
                System.out.println(measure(folder, Integer.parseInt(size)));
            } finally {
                delete(folder);
            }
        }
        System.exit(0);
    }

    /// Runs with 20 params and 10 metrics each.
    private static void write(Path folder, int runs) {
        Random random = new Random(7);
        try (RunsHouse house = RunsHouse.inline(folder)) {
            house.write("bench", writing -> {
                for (int i = 0; i < runs; i++) {
                    Map<String, String> params = new HashMap<>();
                    for (int p = 0; p < 20; p++) {
                        params.put("param" + p, p % 2 == 0 ? Integer.toString(random.nextInt(50))
                                : Double.toString(random.nextInt(1000) / 1000.0));
                    }
                    Map<String, Double> metrics = new HashMap<>();
                    for (int m = 0; m < 10; m++) {
                        metrics.put("metric" + m, random.nextGaussian());
                    }
                    writing.run("run-" + i, null, params, metrics);
                }
            });
        }
    }

    private static String measure(Path folder, int runs) throws Exception {
        long began = System.nanoTime();
        try (RunsHouse house = RunsHouse.with(folder, VIRTUAL, Platform::runLater, Settings.defaults())) {
            RunsPanel panel = Fx.run(() -> new RunsPanel(house.context));
            Scene scene = Fx.run(() -> {
                Scene made = Fx.scene((Parent) panel.node(), 1600, 1000);
                for (String sheet : List.of("light", "base", "runs", "details")) {
                    made.getStylesheets().add(RunTableBench.class.getResource("/cotejo/css/" + sheet + ".css")
                            .toExternalForm());
                }
                return made;
            });
            settle(panel, scene, runs);
            Fx.run(() -> Fx.photograph(scene));
            double open = millis(began);
            Heart heart = new Heart();
            double sort = sort(panel, scene);
            double filter = filter(panel, scene);
            double longest = heart.stop();
            double frame = scroll(panel, scene);
            String json = ("{\"runs\": %d, \"openToRowsMs\": %.0f, \"sortMs\": %.1f, \"filterMs\": %.1f, "
                    + "\"longestHoldMs\": %.1f, \"scrollFrameMs\": %.1f}").formatted(runs, open, sort, filter, longest,
                    frame);
            Fx.run(() -> {
                panel.close();
                return 0;
            });
            return json;
        }
    }

    private static void settle(RunsPanel panel, Scene scene, int runs) throws Exception {
        while (!Fx.run(() -> panel.model().listing().get().rows().size() == runs)) {
            Thread.sleep(1);
        }
        Fx.run(() -> {
            Fx.lay(scene);
            return 0;
        });
    }

    private static double sort(RunsPanel panel, Scene scene) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            ColumnRef column = ColumnRef.metric("metric" + i % 10);
            times.add(change(panel, scene, () -> panel.model().change(state ->
                    state.withSort(List.of(SortKey.ascending(column))))));
        }
        return median(times);
    }

    private static double filter(RunsPanel panel, Scene scene) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            String text = "metrics.metric1 < " + (0.1 + i / 100.0) + " AND params.param2 = '" + i + "'";
            times.add(change(panel, scene, () -> {
                panel.model().filter().text().set(text);
                panel.model().applyFilter();
            }));
        }
        Fx.run(() -> {
            panel.model().filter().text().set("");
            panel.model().applyFilter();
            return 0;
        });
        return median(times);
    }

    /// From the wish to the new rows laid out.
    private static double change(RunsPanel panel, Scene scene, Runnable wish) throws Exception {
        CountDownLatch changed = new CountDownLatch(1);
        InvalidationListener listener = any -> changed.countDown();
        long began = System.nanoTime();
        Fx.run(() -> {
            panel.model().listing().addListener(listener);
            wish.run();
            return 0;
        });
        changed.await();
        Fx.run(() -> {
            Fx.lay(scene);
            return 0;
        });
        double took = millis(began);
        Fx.run(() -> {
            panel.model().listing().removeListener(listener);
            return 0;
        });
        return took;
    }

    private static double scroll(RunsPanel panel, Scene scene) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            double top = i * 91;
            times.add(Fx.run(() -> {
                long began = System.nanoTime();
                panel.grid().viewport().scrollTo(top, 0);
                Fx.lay(scene);
                return millis(began);
            }));
        }
        return median(times);
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static double millis(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    /// Asks the window's thread for a sign of life all the time, and keeps the longest silence.
    private static final class Heart {
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicLong longest = new AtomicLong();

        Heart() {
            Thread.ofPlatform().daemon().start(() -> {
                while (!stopped.get()) {
                    long asked = System.nanoTime();
                    CountDownLatch answered = new CountDownLatch(1);
                    Platform.runLater(() -> {
                        longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
                        answered.countDown();
                    });
                    try {
                        answered.await();
                        Thread.sleep(1);
                    } catch (InterruptedException end) {
                        return;
                    }
                }
            });
        }

        double stop() {
            stopped.set(true);
            return longest.get() / 1e6;
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException failure) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
