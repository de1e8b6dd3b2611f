package cotejo;

import cotejo.chart.ChartTheme;
import cotejo.chart.WarmUp;
import cotejo.command.Door;
import cotejo.command.WindowRequest;
import cotejo.command.WindowStarter;
import cotejo.settings.SettingsStore;
import cotejo.store.SeriesStore;
import cotejo.store.StoreException;
import cotejo.store.WorkspaceFolder;
import cotejo.text.Texts;
import cotejo.ui.App;
import cotejo.ui.OpenWorkspace;
import cotejo.ui.WindowStart;
import cotejo.work.Tasks;
import cotejo.workspace.Workspace;
import cotejo.workspace.WorkspaceLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/// Gives the window what a start of the program has opened, and opens other workspaces for it.
final class WindowBinding implements WindowStarter {

    /// So long after the runs were read the window stands, and the panel of models may be asked for.
    private static final long STANDS_NANOS = 1_000_000_000L;
    /// So much later what the first curves need is made ready.
    private static final long IDLE_NANOS = 2_500_000_000L;

    @Override
    public void prepare() {
        App.warmUp();
    }

    @Override
    public int start(WindowRequest request) {
        Workspace first = request.workbench().workspace();
        Opened given = new Opened(request.workbench(), Optional.of(request.door()), Optional.empty());
        // The runs are read while the toolkit starts: both take a third of a second.
        Thread.ofVirtual().name("cotejo-first-frame").start(first.catalog()::frame);
        Thread.ofPlatform().name("cotejo-idle").daemon(true).start(() -> {
            given.read.complete(readModels(first));
            LockSupport.parkNanos(IDLE_NANOS);
            SeriesStore.warmUp();
            WarmUp.lines(ChartTheme.LIGHT, request.locale());
        });
        // What fails on a thread that nobody waits for would be told to a terminal that a window does not have.
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> LoggerFactory.getLogger(WindowBinding.class)
                .error("The thread {} ended with a failure", thread.getName(), failure));
        SettingsStore settings = SettingsStore.at(SettingsStore.defaultPath(System.getenv(),
                System.getProperty("os.name"), Path.of(System.getProperty("user.home"))));
        Path folder = first.database().folder().path();
        return App.launchWindow(new WindowStart(folder, request.paths(), settings, given,
                wanted -> wanted.equals(folder) && !given.closed ? given : open(wanted)));
    }

    /// Tens of thousands of versions take longer to be read than a panel may take to open; read once, they are kept.
    private static boolean readModels(Workspace workspace) {
        try {
            workspace.catalog().frame();
            LockSupport.parkNanos(STANDS_NANOS);
            boolean some = !workspace.models().models().isEmpty();
            workspace.models().promotions().prepare();
            return some;
        } catch (StoreException closed) {
            // The panel reads them itself, and tells what is wrong; here the workspace may be gone already.
            LoggerFactory.getLogger(WindowBinding.class).debug("The models were not read ahead", closed);
            return false;
        }
    }

    private static OpenWorkspace open(Path folder) {
        Workbench workbench = Workbench.open(WorkspaceFolder.at(folder), Workbench.WINDOW, Tasks.onVirtualThreads());
        try {
            Door door = Door.open(workbench.workspace(), Optional.of(new PictureBinding()));
            return new Opened(workbench, Optional.of(door), Optional.of(door));
        } catch (IOException noSocket) {
            workbench.close();
            throw new StoreException(StoreException.Kind.UNUSABLE,
                    Texts.get("store.folder.cannotLock", folder.toString(), noSocket.toString()), noSocket);
        }
    }

    /// A workspace for the window. The one the program started with is closed by whoever started it, but only after
    /// the window has ended; so it is closed here too, which then finds nothing left to do.
    private static final class Opened implements OpenWorkspace {
        private final Workbench workbench;
        private final Optional<Door> door;
        private final Optional<Door> ownDoor;
        private final WorkspaceLog log;
        private final CompletableFuture<Boolean> read = new CompletableFuture<>();
        private volatile boolean closed;

        Opened(Workbench workbench, Optional<Door> door, Optional<Door> ownDoor) {
            this.workbench = workbench;
            this.door = door;
            this.ownDoor = ownDoor;
            this.log = WorkspaceLog.open(workbench.workspace().database().folder().path());
        }

        @Override
        public Workspace workspace() {
            return workbench.workspace();
        }

        @Override
        public CompletableFuture<Boolean> modelsRead() {
            return read;
        }

        @Override
        public void whenHandedPaths(Consumer<List<Path>> receiver) {
            door.ifPresent(open -> open.onOpen(receiver));
        }

        @Override
        public void close() {
            closed = true;
            ownDoor.or(() -> door).ifPresent(Door::close);
            try {
                workbench.close();
            } finally {
                log.close();
            }
        }
    }
}
