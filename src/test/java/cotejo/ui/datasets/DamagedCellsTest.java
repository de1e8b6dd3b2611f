package cotejo.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.FileFacts;
import cotejo.dataset.Value;
import cotejo.dataset.view.Conversion;
import cotejo.dataset.view.DataView;
import cotejo.ui.grid.GridSource;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A table written as Parquet, every page with its checksum, in which one byte of each column was altered afterwards.
class DamagedCellsTest {

    @TempDir
    private Path folder;

    private Path damaged() throws Exception {
        Path text = Files.writeString(folder.resolve("t.csv"), "a,b\n" + "1,one\n2,two\n".repeat(50));
        Path file = folder.resolve("t.parquet");
        try (Dataset table = Datasets.open(text, Cancel.never())) {
            Conversion.toParquet(table, DataView.all(table), new int[] {0, 1}, file, Progress.NONE, Cancel.never());
        }
        byte[] bytes = Files.readAllBytes(file);
        try (Dataset table = Datasets.open(file, Cancel.never())) {
            for (FileFacts.Chunk chunk : table.facts(Cancel.never()).rowGroups().getFirst().chunks()) {
                bytes[(int) (chunk.offset() + chunk.compressed() - 2)] ^= 1;
            }
        }
        return Files.write(file, bytes);
    }

    @Test
    void cellsOfADamagedPageSayThatTheyCannotBeRead() throws Exception {
        try (DatasetBench bench = new DatasetBench(folder.resolve("w"), damaged())) {
            RowSource rows = bench.state.rows();
            rows.seen(0, 10, List.of(0));
            Value.Unreadable value = assertInstanceOf(Value.Unreadable.class, rows.value(99, 1));
            assertEquals(GridSource.Look.DAMAGED, rows.cell(0, 0).look());
            assertTrue(value.why().contains("t.parquet") && value.why().contains("checksum"), value.why());
        }
    }
}
