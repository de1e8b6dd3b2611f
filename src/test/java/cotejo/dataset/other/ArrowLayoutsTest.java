package cotejo.dataset.other;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.Value;
import cotejo.work.Cancel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// List views, runs and intervals, as pyarrow 25 wrote them and reads them.
final class ArrowLayoutsTest {

    @TempDir
    private Path folder;

    @Test
    void theNewerLayoutsAreRead() throws IOException {
        Path file = folder.resolve("layouts.arrow");
        try (InputStream in = ArrowLayoutsTest.class.getResourceAsStream("/cotejo/dataset/layouts.arrow")) {
            Files.copy(Objects.requireNonNull(in), file);
        }
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            assertEquals(List.of("list<int32>", "list<string>", "string", "float64", "interval"),
                    dataset.columns().stream().map(field -> field.type().label()).toList());
            assertEquals(List.of("[1,2] [\"a\"] x 1.5 P1M2DT0.000000003S", " [] x 2.5 ",
                    "[]   2.5 P-1M-2DT-0.000000003S",
                    "[3,null] [\"b\",\"c\"] y 2.5 PT1M30S"),
                    dataset.rows(0, 9, IntStream.range(0, 5).toArray(), Cancel.never()).cells().stream()
                            .map(row -> String.join(" ", row.stream().map(Value::plain).toList())).toList());
        }
    }
}
