package cotejo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.bench.StoreGenerator;
import cotejo.importing.FoundStore;
import cotejo.importing.ImportSession;
import cotejo.importing.Importers;
import cotejo.importing.Recognition;
import cotejo.model.Problem;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import cotejo.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damage planted in a closed workspace is found, told with the run it hit, and never shown as data.
class DamagedWorkspaceTest {

    /// As the generator names it.
    private static final String METRIC = "train/metric_0";

    @TempDir
    private Path folder;

    private WorkspaceFolder workspace;

    @BeforeEach
    void aWorkspaceOfThreeRuns() throws Exception {
        workspace = WorkspaceFolder.at(folder.resolve("ws"));
        Path store = folder.resolve("store");
        StoreGenerator.folder(store, new StoreGenerator.Shape(3, 2, 2, 50, 1));
        try (Database database = Database.open(workspace, "test")) {
            for (FoundStore found : new Recognition(Importers.all()).look(List.of(store), Cancel.never()).stores()) {
                new ImportSession(database, new SourceStore(database)).run(found, Progress.NONE, Cancel.never());
            }
        }
    }

    private void damage(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + workspace.database(), "cotejo", "");
                Statement statement = connection.createStatement()) {
            assertTrue(statement.executeUpdate(sql) > 0);
        }
    }

    private List<Problem> check() {
        try (Database database = Database.open(workspace, "test")) {
            return Verification.of(database, Progress.NONE, Cancel.never()).problems();
        }
    }

    private String victim() {
        try (Database database = Database.open(workspace, "test")) {
            return database.read(connection -> {
                try (Statement statement = connection.createStatement();
                        var row = statement.executeQuery("select id from run where \"key\" = 2")) {
                    row.next();
                    return row.getString(1);
                }
            });
        }
    }

    @Test
    void factsCutShortAreToldWithTheirRun() throws Exception {
        String id = victim();
        damage("update facts set data = substring(data from 1 for 7) where slot = 2 * 4096");
        List<Problem> problems = check();
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.getFirst().message().contains(id), problems.toString());
    }

    @Test
    void aMissingPartIsToldAndItsMetricRefused() throws Exception {
        String id = victim();
        damage("delete from points where slot between 2 * 16777216 and 3 * 16777216 - 1");
        assertTrue(check().stream().allMatch(problem -> problem.message().contains(id)));
        try (Database database = Database.open(workspace, "test")) {
            StoreException refused = assertThrows(StoreException.class,
                    () -> new SeriesStore(database).read(2, METRIC));
            assertTrue(refused.getMessage().contains(METRIC), refused.getMessage());
        }
    }

    @Test
    void aNewerSchemaIsLeftAlone() throws Exception {
        damage("insert into schema_script values ('999-later.sql', 'x', current_timestamp)");
        long before = Files.size(workspace.databaseFile());
        StoreException refused = assertThrows(StoreException.class, () -> Database.open(workspace, "test"));
        assertEquals(StoreException.Kind.UNUSABLE, refused.kind());
        assertTrue(refused.getMessage().contains("newer Cotejo"), refused.getMessage());
        assertTrue(before > 0);
    }

    @Test
    void aCheckThatIsCancelledSaysSo() {
        Cancel cancel = new Cancel();
        cancel.request();
        try (Database database = Database.open(workspace, "test")) {
            assertThrows(CancelledException.class, () -> Verification.of(database, Progress.NONE, cancel));
        }
    }

    @Test
    void aRestoreKeepsTheOldDatabaseUnderAnotherName() {
        Path backup;
        try (Database database = Database.open(workspace, "test")) {
            backup = Backups.write(database).file();
        }
        Path aside = Backups.restore(workspace, backup);
        assertTrue(Files.exists(aside) && Files.exists(workspace.databaseFile()));
        assertEquals(List.of(), check());
    }
}
