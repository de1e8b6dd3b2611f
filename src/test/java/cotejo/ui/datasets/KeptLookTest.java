package cotejo.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.settings.Settings;
import cotejo.settings.SettingsStore;
import cotejo.settings.TableLook;
import cotejo.ui.grid.GridColumns;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A table is looked at as it was before, for as long as it is the same table.
class KeptLookTest {

    private final SettingsStore settings = SettingsStore.inMemory(Settings.defaults());
    @TempDir
    Path folder;

    private KeptLook look(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            return new KeptLook(settings, file, dataset);
        }
    }

    private KeptLook look() throws IOException {
        return look("a.csv", "a,b c,d,e\n1,2,3,4\n5,6,7,8\n");
    }

    private RowsViewModel.Asked asked() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "a,b c,d,e\n1,2,3,4\n5,6,7,8\n");
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            return new RowsViewModel.Asked("d > 3", cotejo.dataset.view.WhereReader.order(dataset.columns(),
                    "`b c` desc, a"));
        }
    }

    @Test
    void aNewTableIsAsInItsFile() throws IOException {
        assertEquals(RowsViewModel.Asked.ALL, look().asked());
        assertEquals(GridColumns.all(4), look().columns());
        assertTrue(look().plain().get());
    }

    @Test
    void filterOrderAndColumnsAreThereAgain() throws IOException {
        GridColumns columns = new GridColumns(List.of(2, 0, 1), 1, Map.of(1, 88.0));
        KeptLook first = look();
        first.keep(asked());
        first.keep(columns);
        assertFalse(first.plain().get());
        KeptLook again = look();
        assertEquals(asked(), again.asked());
        assertEquals(columns, again.columns());
        assertFalse(again.plain().get());
    }

    @Test
    void aTableThatIsAsInItsFileAgainIsNotKept() throws IOException {
        KeptLook first = look();
        first.keep(asked());
        first.keep(RowsViewModel.Asked.ALL);
        assertEquals(List.of(), settings.get().tables());
    }

    @Test
    void moreRowsAreTheSameTableOtherColumnsAreNot() throws IOException {
        look().keep(asked());
        assertEquals("d > 3", look("a.csv", "a,b c,d,e\n1,2,3,4\n5,6,7,8\n9,9,9,9\n").asked().where());
        assertEquals("", look("a.csv", "a,b c,d,f\n1,2,3,4\n5,6,7,8\n").asked().where());
        assertEquals("", look("b.csv", "a,b c,d,e\n1,2,3,4\n5,6,7,8\n").asked().where());
    }

    @Test
    void thoseUsedLeastLatelyAreForgotten() throws IOException {
        for (int i = 0; i <= TableLook.MOST; i++) {
            look(i + ".csv", "a,b c,d,e\n1,2,3,4\n5,6,7,8\n").keep(asked());
        }
        assertEquals(TableLook.MOST, settings.get().tables().size());
        assertEquals("", look("0.csv", "a,b c,d,e\n1,2,3,4\n5,6,7,8\n").asked().where());
        assertEquals("d > 3", look("1.csv", "a,b c,d,e\n1,2,3,4\n5,6,7,8\n").asked().where());
    }

    /// Settings are a file that people may write to.
    @Test
    void whatCannotBeIsLeftOut() throws IOException {
        KeptLook first = look();
        first.keep(asked());
        TableLook kept = settings.get().tables().getFirst();
        for (String shown : List.of("0-9", "3-1", "-1", "a", "1,1", "0-2147483647", ",")) {
            settings.change(before -> before.withTables(List.of(new TableLook(kept.file(), kept.columns(), "no >", "z",
                    shown, 1e300, Map.of("7", 50.0, "x", 1.0, "0-1", 9.0)))));
            KeptLook look = look();
            assertEquals(List.of(0, 1, 2, 3), look.columns().shown(), shown);
            assertEquals(Map.of(), look.columns().widths());
            assertEquals(List.of(), look.asked().order());
        }
    }
}
