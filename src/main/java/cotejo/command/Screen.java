package cotejo.command;

import java.io.Console;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What there is to show things on.
final class Screen {

    private static final int TIMES = 4;
    private static final long PAUSE_NANOS = 150_000_000L;

    private Screen() {
    }

    /// Whether standard error is watched by somebody.
    static Session.Screen ofStandardError(String osName) {
        if (osName.toLowerCase(Locale.ROOT).contains("linux")) {
            try {
                String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") ? Session.Screen.TERMINAL
                        : Session.Screen.PIPE;
            } catch (IOException unknown) {
                return Session.Screen.PIPE;
            }
        }
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent() ? Session.Screen.TERMINAL
                : Session.Screen.PIPE;
    }

    /// Whether a window can be shown at all. On Linux JavaFX needs GTK 3 and an X server that answers (XWayland is
    /// one); both are asked before the toolkit is, because a toolkit that failed to start does not start again.
    @SuppressWarnings("restricted")
    static boolean canShowWindows(Map<String, String> environment, String osName) {
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        if (headless || !osName.toLowerCase(Locale.ROOT).contains("linux")) {
            return true;
        }
        @Nullable String display = environment.get("DISPLAY");
        if (display == null || display.isBlank()) {
            return false;
        }
        try {
            SymbolLookup.libraryLookup("libgtk-3.so.0", Arena.global());
            Path sockets = Path.of("/tmp/.X11-unix");
            return asked(() -> XServer.letsUsIn(environment, sockets)
                            || answers(SymbolLookup.libraryLookup("libX11.so.6", Arena.global())),
                    () -> XServer.isHere(environment, sockets));
        } catch (IllegalArgumentException missing) {
            return false;
        }
    }

    /// Asks until the answer is yes. A server of this machine that has just lost its last window begins anew, and turns
    /// everybody away for a moment.
    ///
    /// @param here whether there is somebody to be asked again
    static boolean asked(BooleanSupplier question, BooleanSupplier here) {
        for (int time = 1; time < TIMES; time++) {
            if (question.getAsBoolean()) {
                return true;
            }
            if (!here.getAsBoolean()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return question.getAsBoolean();
    }

    /// `XOpenDisplay(NULL)` gives a display to be closed, or NULL.
    @SuppressWarnings("restricted")
    private static boolean answers(SymbolLookup x11) {
        Linker linker = Linker.nativeLinker();
        try {
            MemorySegment display = (MemorySegment) linker.downcallHandle(x11.find("XOpenDisplay").orElseThrow(),
                    FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS)).invokeExact(MemorySegment.NULL);
            if (display.equals(MemorySegment.NULL)) {
                return false;
            }
            int closed = (int) linker.downcallHandle(x11.find("XCloseDisplay").orElseThrow(),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS)).invokeExact(display);
            return closed == 0;
        } catch (Throwable failure) {
            org.slf4j.LoggerFactory.getLogger(Screen.class).debug("the display could not be asked", failure);
            return false;
        }
    }
}
