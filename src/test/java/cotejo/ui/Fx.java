package cotejo.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// JavaFX without a display, for tests: work on its thread, and pictures of scenes at any size.
public final class Fx {

    private static boolean started;

    private Fx() {
    }

    private static synchronized void start() throws InterruptedException {
        if (!started) {
            CountDownLatch up = new CountDownLatch(1);
            Platform.startup(up::countDown);
            up.await();
            Platform.setImplicitExit(false);
            started = true;
        }
    }

    /// Does something on the JavaFX thread and gives back what came of it.
    public static <T> T run(Callable<T> work) throws Exception {
        start();
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
        return result.get(60, TimeUnit.SECONDS);
    }

    /// Looks at nodes on the JavaFX thread, wherever it is asked. Looking them up by style elsewhere is not safe: names
    /// of styles are kept in lists that all scenes share.
    public static <T> T look(Supplier<T> look) {
        if (Platform.isFxApplicationThread()) {
            return look.get();
        }
        try {
            return run(look::get);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /// Waits, on the caller's thread, until something holds on the JavaFX thread.
    public static void until(BooleanSupplier holds) throws Exception {
        for (int i = 0; i < 2000; i++) {
            if (run(holds::getAsBoolean)) {
                return;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("waited 20 s in vain");
    }

    /// Puts a node into a scene of its own, without a window, laid out at a size. Call it within [#run].
    public static Scene scene(Parent root, double width, double height) {
        Scene scene = new Scene(root, width, height);
        lay(scene);
        return scene;
    }

    /// Applies style sheets and lays out.
    public static void lay(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().resize(scene.getWidth(), scene.getHeight());
        scene.getRoot().layout();
    }

    /// A picture of a scene as it is now. Call it within [#run].
    public static WritableImage photograph(Scene scene) {
        lay(scene);
        return scene.snapshot(new WritableImage((int) scene.getWidth(), (int) scene.getHeight()));
    }

    /// Writes a picture of a scene as PNG.
    public static void snapshot(Scene scene, Path file) throws Exception {
        WritableImage image = run(() -> photograph(scene));
        write(image, file);
    }

    private static void write(WritableImage image, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    }

    /// Sets the style of all scenes, such as AtlantaFX's light one.
    public static void style(String userAgentStylesheet) throws Exception {
        run(() -> {
            Application.setUserAgentStylesheet(userAgentStylesheet);
            return 0;
        });
    }
}
