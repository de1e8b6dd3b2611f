package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.dataset.profile.Drift;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How far two datasets are apart.
class DriftTest {

    @TempDir
    Path folder;

    @Test
    void theDistanceIsScipysStatistic() {
        assertEquals(KS, Drift.ks(new double[]{1, 2, 3, 4, 5, 6, 7, 8}, new double[]{2.5, 2.5, 5, 9, 9}), 1e-12);
    }

    /// `scipy.stats.ks_2samp([1,2,3,4,5,6,7,8], [2.5,2.5,5,9,9]).statistic`
    private static final double KS = 0.4;

    @Test
    void columnsThatMovedMostComeFirstAndCategoriesAreNamed() throws IOException {
        Path a = folder.resolve("a.csv");
        Path b = folder.resolve("b.csv");
        StringBuilder first = new StringBuilder("n,label,gone\n");
        StringBuilder second = new StringBuilder("label,n,new\n");
        for (int i = 0; i < 200; i++) {
            first.append(i).append(i % 2 == 0 ? ",x" : ",y").append(",1\n");
            second.append(i % 2 == 0 ? "x," : "z,").append(i).append(",1\n");
        }
        Files.writeString(a, first);
        Files.writeString(b, second);
        try (Dataset before = Datasets.open(a, Cancel.never()); Dataset after = Datasets.open(b, Cancel.never())) {
            assertEquals(new Drift.SchemaDiff(List.of("new"), List.of("gone"), List.of(), List.of("label", "n")),
                    Drift.schema(before.columns(), after.columns()));
            List<Drift.ColumnDrift> drifts = Drift.columns(before, after, Progress.NONE, Cancel.never());
            assertEquals("label", drifts.getFirst().name());
            assertEquals(List.of("z"), drifts.getFirst().fresh());
            assertEquals(List.of("y"), drifts.getFirst().vanished());
            assertEquals(0, drifts.getLast().ks());
        }
    }
}
