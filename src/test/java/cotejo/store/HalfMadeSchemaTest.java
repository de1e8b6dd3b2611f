package cotejo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program that was killed while it set up a new workspace leaves one that can be opened all the same.
class HalfMadeSchemaTest {

    @TempDir
    private Path folder;

    @Test
    void aWorkspaceWithSomeOfItsTablesIsSetUpAnew() throws SQLException {
        WorkspaceFolder place = WorkspaceFolder.at(folder);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + place.database(), "cotejo", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table schema_script (name varchar primary key, sha256 varchar not null, "
                    + "applied timestamp not null)");
            statement.execute("create table key_name (id integer primary key, name varchar not null unique)");
        }
        try (Database database = Database.open(place, "test")) {
            assertEquals(0, new RunCatalog(database).frame().size());
        }
        try (Database again = Database.open(place, "test")) {
            assertEquals(0, new SourceStore(again).all().size());
        }
    }
}
