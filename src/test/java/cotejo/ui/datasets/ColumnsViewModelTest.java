package cotejo.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.dataset.profile.ColumnProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnsViewModelTest {

    private static final int BMI = 2;

    @TempDir
    private Path folder;

    private DatasetBench bench(Path file) throws Exception {
        return new DatasetBench(folder.resolve("workspace"), file);
    }

    /// A table of whole numbers from 0, too long to be read as a whole without being asked.
    private Path table() throws Exception {
        return Files.writeString(folder.resolve("long.csv"), IntStream.range(0, 20_000)
                .mapToObj(i -> i + "," + i % 7).collect(Collectors.joining("\n", "n,seven\n", "\n")));
    }

    @Test
    void nothingIsKnownOfAColumnThatWasNotInSight() throws Exception {
        try (DatasetBench bench = bench(DatasetBench.DIABETES);
                ColumnsViewModel model = new ColumnsViewModel(bench.open, bench.state.dataset())) {
            model.seen(List.of(0));
            assertNull(model.profile(BMI));
        }
    }

    @Test
    void aSmallTableIsReadAsAWhole() throws Exception {
        try (DatasetBench bench = bench(DatasetBench.DIABETES);
                ColumnsViewModel model = new ColumnsViewModel(bench.open, bench.state.dataset())) {
            model.seen(List.of(BMI));
            assertEquals("from a full scan", ColumnFacts.source(model.profile(BMI)));
        }
    }

    @Test
    void aLongTableIsSampled() throws Exception {
        try (DatasetBench bench = bench(table());
                ColumnsViewModel model = new ColumnsViewModel(bench.open, bench.state.dataset())) {
            model.seen(List.of(0));
            assertEquals("from a sample of 10,000", ColumnFacts.source(model.profile(0)));
        }
    }

    @Test
    void allValuesOfACategoryAreThereToChooseFrom() throws Exception {
        Path file = Files.writeString(folder.resolve("names.csv"), IntStream.range(0, 3_000)
                .mapToObj(i -> "name " + i % 300 + "," + i).collect(Collectors.joining("\n", "who,n\n", "\n")));
        try (DatasetBench bench = bench(file);
                ColumnsViewModel model = new ColumnsViewModel(bench.open, bench.state.dataset())) {
            model.seen(List.of(0));
            assertEquals(300, model.profile(0).top().size());
            assertTrue(PickList.few(model.profile(0)));
        }
    }

    @Test
    void manyNumbersAreNothingToChooseFrom() throws Exception {
        try (DatasetBench bench = bench(table());
                ColumnsViewModel model = new ColumnsViewModel(bench.open, bench.state.dataset())) {
            model.seen(List.of(0, 1));
            assertEquals(List.of(false, true), List.of(PickList.few(model.profile(0)), PickList.few(model.profile(1))));
        }
    }

    @Test
    void aFullScanTakesThePlaceOfTheSample() throws Exception {
        try (DatasetBench bench = bench(table());
                ColumnsViewModel model = new ColumnsViewModel(bench.open, bench.state.dataset())) {
            model.seen(List.of(0));
            model.scan(List.of(0));
            assertEquals(20_000, model.profile(0).distinct());
        }
    }

    @Test
    void aSampleThatComesLateDoesNotTakeThePlaceOfAFullScan() throws Exception {
        try (DatasetBench bench = bench(table());
                ColumnsViewModel model = new ColumnsViewModel(bench.open, bench.state.dataset())) {
            bench.hold();
            model.scan(List.of(1));
            model.seen(List.of(1));
            bench.letGo();
            assertEquals(ColumnProfile.Source.SCAN, model.profile(1).source());
        }
    }

    @Test
    void whatTheFooterSaysStandsApart() throws Exception {
        try (DatasetBench bench = bench(DatasetBench.CANCER);
                ColumnsViewModel model = new ColumnsViewModel(bench.open, bench.state.dataset())) {
            model.seen(List.of(0));
            assertEquals("from the footer", ColumnFacts.source(model.footer(0)));
        }
    }

    @Test
    void aTextFileHasNoFooterToSpeakOf() throws Exception {
        try (DatasetBench bench = bench(DatasetBench.DIABETES);
                ColumnsViewModel model = new ColumnsViewModel(bench.open, bench.state.dataset())) {
            model.seen(List.of(BMI));
            assertNull(model.footer(BMI));
        }
    }

    @Test
    void aScanThatIsStoppedFindsNothing() throws Exception {
        try (DatasetBench bench = bench(table());
                ColumnsViewModel model = new ColumnsViewModel(bench.open, bench.state.dataset())) {
            bench.hold();
            model.scan(List.of(0));
            model.stop();
            bench.letGo();
            assertNull(model.profile(0));
        }
    }

    @Test
    void columnsAreFoundByAPartOfTheirName() throws Exception {
        try (DatasetBench bench = bench(DatasetBench.CANCER);
                ColumnsViewModel model = new ColumnsViewModel(bench.open, bench.state.dataset())) {
            assertEquals(List.of("mean radius", "radius error", "worst radius"),
                    model.named("RADIUS").stream().map(i -> model.leaves().get(i).path()).toList());
        }
    }

    @Test
    void aClickOnEachBarLeavesAsManyRowsAsItCounts() throws Exception {
        try (DatasetBench bench = bench(DatasetBench.CANCER);
                ColumnsViewModel columns = new ColumnsViewModel(bench.open, bench.state.dataset());
                RowsViewModel rows = new RowsViewModel(bench.open, bench.state)) {
            columns.seen(List.of(0));
            ColumnProfile.Histogram histogram = columns.profile(0).histogram();
            List<Long> left = IntStream.range(0, histogram.counts().length).mapToObj(bar -> {
                rows.where(WhereText.bin(columns.leaves().getFirst(), histogram, bar));
                return rows.shown().get().rows().rows();
            }).toList();
            assertEquals(Arrays.stream(histogram.counts()).boxed().toList(), left);
        }
    }

    @Test
    void anEstimateIsSaidToBeOne() throws Exception {
        String many = IntStream.range(0, 300_000).mapToObj(i -> "w" + i * 31L % 1_000_003)
                .collect(Collectors.joining("\n", "word\n", "\n"));
        try (DatasetBench bench = bench(Files.writeString(folder.resolve("words.csv"), many));
                ColumnsViewModel model = new ColumnsViewModel(bench.open, bench.state.dataset())) {
            model.scan(List.of(0));
            assertEquals(List.of("≈"), List.of(ColumnFacts.distinct(model.profile(0)).substring(0, 1)));
        }
    }
}
