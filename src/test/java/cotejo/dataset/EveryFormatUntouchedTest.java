package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cotejo.dataset.profile.ColumnProfile;
import cotejo.dataset.profile.Drift;
import cotejo.dataset.profile.Profiles;
import cotejo.dataset.view.DataView;
import cotejo.dataset.view.WhereReader;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows, profiles, filters and drift of a file or a folder of parts leave its bytes, its times and what lies
/// beside it as they were, whatever its format is.
class EveryFormatUntouchedTest {

    private static final FileTime THEN = FileTime.from(Instant.parse("2024-02-29T12:00:00Z"));

    @TempDir
    Path folder;

    private static final class Kept implements Profiles.Found {
        private int columns;

        @Override
        public void profile(ColumnProfile profile) {
            columns++;
        }

        @Override
        public void failed(Leaf leaf, UnreadableData why) {
            throw new AssertionError(leaf.path(), why);
        }
    }

    /// Copies a file or a folder and makes all of it old.
    private Path copied(Path original) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path copy = data.resolve(original.getFileName());
        try (Stream<Path> parts = Files.walk(original)) {
            for (Path part : parts.toList()) {
                Files.copy(part, copy.resolve(original.relativize(part).toString()));
            }
        }
        try (Stream<Path> parts = Files.walk(data)) {
            for (Path part : parts.sorted(Comparator.reverseOrder()).toList()) {
                Files.setLastModifiedTime(part, THEN);
            }
        }
        return copy;
    }

    /// All that is in the folder: when each was changed, and what it holds.
    private Map<String, String> state() throws IOException {
        Map<String, String> state = new TreeMap<>();
        try (Stream<Path> parts = Files.walk(folder.resolve("data"))) {
            for (Path part : parts.toList()) {
                state.put(part.toString(), Files.getLastModifiedTime(part)
                        + (Files.isDirectory(part) ? "" : " " + HexFormat.of().formatHex(Files.readAllBytes(part))));
            }
        }
        return state;
    }

    private static void use(Path file) throws IOException {
        try (Dataset dataset = Datasets.open(file, Cancel.never());
                Dataset other = Datasets.open(file, Cancel.never())) {
            int[] columns = IntStream.range(0, dataset.columns().size()).toArray();
            assertEquals(Math.min(50, dataset.countRows(Cancel.never())),
                    dataset.rows(0, 50, columns, Cancel.never()).count());
            dataset.facts(Cancel.never());
            List<Leaf> leaves = Leaf.of(dataset.columns());
            Kept kept = new Kept();
            leaves.forEach(leaf -> Profiles.footer(dataset, leaf));
            Profiles.sample(dataset, leaves, 100, kept, Cancel.never());
            Profiles.scan(dataset, leaves, kept, Progress.NONE, Cancel.never());
            assertEquals(2 * leaves.size(), kept.columns);
            String name = dataset.columns().getFirst().name();
            DataView.of(dataset, WhereReader.read(dataset.columns(), "`" + name + "` is not null"), List.of(),
                    Progress.NONE, Cancel.never()).rows(0, 50, columns, Cancel.never());
            Drift.columns(dataset, other, Progress.NONE, Cancel.never());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"parquet/page_index.parquet", "csv/plain.csv", "csv/plain.csv.gz", "csv/tabs.tsv",
        "other/rows.jsonl", "other/records.json", "other/rows_deflate.avro", "other/all_types.feather",
        "other/stream.arrows", "other/uncompressed.arrow", "other/structured.npy", "other/arrays.npz",
        "parquet/hive"})
    void nothingOfItChanges(String name) throws IOException {
        Path original = DatasetCorpus.ROOT.resolve("datasets").resolve(name);
        assumeTrue(Files.exists(original), "no corpus beside the project");
        Path copy = copied(original);
        Map<String, String> before = state();
        use(copy);
        assertEquals(before, state());
    }
}
