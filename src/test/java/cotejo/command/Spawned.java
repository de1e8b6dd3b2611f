package cotejo.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// The program in a process of its own.
final class Spawned {

    private static final long PATIENCE_SECONDS = 120;
    /// Reading waits for as long as a process lives; the common pool of a small machine has one thread.
    private static final Executor OWN_THREADS = task -> Thread.ofVirtual().start(task);

    /// What a process left behind.
    record Ended(int exit, String out, String err) {
    }

    private final Process process;
    private final CompletableFuture<String> out;
    private final CompletableFuture<String> err;

    private Spawned(Process process) {
        this.process = process;
        this.out = CompletableFuture.supplyAsync(() -> read(process.inputReader(StandardCharsets.UTF_8)), OWN_THREADS);
        this.err = CompletableFuture.supplyAsync(() -> read(process.errorReader(StandardCharsets.UTF_8)), OWN_THREADS);
    }

    private static String read(java.io.Reader reader) {
        try (reader) {
            return reader.readAllAsString();
        } catch (IOException gone) {
            return "";
        }
    }

    /// Starts a main class, in a folder, with arguments.
    static Spawned start(Class<?> main, Path folder, String... args) throws IOException {
        return start(List.of(), main, folder, args);
    }

    /// Starts it where no file can become longer than so many bytes, rounded down to 512, as where a disk is full.
    static Spawned startCramped(long bytes, Class<?> main, Path folder, String... args) throws IOException {
        return start(List.of("sh", "-c", "ulimit -f " + bytes / 512 + "; exec \"$@\"", "sh"), main, folder, args);
    }

    private static Spawned start(List<String> within, Class<?> main, Path folder, String... args) throws IOException {
        List<String> command = new ArrayList<>(within);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx256m",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().put("LC_ALL", "C.UTF-8");
        return new Spawned(builder.start());
    }

    Process process() {
        return process;
    }

    boolean alive() {
        return process.isAlive();
    }

    Ended end() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the program did not end");
        }
        return new Ended(process.exitValue(), out.join(), err.join());
    }

    /// Sends SIGKILL: no hook runs.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Sends SIGINT, as Ctrl-C does.
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }
}
