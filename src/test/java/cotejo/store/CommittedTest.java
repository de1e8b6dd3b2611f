package cotejo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was committed is in the file, also where the file has room inside that is used again, as it has in every
/// workspace after some time. H2 2.5.250 and 2.5.252 write there where nothing leads to: the file's head named the part
/// before. Whoever was killed, and every backup, lost up to twenty commits.
final class CommittedTest {

    private static final int COMMITS = 40;

    @TempDir
    private Path folder;

    @Test
    void aCopyOfTheFileHoldsEveryCommit() throws Exception {
        try (Database database = Database.open(WorkspaceFolder.at(folder.resolve("w")), "test");
                Lane lane = database.importLane()) {
            lane.run(CommittedTest::makeRoom);
            for (int i = 0; i < COMMITS; i++) {
                int number = i;
                Path zip = folder.resolve("backup-" + i + ".zip");
                lane.run(connection -> {
                    insert(connection, number, new byte[100]);
                    try (PreparedStatement backup = connection.prepareStatement("backup to ?")) {
                        backup.setString(1, zip.toString());
                        return backup.execute();
                    }
                });
                assertEquals(i, newest(zip), "the newest commit in a copy after commit " + i);
            }
        }
    }

    /// Leaves large holes in the file, which may be filled at once and not only after 45 seconds.
    private static boolean makeRoom(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set retention_time 0");
            statement.execute("create table probe(id int primary key, content varbinary)");
            Random random = new Random(7);
            for (int i = 0; i < 20; i++) {
                byte[] content = new byte[1 << 18];
                random.nextBytes(content);
                insert(connection, -1 - i, content);
            }
            return statement.execute("delete from probe where id > -20");
        }
    }

    private static void insert(Connection connection, int id, byte[] content) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into probe values (?, ?)")) {
            insert.setInt(1, id);
            insert.setBytes(2, content);
            insert.execute();
        }
    }

    private int newest(Path zip) throws IOException, SQLException {
        Path copy = Files.createDirectory(folder.resolve(zip.getFileName() + ".d"));
        try (InputStream in = Files.newInputStream(zip); ZipInputStream entries = new ZipInputStream(in)) {
            Files.copy(entries.getNextEntry() == null ? InputStream.nullInputStream() : entries,
                    copy.resolve("cotejo.mv.db"));
        }
        String url = "jdbc:h2:file:" + copy.resolve("cotejo");
        try (Connection connection = DriverManager.getConnection(url, "cotejo", "");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select max(id) from probe")) {
            found.next();
            return found.getInt(1);
        }
    }
}
