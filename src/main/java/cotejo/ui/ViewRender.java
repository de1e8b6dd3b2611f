package cotejo.ui;

import cotejo.chart.FigureFile;
import cotejo.settings.Settings;
import cotejo.settings.SettingsStore;
import cotejo.text.Texts;
import cotejo.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Draws any view of the window into a picture, without a display: for the README, for tests, for whoever looks.
///
/// The process must have been started with `-Dglass.platform=Headless -Dprism.order=sw`, or have set these properties
/// before the toolkit starts. One picture at a time.
public final class ViewRender {

    private static final long PAUSE_NANOS = 25_000_000L;
    /// A view has loaded when nothing has been under way for this many looks: longer than changes are merged for.
    private static final int QUIET = 8;
    private static final int PATIENCE = 2400;
    private static boolean started;

    private ViewRender() {
    }

    /// The views there are: those of every panel; `empty`, which wants a workspace without runs; `import`, the drop
    /// zone; `palette`, all commands.
    public static List<String> views() {
        List<String> views = new ArrayList<>();
        Panels.all().forEach(entry -> views.addAll(entry.views()));
        views.addAll(List.of("empty", "import", "palette"));
        return List.copyOf(views);
    }

    /// Writes a view as PNG, after it has loaded. Waits; not for the FX thread.
    ///
    /// @param view   one of [#views]
    /// @param width  of the window, in pixels
    /// @param theme  `light` or `dark`
    /// @throws IOException when the file cannot be written, or the view has not loaded within a minute
    public static void render(Workspace workspace, String view, Path out, int width, int height, String theme,
            Locale locale) throws IOException {
        startToolkit();
        // A window may be open, in another language.
        IOException[] failure = new IOException[1];
        Texts.in(locale, () -> {
            try {
                draw(workspace.forLooking(), view, out, width, height, theme, locale);
            } catch (IOException failed) {
                failure[0] = failed;
            }
        });
        if (failure[0] != null) {
            throw failure[0];
        }
    }

    private static void draw(Workspace workspace, String view, Path out, int width, int height, String theme,
            Locale locale) throws IOException {
        SettingsStore settings = SettingsStore.inMemory(Settings.defaults().withTheme(theme));
        WorkCounter counter = new WorkCounter();
        Executor background = counter.counting(job -> Thread.ofVirtual().name("cotejo-ui-work")
                .start(() -> Texts.in(locale, job)));
        Executor front = counter.counting(job -> Platform.runLater(() -> Texts.in(locale, job)));
        MainWindow window = onFx(() -> {
            MainWindow made = new MainWindow(workspace, settings, background, front, WindowHost.none(),
                    new Settings.Window(0, 0, width, height, false));
            made.show(view);
            return made;
        });
        try {
            settle(workspace, counter, window);
            WritableImage image = onFx(() -> {
                window.lay();
                return window.scene().snapshot(new WritableImage(width, height));
            });
            Files.createDirectories(out.toAbsolutePath().getParent());
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            if (!ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", png)) {
                throw new IOException(Texts.get("shell.render.failed", out.toString()));
            }
            FigureFile.put(png.toByteArray(), out);
        } finally {
            onFx(() -> {
                window.close();
                return true;
            });
        }
    }

    private static void settle(Workspace workspace, WorkCounter counter, MainWindow window) throws IOException {
        int quiet = 0;
        for (int look = 0; quiet < QUIET; look++) {
            if (look > PATIENCE) {
                throw new IOException(Texts.get("shell.render.slow"));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            boolean idle = onFx(() -> {
                window.lay();
                return counter.idle() && workspace.tasks().running().isEmpty();
            });
            quiet = idle ? quiet + 1 : 0;
        }
    }

    private static synchronized void startToolkit() {
        if (!started) {
            CompletableFuture<Boolean> up = new CompletableFuture<>();
            try {
                Platform.startup(() -> up.complete(true));
                Platform.setImplicitExit(false);
            } catch (IllegalStateException running) {
                up.complete(false);
            }
            up.join();
            started = true;
        }
    }

    private static <T> T onFx(Callable<T> work) throws IOException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(Texts.carry(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | Error failure) {
                result.completeExceptionally(failure);
            }
        }));
        try {
            return result.join();
        } catch (CompletionException failure) {
            throw new IOException(failure.getCause() == null ? failure : failure.getCause());
        }
    }
}
