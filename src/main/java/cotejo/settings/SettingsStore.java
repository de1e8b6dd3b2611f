package cotejo.settings;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the settings in a JSON file: read leniently (what cannot be read falls back to its default, field by field),
/// written a little after each change, and by [#save], to a new file that then takes the old one's place.
public final class SettingsStore {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
    private static final long SOON_MILLIS = 400;

    /// Made when settings are first written: setting it up takes longer than reading them.
    private static final class Lazy {
        static final JsonMapper MAPPER = JsonMapper.builder().build();
    }

    private final Optional<Path> file;
    private final Executor soon;
    private final AtomicBoolean due = new AtomicBoolean();
    private final CopyOnWriteArrayList<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();
    private volatile Settings current;

    private SettingsStore(Optional<Path> file, Settings current, Executor soon) {
        this.file = file;
        this.soon = soon;
        this.current = current;
    }

    /// Settings kept in a file, which need not exist.
    public static SettingsStore at(Path file) {
        return at(file, CompletableFuture.delayedExecutor(SOON_MILLIS, TimeUnit.MILLISECONDS));
    }

    /// Settings kept in a file, which need not exist.
    ///
    /// @param soon where they are written after changes; what comes before it gets to that is written with them
    static SettingsStore at(Path file, Executor soon) {
        return new SettingsStore(Optional.of(file), read(file), soon);
    }

    /// Settings that are never written, for tests and pictures.
    public static SettingsStore inMemory(Settings settings) {
        return new SettingsStore(Optional.empty(), settings, Runnable::run);
    }

    /// Where settings lie by the platform's convention.
    public static Path defaultPath(Map<String, String> environment, String osName, Path home) {
        String os = osName.toLowerCase(java.util.Locale.ROOT);
        @Nullable String base = environment.get(os.contains("win") ? "APPDATA" : "XDG_CONFIG_HOME");
        if (os.contains("mac")) {
            return home.resolve("Library").resolve("Preferences").resolve("Cotejo").resolve("settings.json");
        }
        Path folder = base == null || base.isBlank() ? home.resolve(".config") : Path.of(base);
        return folder.resolve("cotejo").resolve("settings.json");
    }

    public Settings get() {
        return current;
    }

    /// Changes the settings in memory and tells the listeners; they are written soon, on another thread.
    public void change(UnaryOperator<Settings> change) {
        Settings next;
        synchronized (this) {
            next = change.apply(current);
            current = next;
        }
        if (file.isPresent() && due.compareAndSet(false, true)) {
            soon.execute(() -> {
                due.set(false);
                save();
            });
        }
        listeners.forEach(listener -> listener.accept(next));
    }

    /// Calls back after each change, on the thread that made it. Close what is returned to end that.
    public AutoCloseable listen(Consumer<Settings> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Writes the settings; a failure is logged and changes nothing.
    public synchronized void save() {
        if (file.isEmpty()) {
            return;
        }
        Path target = file.get();
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Path fresh = target.resolveSibling(target.getFileName() + ".new");
            Lazy.MAPPER.writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), current);
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            LOG.warn("Settings could not be written to {}", target, failure);
        }
    }

    private static Settings read(Path file) {
        try {
            return Files.exists(file) ? SettingsJson.read(file) : Settings.defaults();
        } catch (IOException unreadable) {
            LOG.warn("Settings in {} could not be read; the defaults hold", file, unreadable);
            return Settings.defaults();
        }
    }
}
