package cotejo.ui;

import cotejo.model.Problem;
import cotejo.settings.Settings;
import cotejo.settings.SettingsStore;
import cotejo.store.StoreException;
import cotejo.text.Texts;
import cotejo.work.CancelledException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.DirectoryChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The program with a window: one stage, and in it the workspace that is open.
public final class App implements WindowHost {

    private static final Logger LOG = LoggerFactory.getLogger(App.class);
    private static final int RECENT = 10;
    /// How long a window waits for its first rows before it shows itself.
    private static final long PATIENCE_MILLIS = 500;
    private static final Locale SYSTEM = Locale.getDefault();
    private static @Nullable CompletableFuture<Boolean> toolkit;

    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final Executor background = job -> Thread.ofVirtual().name("cotejo-ui-work").start(job);
    private final PauseTransition settling = new PauseTransition(Duration.millis(400));
    private @Nullable WindowStart start;
    private @Nullable Stage stage;
    private @Nullable OpenWorkspace workspace;
    private @Nullable MainWindow window;

    /// Begins to start the toolkit, on a thread of its own: it takes as long as opening a workspace, so the two are
    /// best done at once. Calling it again does nothing; [#launchWindow] waits for it.
    public static synchronized void warmUp() {
        if (toolkit == null) {
            CompletableFuture<Boolean> up = new CompletableFuture<>();
            toolkit = up;
            Drawing.choose(System.getProperty("os.name"), Path.of("/dev"));
            Thread.ofPlatform().name("cotejo-toolkit").daemon(true).start(() -> {
                try {
                    Platform.startup(() -> {
                        Theme.first();
                        up.complete(true);
                    });
                } catch (RuntimeException | Error noDisplay) {
                    up.completeExceptionally(noDisplay);
                }
            });
        }
    }

    private static synchronized CompletableFuture<Boolean> toolkit() {
        warmUp();
        return Objects.requireNonNull(toolkit);
    }

    /// Shows the window and returns when it has been closed. To be called once in a program, and not on the FX thread.
    ///
    /// @return the program's exit code
    /// @throws UnsupportedOperationException when there is no display to show it on
    public static int launchWindow(WindowStart start) {
        try {
            toolkit().join();
        } catch (CompletionException noDisplay) {
            throw new UnsupportedOperationException(String.valueOf(noDisplay.getCause()), noDisplay);
        }
        App app = new App();
        Platform.runLater(() -> {
            try {
                app.start(new Stage(), start);
            } catch (RuntimeException | Error failure) {
                app.ended.completeExceptionally(failure);
            }
        });
        return app.ended.join();
    }

    /// The locale that a setting of `en`, `es` or `system` means.
    static Locale locale(String setting) {
        // No switch with a pattern: its first use takes some milliseconds of every start.
        if (setting.equals("en")) {
            return Locale.ENGLISH;
        }
        return setting.equals("es") ? Locale.of("es") : SYSTEM;
    }

    private void start(Stage primary, WindowStart given) {
        start = given;
        stage = primary;
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> unexpected(failure));
        Texts.use(locale(given.settings().get().language()));
        primary.setTitle("Cotejo");
        Settings.Window place = WindowPlace.fit(given.settings().get().window(),
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
        primary.setX(place.x());
        primary.setY(place.y());
        primary.setWidth(place.width());
        primary.setHeight(place.height());
        primary.setMinWidth(WindowPlace.MIN_WIDTH);
        primary.setMinHeight(WindowPlace.MIN_HEIGHT);
        primary.setMaximized(place.maximized());
        primary.setOnHidden(event -> stop());
        // A window that is being moved or grows to the screen has come to rest a moment later.
        settling.setOnFinished(event -> keepPlace());
        InvalidationListener placed = change -> settling.playFromStart();
        primary.xProperty().addListener(placed);
        primary.yProperty().addListener(placed);
        primary.widthProperty().addListener(placed);
        primary.heightProperty().addListener(placed);
        primary.maximizedProperty().addListener(placed);
        // Unpacking the pictures takes longer than all else that is done here.
        primary.setOnShown(event -> background.execute(() -> {
            List<Image> icons = icons();
            Platform.runLater(() -> primary.getIcons().setAll(icons));
        }));
        show(given.opened(), given.paths());
        showSoon(primary);
    }

    /// Shows the window with its first rows in it; without them when they take long.
    private void showSoon(Stage primary) {
        MainWindow built = window;
        if (built == null) {
            primary.show();
            return;
        }
        // Styles and places are found while the runs are being read: that is then no longer to do.
        built.lay();
        java.util.concurrent.CompletableFuture<?> _ = built.panel().filled()
                .completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .whenComplete((any, failure) -> Platform.runLater(primary::show));
    }

    private static List<Image> icons() {
        List<Image> icons = new ArrayList<>();
        for (int size : List.of(16, 24, 32, 48, 64, 128, 256)) {
            try (@Nullable InputStream in = App.class.getResourceAsStream("/cotejo/icons/" + size + ".png")) {
                if (in != null) {
                    icons.add(new Image(in));
                }
            } catch (IOException unreadable) {
                LOG.debug("no icon of size {}", size, unreadable);
            }
        }
        return icons;
    }

