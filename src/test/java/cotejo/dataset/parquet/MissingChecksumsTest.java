package cotejo.dataset.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.Oddity;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// pyarrow wrote the file without page checksums, as it does unless told otherwise.
class MissingChecksumsTest {

    @Test
    void thatPagesHaveNoChecksumsIsSaidOnceTheyWereRead() throws IOException {
        Path file = Path.of("sample-data/digits-and-more/data/breast_cancer.parquet");
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            dataset.rows(0, 5, new int[] {0, 1}, Cancel.never());
            assertEquals(List.of("checksums"), dataset.oddities().stream().map(Oddity::kind).toList());
        }
    }
}
