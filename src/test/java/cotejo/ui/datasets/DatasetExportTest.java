package cotejo.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.view.DataView;
import cotejo.work.Cancel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetExportTest {

    @TempDir
    private Path folder;
    private DatasetBench bench;
    private DatasetExport export;

    @BeforeEach
    void open() throws Exception {
        bench = new DatasetBench(folder.resolve("workspace"), DatasetBench.DIABETES);
        export = new DatasetExport(bench.open, bench.state.dataset());
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private DataView filtered() {
        try (RowsViewModel rows = new RowsViewModel(bench.open, bench.state)) {
            rows.where("target > 320");
            rows.sort(10, RowsViewModel.Keys.ONLY);
            return rows.shown().get().view();
        }
    }

    @Test
    void csvHasTheRowsAndColumnsOfTheView() throws Exception {
        bench.answer = folder.resolve("some.csv");
        export.csv(filtered(), new int[] {10});
        assertEquals("target\n321\n332\n336\n341\n346\n", Files.readString(bench.answer));
    }

    /// What some of the rows take is no measure of what the file would.
    @Test
    void aFilteredViewAsParquetIsNotComparedWithTheFile() throws Exception {
        Path out = folder.resolve("some.parquet");
        String said = export.converted(filtered(), new int[] {10}, out, cotejo.work.Progress.NONE, Cancel.never());
        assertTrue(said.startsWith("some.parquet written: 5 rows, "), said);
    }

    @Test
    void parquetHasAllRows() throws Exception {
        bench.answer = folder.resolve("all.parquet");
        export.convert();
        try (Dataset written = Datasets.open(bench.answer, Cancel.never())) {
            assertEquals(442, written.countRows(Cancel.never()));
        }
    }

    @Test
    void itIsSaidWhatConvertingWasWorth() {
        bench.answer = folder.resolve("all.parquet");
        export.convert();
        assertTrue(bench.told.all.getLast().matches("all\\.parquet has 442 rows: .* became .*"
                + "Reading the first column took \\d+ ms before and takes \\d+ ms now\\."), bench.told.all.getLast());
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsNamedAsThat() {
        bench.answer = folder.resolve("nowhere").resolve("some.csv");
        export.csv(filtered(), new int[] {10});
        assertTrue(bench.told.all.getLast().startsWith(bench.answer + " cannot be written: "),
                bench.told.all.getLast());
    }

    @Test
    void theFileThatIsReadIsNeverWrittenTo() throws Exception {
        Path copy = Files.copy(DatasetBench.DIABETES, folder.resolve("copy.csv"));
        try (DatasetBench own = new DatasetBench(folder.resolve("other"), copy)) {
            own.answer = copy;
            new DatasetExport(own.open, own.state.dataset()).csv(DataView.all(own.state.dataset()), new int[] {0});
        }
        assertEquals(-1, Files.mismatch(DatasetBench.DIABETES, copy));
    }
}
