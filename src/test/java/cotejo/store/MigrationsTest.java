package cotejo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.bench.StoreGenerator;
import cotejo.importing.FoundStore;
import cotejo.importing.ImportSession;
import cotejo.importing.Importers;
import cotejo.importing.Recognition;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A workspace of an older program is brought further only after a backup, which is the way back when a script fails.
class MigrationsTest {

    private static final int RUNS = 3;

    @TempDir
    private Path folder;

    private WorkspaceFolder place;

    @BeforeEach
    void aWorkspaceOfThreeRuns() throws Exception {
        place = WorkspaceFolder.at(folder.resolve("ws"));
        Path store = folder.resolve("store");
        StoreGenerator.folder(store, new StoreGenerator.Shape(RUNS, 2, 2, 5, 1));
        try (Database database = Database.open(place, "test")) {
            for (FoundStore found : new Recognition(Importers.all()).look(List.of(store), Cancel.never()).stores()) {
                new ImportSession(database, new SourceStore(database)).run(found, Progress.NONE, Cancel.never());
            }
        }
    }

    /// Opens the workspace as a program would whose list of scripts ends with the planted ones.
    private void upgrade(String... planted) throws SQLException {
        try (Lane lane = new Lane("test", DriverManager.getConnection("jdbc:h2:file:" + place.database(), "cotejo",
                ""), place)) {
            List<String> scripts = new ArrayList<>(Migrations.SCRIPTS);
            scripts.addAll(List.of(planted));
            Migrations.bringUpToDate(lane, place, scripts);
        }
    }

    private long number(String query) throws SQLException {
        try (java.sql.Connection connection = DriverManager
                .getConnection("jdbc:h2:file:" + place.database(), "cotejo", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void aLaterScriptGrowsTheWorkspaceAndKeepsItsRuns() throws SQLException {
        upgrade("900-planted.sql");
        assertEquals(RUNS, number("select count(*) from run where planted = 'grown'"));
    }

    @Test
    void theBackupBeforeAScriptHoldsTheRunsAndNothingOfTheScript() throws SQLException {
        upgrade("900-planted.sql");
        assertEquals(RUNS, Backups.countRuns(onlyBackup()));
        Backups.restore(place, onlyBackup());
        assertEquals(0, number("select count(*) from information_schema.columns where column_name = 'PLANTED'"));
    }

    @Test
    void aWorkspaceThatIsUpToDateIsNotBackedUpAgain() throws SQLException {
        upgrade("900-planted.sql");
        upgrade("900-planted.sql");
        assertEquals(1, Backups.list(place).size());
    }

    @Test
    void aProgramWithoutTheLaterScriptLeavesTheWorkspaceAlone() throws SQLException {
        upgrade("900-planted.sql");
        StoreException refused = assertThrows(StoreException.class, () -> Database.open(place, "test").close());
        assertTrue(String.valueOf(refused.getMessage()).contains("newer Cotejo"), refused.getMessage());
    }

    @Test
    void aScriptThatFailsHalfWayNamesTheBackupToGoBackTo() {
        StoreException failed = assertThrows(StoreException.class, () -> upgrade("900-planted.sql", "901-broken.sql"));
        assertTrue(String.valueOf(failed.getMessage()).contains(onlyBackup().toString()), failed.getMessage());
    }

    @Test
    void aWorkspaceLeftHalfWayIsRefusedWithTheSameBackupAndNoOtherIsMade() throws SQLException {
        assertThrows(StoreException.class, () -> upgrade("901-broken.sql"));
        StoreException again = assertThrows(StoreException.class, () -> upgrade("901-broken.sql"));
        assertTrue(String.valueOf(again.getMessage()).contains(onlyBackup().toString()), again.getMessage());
    }

    @Test
    void theBackupOfAScriptThatFailedOpensWithTheProgramOfBefore() {
        assertThrows(StoreException.class, () -> upgrade("900-planted.sql", "901-broken.sql"));
        Backups.restore(place, onlyBackup());
        try (Database database = Database.open(place, "test")) {
            assertEquals(RUNS, new RunCatalog(database).frame().size());
        }
    }

    @Test
    void aNewWorkspaceWhoseScriptFailedIsSetUpAnew() throws SQLException {
        place = WorkspaceFolder.at(folder.resolve("fresh"));
        place.create();
        assertThrows(StoreException.class, () -> upgrade("901-broken.sql"));
        try (Database database = Database.open(place, "test")) {
            assertEquals(0, new RunCatalog(database).frame().size());
        }
        assertEquals(List.of(), Backups.list(place));
    }

    private Path onlyBackup() {
        List<Path> backups = Backups.list(place);
        assertEquals(1, backups.size());
        return backups.getFirst();
    }
}
