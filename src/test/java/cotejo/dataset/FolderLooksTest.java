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

    @Test
    void aPercentSignInAKeyMayStandForItself() throws IOException {
        part("rate=50%/part-0.csv", "a,b\n1,2\n");
        part("rate=a%2Fb/part-0.csv", "a,b\n3,4\n");
        try (Dataset dataset = Datasets.open(folder, cotejo.work.Cancel.never())) {
            org.junit.jupiter.api.Assertions.assertEquals("[[1, 2, 50%], [3, 4, a/b]]",
                    dataset.rows(0, 9, new int[]{0, 1, 2}, cotejo.work.Cancel.never()).cells().stream()
                            .map(row -> row.stream().map(Value::plain).toList()).toList().toString());
        }
    }
}