    private void unexpected(Throwable failure) {
        if (failure instanceof CancelledException) {
            return;
        }
        @Nullable MainWindow now = window;
        if (now == null) {
            LOG.error("Something unexpected happened", failure);
        } else {
            now.toasts().failed(Texts.get("shell.unexpected", Problem.describe(failure)), failure);
        }
    }

    private void open(Path folder, List<Path> paths) {
        page(StartPage.opening(folder.toString()));
        WindowStart given = given();
        background.execute(() -> {
            try {
                OpenWorkspace opened = given.opener().apply(folder);
                Platform.runLater(() -> show(opened, paths));
            } catch (StoreException trouble) {
                LOG.warn("{} could not be opened", folder, trouble);
                Platform.runLater(() -> trouble(folder, paths, String.valueOf(trouble.getMessage())));
            } catch (RuntimeException trouble) {
                LOG.warn("{} could not be opened", folder, trouble);
                String text = Texts.get("shell.trouble.text", folder.toString(), Problem.describe(trouble));
                Platform.runLater(() -> trouble(folder, paths, text));
            }
        });
    }

    private void page(Parent content) {
        Scene scene = new Scene(content);
        SettingsStore settings = given().settings();
        Theme.of(settings.get().theme()).dress(scene, settings.get().rows());
        put(scene);
    }

    /// Another scene in the same place: a stage would else take the scene's own size.
    private void put(Scene scene) {
        Stage shown = stage();
        double width = shown.getWidth();
        double height = shown.getHeight();
        shown.setScene(scene);
        shown.setWidth(width);
        shown.setHeight(height);
    }

    private void trouble(Path folder, List<Path> paths, String sentence) {
        page(StartPage.trouble(sentence, () -> open(folder, paths), () -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(Texts.get("shell.workspace.choose"));
            java.io.@Nullable File chosen = chooser.showDialog(stage());
            if (chosen != null) {
                open(chosen.toPath(), paths);
            }
        }, this::quit));
    }

    private void show(OpenWorkspace opened, List<Path> paths) {
        workspace = opened;
        Path folder = opened.workspace().database().folder().path();
        given().settings().change(settings -> settings.withWorkspaces(recent(settings, folder)));
        build();
        opened.workspace().watch().start();
        opened.whenHandedPaths(handed -> Platform.runLater(() -> take(handed)));
        CompletableFuture<Void> _ = opened.modelsRead().thenAccept(some -> Platform.runLater(() -> {
            if (some && opened.equals(workspace) && window != null) {
                window.makeAhead("models");
            }
        }));
        if (!paths.isEmpty() && window != null) {
            window.take(paths);
        }
    }

    private static List<String> recent(Settings settings, Path folder) {
        List<String> folders = new ArrayList<>(List.of(folder.toString()));
        settings.workspaces().stream().filter(other -> !other.equals(folder.toString())).limit(RECENT - 1)
                .forEach(folders::add);
        return folders;
    }

    private void build() {
        OpenWorkspace opened = workspace;
        if (opened == null) {
            return;
        }
        @Nullable MainWindow old = window;
        MainWindow fresh = new MainWindow(opened.workspace(), given().settings(), background, Platform::runLater, this,
                new Settings.Window(0, 0, stage().getWidth(), stage().getHeight(), false));
        window = fresh;
        put(fresh.scene());
        stage().setTitle(opened.workspace().database().folder().path().getFileName() + " – Cotejo");
        if (old != null) {
            old.close();
        }
    }

    private void take(List<Path> handed) {
        Stage shown = stage();
        shown.setIconified(false);
        shown.toFront();
        if (window != null && !handed.isEmpty()) {
            window.take(handed);
        }
    }

    @Override
    public void openWorkspace(Path folder) {
        @Nullable MainWindow before = window;
        @Nullable OpenWorkspace closing = workspace;
        window = null;
        workspace = null;
        page(StartPage.opening(folder.toString()));
        if (before != null) {
            before.close();
        }
        background.execute(() -> {
            if (closing != null) {
                closing.close();
            }
            Platform.runLater(() -> open(folder, List.of()));
        });
    }

    @Override
    public void rebuild() {
        Texts.use(locale(given().settings().get().language()));
        build();
    }

    @Override
    public void quit() {
        stage().close();
    }

    @Override
    public void browse(Path file) {
        Browser.show(file);
    }

    @Override
    public @Nullable Window window() {
        return stage;
    }

    /// Keeps where the window stands; of one that is as large as the screen, where it stood before.
    private void keepPlace() {
        Stage shown = stage();
        given().settings().change(settings -> settings.withWindow(shown.isMaximized()
                ? new Settings.Window(settings.window().x(), settings.window().y(), settings.window().width(),
                        settings.window().height(), true)
                : new Settings.Window(shown.getX(), shown.getY(), shown.getWidth(), shown.getHeight(), false)));
    }

    private void stop() {
        settling.stop();
        keepPlace();
        given().settings().save();
        if (window != null) {
            window.close();
        }
        if (workspace != null) {
            workspace.close();
        }
        ended.complete(0);
    }

    private WindowStart given() {
        WindowStart known = start;
        if (known == null) {
            throw new IllegalStateException("not started");
        }
        return known;
    }

    private Stage stage() {
        Stage known = stage;
        if (known == null) {
            throw new IllegalStateException("not started");
        }
        return known;
    }
}
