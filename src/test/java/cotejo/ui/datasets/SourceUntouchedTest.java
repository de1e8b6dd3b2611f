package cotejo.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.work.Cancel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is looked at in a file, and however, the file and its folder stay as they were.
class SourceUntouchedTest {

    private static final FileTime THEN = FileTime.from(Instant.parse("2024-02-29T12:00:00Z"));

    @TempDir
    Path folder;

    static List<Path> files() {
        return List.of(DatasetBench.DIABETES, DatasetBench.CANCER);
    }

    private Path browsed(Path original) throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path file = Files.copy(original, data.resolve(original.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(file, THEN);
        try (DatasetBench bench = new DatasetBench(folder.resolve("workspace"), file);
                RowsViewModel rows = new RowsViewModel(bench.open, bench.state);
                ColumnsViewModel columns = new ColumnsViewModel(bench.open, bench.state.dataset())) {
            rows.shown().get().rows().read(0, 100, new int[] {0, 1}, Cancel.never());
            rows.where("target > 0");
            rows.sort(0, RowsViewModel.Keys.ONLY);
            columns.seen(List.of(0, 1, 2));
            columns.scan(List.of(0, 1));
            bench.open.wantFacts();
        }
        return file;
    }

    @ParameterizedTest
    @MethodSource("files")
    void itHasTheSameBytes(Path original) throws Exception {
        assertArrayEquals(Files.readAllBytes(original), Files.readAllBytes(browsed(original)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void itHasTheSameTime(Path original) throws Exception {
        assertEquals(THEN, Files.getLastModifiedTime(browsed(original)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void nothingIsWrittenBesideIt(Path original) throws Exception {
        try (Stream<Path> beside = Files.list(browsed(original).getParent())) {
            assertEquals(1, beside.count());
        }
    }
}
