package cotejo.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a killed program leaves in the place for temporary files goes; what may still be in use stays.
final class ScratchTest {

    /// No system gives a program so high a number.
    private static final String GONE = "999999999999";

    @TempDir
    private Path place;

    private Path left(String name, long days) throws IOException {
        Path folder = Files.createDirectory(place.resolve(name));
        Files.writeString(folder.resolve("copy.db"), "data");
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(days, ChronoUnit.DAYS)));
        return folder;
    }

    @Test
    void whatAKilledProgramLeftGoesADayLater() throws IOException {
        Path old = left("cotejo-scratch-" + GONE + "-1", 2);
        Path today = left("cotejo-scratch-" + GONE + "-2", 0);
        Path running = left("cotejo-scratch-" + ProcessHandle.current().pid() + "-3", 2);
        Path other = left("cotejo-scratch-notes-4", 2);
        Path fresh = Scratch.folder(place);
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(today.resolve("copy.db")));
        assertTrue(Files.exists(running.resolve("copy.db")));
        assertTrue(Files.exists(other.resolve("copy.db")));
        assertTrue(Files.isDirectory(fresh));
    }

    @Test
    void whatALinkLeadsToStays() throws IOException {
        Path kept = Files.writeString(Files.createDirectory(place.resolve("kept")).resolve("a.txt"), "a");
        Path old = left("cotejo-scratch-" + GONE + "-1", 0);
        Files.createSymbolicLink(old.resolve("link"), kept.getParent());
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(2, ChronoUnit.DAYS)));
        Scratch.remove(Scratch.folder(place));
        assertFalse(Files.exists(old));
        assertEquals("a", Files.readString(kept));
    }
}
