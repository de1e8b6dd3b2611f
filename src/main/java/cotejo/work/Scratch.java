package cotejo.work;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/// Folders for what is needed for a moment only, such as a copy of a database that is being written to. Whoever makes
/// one removes it; what a killed program left behind is removed when the next one is made, once it is a day old.
public final class Scratch {

    private static final String PREFIX = "cotejo-scratch-";
    private static final long DAY_MILLIS = 24L * 60 * 60 * 1000;

    private Scratch() {
    }

    /// A new folder in the system's place for such things, for the owner alone where the system knows permissions.
    ///
    /// @throws IOException when it cannot be made
    public static Path folder() throws IOException {
        return folder(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static Path folder(Path place) throws IOException {
        Path fresh = Files.createTempDirectory(place, PREFIX + ProcessHandle.current().pid() + "-");
        try {
            sweep(place, fresh);
        } catch (IOException | RuntimeException untidy) {
            LoggerFactory.getLogger(Scratch.class).debug("Could not tidy {}", place, untidy);
        }
        return fresh;
    }

    private static void sweep(Path place, Path fresh) throws IOException {
        try (DirectoryStream<Path> old = Files.newDirectoryStream(place, PREFIX + "*-*")) {
            for (Path folder : old) {
                // One of somebody else could be exchanged for a link while it is being emptied.
                if (isLeft(folder) && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(fresh))) {
                    remove(folder);
                }
            }
        }
    }

    /// Whether its program is gone. Behind the wall of a container a program may run that cannot be seen, so only what
    /// is a day old counts.
    private static boolean isLeft(Path folder) throws IOException {
        String name = String.valueOf(folder.getFileName());
        String pid = name.substring(PREFIX.length(), name.indexOf('-', PREFIX.length()));
        return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && System.currentTimeMillis() - Files.getLastModifiedTime(folder).toMillis() > DAY_MILLIS;
    }

    /// Removes a folder with what is in it.
    ///
    /// @throws IOException when something cannot be removed
    public static void remove(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> below = Files.walk(folder)) {
            files = below.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
