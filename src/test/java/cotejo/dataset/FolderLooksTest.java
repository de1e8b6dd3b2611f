package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLooksTest {

    @TempDir
    private Path folder;

    private void part(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void partFilesBelowHiveKeysAreOneTable() throws IOException {
        part("year=2023/part-0.csv", "a,b\n1,2\n");
        part("year=2024/part-0.csv", "a,b\n3,4\n");
        part("_SUCCESS", "");
        assertTrue(Datasets.looksLikeOne(folder));
    }

    @Test
    void aFolderOfDifferentFilesIsNoTable() throws IOException {
        part("a.csv", "a,b\n1,2\n");
        part("notes.txt", "what I did");
        assertFalse(Datasets.looksLikeOne(folder));
    }

    @Test
    void anEmptyFolderIsNoTable() throws IOException {
        assertFalse(Datasets.looksLikeOne(folder));
    }
}
