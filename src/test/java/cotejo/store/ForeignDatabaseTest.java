package cotejo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Databases that Cotejo did not make, in the place of a workspace's own: nothing in them runs, and nothing is lost.
class ForeignDatabaseTest {

    @TempDir
    private Path folder;

    private void make(Path workspace, String... statements) throws SQLException, IOException {
        Files.createDirectories(workspace);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + workspace.resolve("cotejo"),
                "cotejo", ""); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /// Counts how often the code in the file has run, by the bytes of a file.
    private String trigger(Path marks) {
        return "create trigger t before insert on run for each row as 'org.h2.api.Trigger create() throws Exception { "
                + "java.nio.file.Files.writeString(java.nio.file.Path.of(\"" + marks.toString().replace('\\', '/')
                + "\"), \"x\", java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND); "
                + "return (c, before, after) -> {}; }'";
    }

    @Test
    void aTriggerInAWorkspaceOrBackupDoesNotRun() throws SQLException, IOException {
        Path marks = folder.resolve("marks");
        Path workspace = folder.resolve("workspace");
        Database.open(WorkspaceFolder.at(workspace), "test").close();
        make(workspace, trigger(marks));
        assertEquals("x", Files.readString(marks), "its making runs it once");
        StoreException refused = assertThrows(StoreException.class,
                () -> Database.open(WorkspaceFolder.at(workspace), "test"));
        assertEquals(StoreException.Kind.UNUSABLE, refused.kind());
        assertTrue(String.valueOf(refused.getMessage()).contains("was not made by Cotejo"), refused.getMessage());

        Path backup = folder.resolve("backup.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(backup))) {
            zip.putNextEntry(new ZipEntry("cotejo.mv.db"));
            Files.copy(workspace.resolve("cotejo.mv.db"), zip);
        }
        WorkspaceFolder other = WorkspaceFolder.at(folder.resolve("other"));
        assertThrows(StoreException.class, () -> Backups.restore(other, backup));
        assertFalse(Files.exists(other.databaseFile()));
        assertEquals("x", Files.readString(marks));
    }

    @ParameterizedTest
    @ValueSource(strings = {"create alias f as 'int f() { return 1; }'", "create view v as select 1",
        "create alias g for 'java.lang.Math.abs(int)'", "create table t(x varchar default file_read('a'))",
        "create table t(x int, y int generated always as (abs(x)))", "create domain d as int check (value > 0)",
        "create table t(x int check (abs(x) > 1))", "create constant c value 1",
        "create linked table l('', 'jdbc:h2:mem:', 'sa', '', '(select 1)')"})
    void whatAWorkspaceIsNotMadeOfIsNotOpened(String sql) throws SQLException, IOException {
        Path workspace = folder.resolve("workspace");
        Database.open(WorkspaceFolder.at(workspace), "test").close();
        make(workspace, sql);
        assertEquals(SchemaLook.Finding.FOREIGN, SchemaLook.at(workspace.resolve("cotejo.mv.db")));
    }

    @Test
    void rowsOfAnotherProgramAreNotDropped() throws SQLException, IOException {
        Path workspace = folder.resolve("workspace");
        make(workspace, "create table mine(x int)", "insert into mine values (7)");
        assertThrows(StoreException.class, () -> Database.open(WorkspaceFolder.at(workspace), "test"));
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + workspace.resolve("cotejo"),
                "cotejo", ""); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select x from mine")) {
            assertTrue(row.next());
            assertEquals(7, row.getInt(1));
        }
    }
}
