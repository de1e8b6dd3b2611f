package cotejo.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cotejo.dataset.profile.Drift;
import cotejo.dataset.profile.DriftShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two files of known difference: `label` lost one of its two categories and got another, `n` stayed as it was.
class DriftViewModelTest {

    @TempDir
    Path folder;
    private DatasetBench bench;
    private Path before;
    private Path after;

    @BeforeEach
    void write() throws Exception {
        before = folder.resolve("before.csv");
        after = folder.resolve("after.csv");
        StringBuilder first = new StringBuilder("n,label,gone\n");
        StringBuilder second = new StringBuilder("label,n,new\n");
        for (int i = 0; i < 200; i++) {
            first.append(i).append(i % 2 == 0 ? ",x" : ",y").append(",1\n");
            second.append(i % 2 == 0 ? "x," : "z,").append(i).append(",1\n");
        }
        Files.writeString(before, first);
        Files.writeString(after, second);
        bench = new DatasetBench(folder.resolve("workspace"), before);
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private DriftViewModel compared(Path one, Path two) {
        DriftViewModel model = new DriftViewModel(one, two, bench.open.context());
        model.start();
        return model;
    }

    @Test
    void theColumnThatMovedMostComesFirst() {
        try (DriftViewModel model = compared(before, after)) {
            assertEquals(List.of("label", "n"), model.columns().get().stream().map(Drift.ColumnDrift::name).toList());
        }
    }

    @Test
    void whatIsInOneOnlyIsToldOfTheSchema() {
        try (DriftViewModel model = compared(before, after)) {
            DriftViewModel.State.Open open = assertInstanceOf(DriftViewModel.State.Open.class, model.state().get());
            assertEquals(List.of("1 column added: new", "1 column removed: gone",
                    "2 columns in another order: label, n"),
                    DriftWords.schema(open.before(), open.after(), open.schema()));
        }
    }

    @Test
    void bothAreCountedInTheSameCategories() {
        try (DriftViewModel model = compared(before, after)) {
            DriftShape.Words words = assertInstanceOf(DriftShape.Words.class,
                    model.columns().get().getFirst().shape());
            assertEquals(List.of("x 100 100", "y 100 0", "z 0 100"), List.of(line(words, 0), line(words, 1),
                    line(words, 2)));
        }
    }

    private static String line(DriftShape.Words words, int i) {
        return words.names().get(i) + " " + words.before()[i] + " " + words.after()[i];
    }

    @Test
    void aFileBesideItselfHasNotMoved() {
        try (DriftViewModel model = compared(before, before)) {
            assertEquals(0, model.columns().get().getFirst().weight());
        }
    }

    @Test
    void aFileThatIsGoneIsToldInASentence() throws Exception {
        Files.delete(after);
        try (DriftViewModel model = compared(before, after)) {
            assertEquals(new DriftViewModel.State.Failed(after + " does not exist. Check the path."),
                    model.state().get());
        }
    }

    @Test
    void whatIsStoppedIsNoLongerUnderWay() {
        bench.hold();
        try (DriftViewModel model = compared(before, after)) {
            model.stop();
            bench.letGo();
            assertEquals(RowsViewModel.IDLE, model.share().get());
        }
    }

    @Test
    void aDriftedColumnIsGradedByTheUsualBoundsOfTheIndex() {
        try (DriftViewModel model = compared(before, after)) {
            assertEquals(List.of(DriftWords.Grade.MUCH, DriftWords.Grade.LITTLE),
                    model.columns().get().stream().map(DriftWords::grade).toList());
        }
    }
}
