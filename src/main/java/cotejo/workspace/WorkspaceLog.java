package cotejo.workspace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.temporal.ChronoUnit;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The log that a window keeps in its workspace: warnings and errors, in `logs/cotejo.log`. When that has a mebibyte it
/// becomes `logs/cotejo.log.1`, in the place of the one before, so that both together never take more than two.
///
/// What was imported does not get into it: of a failure it keeps the class and the places in the program, and the
/// message only where that can name nothing but a file; of other people's code it keeps who spoke, not what was said.
public final class WorkspaceLog extends Handler {

    /// Bytes after which a new file begins.
    static final long LIMIT = 1 << 20;

    private static final int END = 64 << 10;
    private static final int MESSAGE = 1000;
    private static final int CAUSES = 8;
    private static final int FRAMES = 40;
    private static final String OURS = "cotejo.";

    private final Path file;
    private @Nullable OutputStream out;
    private long size;

    private WorkspaceLog(Path file) {
        this.file = file;
        setLevel(Level.WARNING);
    }

    /// Begins to log into the workspace in a folder; [#close] ends it.
    public static WorkspaceLog open(Path workspace) {
        WorkspaceLog log = new WorkspaceLog(fileIn(workspace));
        Logger.getLogger("").addHandler(log);
        return log;
    }

    /// Where the log of the workspace in a folder lies, once something has been logged.
    public static Path fileIn(Path workspace) {
        return workspace.resolve("logs").resolve("cotejo.log");
    }

    /// The last lines of the log of the workspace in a folder, at most 64 KiB; empty when there is none. Reads a file.
    public static String end(Path workspace) {
        try (SeekableByteChannel channel = Files.newByteChannel(fileIn(workspace))) {
            boolean whole = channel.size() <= END;
            channel.position(Math.max(0, channel.size() - END));
            ByteBuffer bytes = ByteBuffer.allocate(END);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Until the buffer is full or the file ends.
            }
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            return whole ? text : text.substring(text.indexOf('\n') + 1);
        } catch (IOException none) {
            return "";
        }
    }

    /// Never throws: who logs has trouble enough.
    @Override
    public synchronized void publish(LogRecord entry) {
        if (!isLoggable(entry)) {
            return;
        }
        try {
            byte[] text = text(entry).getBytes(StandardCharsets.UTF_8);
            OutputStream to = room(text.length);
            to.write(text);
            to.flush();
            size += text.length;
        } catch (IOException unwritable) {
            reportError(null, unwritable, ErrorManager.WRITE_FAILURE);
        }
    }

    private OutputStream room(int bytes) throws IOException {
        OutputStream to = out == null ? append() : out;
        if (size > 0 && size + bytes > LIMIT) {
            to.close();
            out = null;
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            to = append();
        }
        out = to;
        return to;
    }

    private OutputStream append() throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        OutputStream to = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        size = Files.size(file);
        return to;
    }

    private static String text(LogRecord entry) {
        String who = String.valueOf(entry.getLoggerName());
        StringBuilder text = new StringBuilder();
        text.append(entry.getInstant().truncatedTo(ChronoUnit.MILLIS)).append(' ').append(entry.getLevel().getName())
                .append(' ').append(who);
        if (who.startsWith(OURS)) {
            text.append(": ").append(plain(String.valueOf(entry.getMessage())));
        }
        text.append('\n');
        @Nullable Throwable cause = entry.getThrown();
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            text.append("  ").append(cause.getClass().getName()).append(safeWords(cause)).append('\n');
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                text.append("    at ").append(frames[i]).append('\n');
            }
            cause = cause.getCause();
        }
        return text.toString();
    }

    /// What a failure says that cannot hold a value of anybody's data.
    private static String safeWords(Throwable failure) {
        return switch (failure) {
            case FileSystemException named -> ": " + plain(String.valueOf(named.getMessage()));
            case Throwable _ -> "";
        };
    }

    /// On one line, and no longer than a line should be.
    private static String plain(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]", " ");
        return line.length() <= MESSAGE ? line : line.substring(0, MESSAGE) + "…";
    }

    @Override
    public void flush() {
        // Every entry is written when it comes.
    }

    @Override
    public synchronized void close() {
        Logger.getLogger("").removeHandler(this);
        try (@Nullable OutputStream closing = out) {
            out = null;
        } catch (IOException unwritable) {
            reportError(null, unwritable, ErrorManager.CLOSE_FAILURE);
        }
    }
}
