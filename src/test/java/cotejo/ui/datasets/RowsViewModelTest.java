package cotejo.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Expected rows of the diabetes table were counted with Python's csv module.
class RowsViewModelTest {

    private static final int SEX = 1;
    private static final int TARGET = 10;

    private DatasetBench bench;
    private RowsViewModel model;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        bench = new DatasetBench(folder, DatasetBench.DIABETES);
        model = new RowsViewModel(bench.open, bench.state);
    }

    @AfterEach
    void close() throws Exception {
        model.close();
        bench.close();
    }

    private List<String> targets(int count) throws IOException {
        return model.shown().get().rows().read(0, count, new int[] {TARGET}, Cancel.never()).cells().stream()
                .map(row -> row.getFirst().plain()).toList();
    }

    @Test
    void aConditionLeavesTheRowsThatFulfilIt() {
        model.where("bmi > 0");
        assertEquals(195, model.shown().get().rows().rows());
    }

    @Test
    void itIsSaidHowManyRowsAreLeft() {
        model.where("bmi > 0");
        assertEquals("195 rows left (44.1 %)", model.left().get());
    }

    @Test
    void aMistakeIsSaidInASentence() {
        model.where("nothing > 0");
        assertEquals("There is no column nothing with one value a row. Names with blanks stand in backquotes.",
                model.mistake().get());
    }

    @Test
    void aMistakeLeavesTheRowsAsTheyWere() {
        model.where("bmi > 0");
        model.where("bmi >");
        assertEquals(195, model.shown().get().rows().rows());
    }

    @Test
    void anEmptyConditionShowsAllRowsAgain() {
        model.where("bmi > 0");
        model.where("");
        assertEquals(442, model.shown().get().rows().rows());
    }

    @Test
    void aClickOnAHeadSortsUp() throws Exception {
        model.sort(TARGET, RowsViewModel.Keys.ONLY);
        assertEquals(List.of("25.0", "31.0", "37.0"), targets(3));
    }

    @Test
    void theSecondClickSortsDown() throws Exception {
        model.sort(TARGET, RowsViewModel.Keys.ONLY);
        model.sort(TARGET, RowsViewModel.Keys.ONLY);
        assertEquals(List.of("346.0"), targets(1));
    }

    @Test
    void theThirdClickShowsTheOrderOfTheFile() throws Exception {
        for (int i = 0; i < 3; i++) {
            model.sort(TARGET, RowsViewModel.Keys.ONLY);
        }
        assertEquals(List.of("151.0", "75.0"), targets(2));
    }

    @Test
    void aSecondKeySortsAmongEquals() throws Exception {
        model.sort(SEX, RowsViewModel.Keys.ONLY);
        model.sort(TARGET, RowsViewModel.Keys.ADDED);
        model.sort(TARGET, RowsViewModel.Keys.ADDED);
        assertEquals(List.of("346.0", "317.0", "310.0"), targets(3));
    }

    @Test
    void headsShowTheirPlaceAmongTheKeys() {
        model.sort(SEX, RowsViewModel.Keys.ONLY);
        model.sort(TARGET, RowsViewModel.Keys.ADDED);
        assertEquals(List.of("▲1", "▲2", ""), List.of(model.mark(SEX), model.mark(TARGET), model.mark(0)));
    }

    @Test
    void rowsKeepTheirNumbersInTheFile() {
        model.sort(TARGET, RowsViewModel.Keys.ONLY);
        assertEquals(156, model.shown().get().rows().fileRow(0));
    }

    @Test
    void whatIsStoppedLeavesTheRowsAsTheyWere() {
        bench.hold();
        model.where("bmi > 0");
        model.stop();
        bench.letGo();
        assertEquals(442, model.shown().get().rows().rows());
    }

    @Test
    void whatIsStoppedIsNoLongerAskedFor() {
        bench.hold();
        model.sort(TARGET, RowsViewModel.Keys.ONLY);
        model.stop();
        assertEquals("", model.mark(TARGET));
    }

    @Test
    void theNewestConditionWins() {
        bench.hold();
        model.where("bmi > 0");
        model.where("bmi > 0.17");
        bench.letGo();
        assertEquals(1, model.shown().get().rows().rows());
    }

    @Test
    void narrowingKeepsWhatIsAskedAlready() {
        model.where("bmi > 0");
        model.narrow("bmi > 0.17");
        assertEquals("bmi > 0 and bmi > 0.17", model.asked().get().where());
    }

    @Test
    void nothingIsUnderWayAfterwards() {
        model.where("bmi > 0");
        assertTrue(model.share().get() == RowsViewModel.IDLE);
    }

    /// Rows 1 and 3 of the file are the first two with a bmi above 0.
    @Test
    void aRowOfTheFileIsFoundAmongThoseLeft() {
        model.where("bmi > 0");
        assertEquals(OptionalLong.of(1), model.place("3"));
    }

    @Test
    void aRowOfTheFileIsFoundWhereItWasSorted() {
        model.sort(TARGET, RowsViewModel.Keys.ONLY);
        assertEquals(OptionalLong.of(0), model.place("157"));
    }

    @Test
    void itIsSaidThatARowIsNotAmongThoseShown() {
        model.where("bmi > 0");
        assertEquals(OptionalLong.empty(), model.place("2"));
        assertEquals("Row 2 of the file is not among the rows shown.", model.mistake().get());
    }

    @Test
    void itIsSaidWhichRowsThereAre() {
        assertEquals(OptionalLong.empty(), model.place("443"));
        assertEquals("The file has rows 1 to 442.", model.mistake().get());
    }
}
