package cotejo.dataset.other;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.Field;
import cotejo.dataset.Oddity;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys of JSON lines that the first rows do not have.
final class JsonKeysTest {

    @TempDir
    private Path folder;

    private Path file(int rows) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            text.append("{\"n\": ").append(i).append(", \"pad\": \"").append("x".repeat(80)).append("\"}\n");
        }
        return Files.writeString(folder.resolve("late.jsonl"), text + "{\"n\": -1, \"late\": 7}\n");
    }

    @Test
    void aKeyWithinTheFirstMegabytesIsAColumn() throws IOException {
        try (Dataset dataset = Datasets.open(file(5000), Cancel.never())) {
            assertEquals(List.of("n", "pad", "late"), dataset.columns().stream().map(Field::name).toList());
        }
    }

    @Test
    void aKeyThatComesLaterIsTold() throws IOException {
        try (Dataset dataset = Datasets.open(file(40_000), Cancel.never())) {
            assertEquals(List.of("n", "pad"), dataset.columns().stream().map(Field::name).toList());
            dataset.rows(39_990, 11, new int[] {0, 1}, Cancel.never());
            List<Oddity> told = dataset.oddities().stream().filter(odd -> odd.kind().equals("key")).toList();
            assertEquals(1, told.size());
            assertTrue(told.getFirst().message().contains("late"), told.getFirst().message());
        }
    }
}
