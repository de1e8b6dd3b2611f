package cotejo.ui.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PathTextTest {

    @TempDir
    private Path folder;

    @Test
    void pathsAreReadAsFileManagersAndTerminalsWriteThem() throws Exception {
        Path runs = Files.createDirectory(folder.resolve("my runs"));
        assertEquals(List.of(runs), PathText.read(runs.toString()));
        assertEquals(List.of(runs), PathText.read("  \"" + runs + "\"\n"));
        assertEquals(List.of(runs), PathText.read("'" + runs + "'"));
        assertEquals(List.of(runs), PathText.read(runs.toUri().toString()));
        assertEquals(List.of(runs, folder), PathText.read(runs + "\r\n" + folder));
    }

    @Test
    void textThatIsNoPathNamesNothing() {
        assertEquals(List.of(), PathText.read("params.lr > 0.1"));
        assertEquals(List.of(), PathText.read("file:not an address"));
        assertEquals(List.of(), PathText.read(folder.resolve("gone").toString()));
        assertEquals(List.of(), PathText.read("\0\n\n"));
    }
}
