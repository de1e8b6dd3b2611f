package cotejo.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a name typed without an ending becomes.
final class ChoosersTest {

    @TempDir
    private Path folder;

    @Test
    void aNameWithoutAnEndingGetsTheFirst() {
        assertEquals(folder.resolve("figure.pdf"), Choosers.ended(folder.resolve("figure"), List.of("pdf", "svg")));
        assertEquals(folder.resolve("figure.svg"), Choosers.ended(folder.resolve("figure.svg"), List.of("pdf")));
        assertEquals(folder.resolve("figure"), Choosers.ended(folder.resolve("figure"), List.of()));
    }

    @Test
    void aFileThatIsThereIsNotWrittenOverUnasked() throws IOException {
        Files.writeString(folder.resolve("figure.pdf"), "kept");
        assertEquals(folder.resolve("figure"), Choosers.ended(folder.resolve("figure"), List.of("pdf")));
    }
}
