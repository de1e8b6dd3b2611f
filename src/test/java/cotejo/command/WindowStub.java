package cotejo.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// The program with a window that shows nothing: it notes in `opened.txt` of the current folder what it was asked to
/// open, and closes when it is asked to open a path that ends with `close`.
final class WindowStub {

    private WindowStub() {
    }

    public static void main(String[] args) {
        System.setProperty("glass.platform", "Headless");
        System.exit(Terminal.run(List.of(args), new Front(Optional.of(WindowStub::show), Optional.empty())));
    }

    private static int show(WindowRequest request) {
        CountDownLatch closed = new CountDownLatch(1);
        note("window");
        request.paths().forEach(path -> note("own " + path));
        request.door().onOpen(paths -> {
            paths.forEach(path -> note("handed " + path));
            if (paths.stream().anyMatch(path -> path.endsWith("close"))) {
                closed.countDown();
            }
        });
        try {
            closed.await();
        } catch (InterruptedException early) {
            new PrintStream(System.err, true, StandardCharsets.UTF_8).println(early);
        }
        return Exit.DONE;
    }

    private static synchronized void note(String line) {
        try {
            Files.writeString(Path.of("opened.txt"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
