package cotejo.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files in zip files are unpacked within bounds.
class ArtifactFilesTest {

    @TempDir
    private Path temp;

    private Path zip;

    @BeforeEach
    void threeFilesOfTenBytes() throws IOException {
        zip = temp.resolve("runs.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : new String[] {"run/a.txt", "run/model/b.txt", "run/model/c.txt"}) {
                out.putNextEntry(new ZipEntry(name));
                out.write((name.charAt(name.length() - 5) + "123456789").getBytes(
                        java.nio.charset.StandardCharsets.US_ASCII));
                out.closeEntry();
            }
        }
    }

    private String place() {
        return zip + "!/run";
    }

    @Test
    void whatWasAskedForLongestAgoMakesRoom() throws IOException {
        try (ArtifactFiles files = new ArtifactFiles(temp.resolve("unpacked"), 15)) {
            Path first = files.file(place(), "a.txt", Cancel.never());
            assertEquals("a123456789", Files.readString(first));
            Path second = files.file(place(), "model/b.txt", Cancel.never());
            assertFalse(Files.exists(first));
            assertEquals("b123456789", Files.readString(second));
        }
        assertFalse(Files.exists(temp.resolve("unpacked")));
    }

    @Test
    void aFolderIsThereAsAWholeHoweverLargeItIs() throws IOException {
        try (ArtifactFiles files = new ArtifactFiles(temp.resolve("unpacked"), 15)) {
            Path folder = files.file(place(), "model", Cancel.never());
            assertEquals("b123456789", Files.readString(folder.resolve("b.txt")));
            assertEquals("c123456789", Files.readString(folder.resolve("c.txt")));
        }
    }

    @Test
    void nothingOutsideTheFolderIsUnpacked() throws IOException {
        try (ArtifactFiles files = new ArtifactFiles(temp.resolve("unpacked"))) {
            IOException refused = assertThrows(IOException.class,
                    () -> files.file(place() + "/model", "../a.txt", Cancel.never()));
            assertTrue(String.valueOf(refused.getMessage()).contains("../a.txt"), refused.getMessage());
        }
    }
}
