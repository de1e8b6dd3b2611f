package cotejo.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableJoinTest {

    @TempDir
    Path folder;

    private TableJoin join(String left, String right) throws IOException {
        return join(Files.writeString(folder.resolve("left.csv"), left),
                Files.writeString(folder.resolve("right.csv"), right));
    }

    private static TableJoin join(Path left, Path right) throws IOException {
        try (Dataset first = Datasets.open(left, Cancel.never()); Dataset second = Datasets.open(right,
                Cancel.never())) {
            return TableJoin.of(first, second, Cancel.never());
        }
    }

    @Test
    void rowsFindEachOtherByTheFirstColumnWithoutDoubles() throws IOException {
        TableJoin join = join("fold,id,y\n1,a,0.1\n1,b,0.2\n2,c,0.3\n", "fold,id,y\n1,c,0.3\n1,a,0.5\n1,d,0.9\n");
        assertEquals("id", join.key());
        assertEquals(List.of("a", "b", "c", "d"), join.lines().stream().map(TableJoin.Line::key).toList());
        assertEquals(List.of("1", "0.5"), join.lines().getFirst().right());
        assertNull(join.lines().get(1).right());
        assertNull(join.lines().get(3).left());
    }

    @Test
    void withoutSuchAColumnTheNumberOfTheRowCounts() throws IOException {
        TableJoin join = join("x,y\n1,1\n1,1\n", "x,y\n1,1\n1,2\n");
        assertEquals("", join.key());
        assertEquals(1, join.differing());
        assertEquals("2", join.lines().get(1).key());
    }

    @Test
    void aColumnThatOneTableLacksIsEmptyThere() throws IOException {
        TableJoin join = join("id,y\na,1\nb,2\n", "id,z\na,7\nb,8\n");
        assertEquals(List.of("y", "z"), join.columns());
        assertEquals(List.of("1", ""), join.lines().getFirst().left());
        assertEquals(List.of("", "7"), join.lines().getFirst().right());
    }

    @Test
    void predictionsOfTwoRunsAreJoinedFromTheirParquetFiles() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Path.of("sample-data", "digits-and-more", "mlruns"))) {
            files = walk.filter(path -> path.endsWith("eval/predictions.parquet")).sorted().limit(2).toList();
        }
        TableJoin same = join(files.getFirst(), files.getFirst());
        assertEquals(0, same.differing());
        assertTrue(same.lines().size() > 100);
        assertFalse(join(files.get(0), files.get(1)).lines().isEmpty());
    }
}
