package cotejo.importing.format;

import static cotejo.importing.format.MlflowDatabase.RUN;
import static cotejo.importing.format.MlflowDatabase.change;
import static cotejo.importing.format.MlflowDatabase.point;
import static cotejo.importing.format.MlflowDatabase.read;
import static cotejo.importing.format.MlflowDatabase.run;
import static cotejo.importing.format.MlflowDatabase.snapshot;
import static cotejo.importing.format.MlflowDatabase.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.bench.SqliteStore;
import cotejo.importing.Claim;
import cotejo.work.Cancel;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How a database is opened: by whatever name, with a log beside it, inside a zip, and what is refused.
class MlflowSqliteSourceTest {

    @TempDir
    Path folder;

    private static Claim claim(Path file) throws IOException {
        return new MlflowSqlite().claim(file);
    }

    private static String refusal(Path file) {
        IOException failure = assertThrows(IOException.class, () -> read(file));
        String sentence = String.valueOf(failure.getMessage());
        assertTrue(sentence.contains(file.toString()), sentence);
        return sentence;
    }

    @ParameterizedTest
    @ValueSource(strings = {"what?.db", "100%25.db", "a#b.db", "a b.db", "file:x.db", "mode=memory&x.db", "ñandú.db",
        "';--.db", "noending", ":memory:", "-wal"})
    void anyNameWillDo(String name) throws Exception {
        Path made = write(folder.resolve("made.db"), run(RUN), point(RUN, "m", 0, "1"));
        Path file = Files.move(made, folder.resolve(name));
        Map<String, String> before = snapshot(folder);
        assertEquals(Claim.Strength.CERTAIN, claim(file).strength());
        assertEquals(List.of(1.0), read(file).values(RUN, "m"));
        assertEquals(before, snapshot(folder));
    }

    @Test
    void whatIsStillInTheLogIsReadAndNothingBesideItChanges() throws Exception {
        Path file = write(folder.resolve("live.db"), run(RUN), point(RUN, "m", 0, "1"));
        try (Connection writer = MlflowDatabase.open(file)) {
            SqliteStore.run(writer, "PRAGMA journal_mode=WAL;\nPRAGMA wal_autocheckpoint=0");
            SqliteStore.run(writer, point(RUN, "m", 1, "2"));
            assertTrue(Files.size(folder.resolve("live.db-wal")) > 0);
            Map<String, String> before = snapshot(folder);
            assertEquals(Claim.Strength.CERTAIN, claim(file).strength());
            assertEquals(List.of(1.0, 2.0), read(file).values(RUN, "m"));
            assertEquals(before, snapshot(folder));
        }
    }

    @Test
    void aDatabaseAllOfWhichIsStillInTheLogIsRead() throws Exception {
        Path file = folder.resolve("new.db");
        try (Connection writer = MlflowDatabase.open(file)) {
            SqliteStore.run(writer, "PRAGMA journal_mode=WAL;\nPRAGMA wal_autocheckpoint=0");
            SqliteStore.run(writer, SqliteStore.TABLES);
            SqliteStore.run(writer, "INSERT INTO experiments VALUES (1, 'one', '', 'active', 1, 2);\n" + run(RUN));
            assertEquals(Claim.Strength.CERTAIN, claim(file).strength());
            assertEquals("first", read(file).run(RUN).name());
        }
    }

    @Test
    void aTransactionThatWasCutOffIsRolledBackInACopy() throws Exception {
        Path file = write(folder.resolve("a.db"), run(RUN), point(RUN, "m", 0, "1"));
        Path crashed = folder.resolve("crashed.db");
        try (Connection writer = MlflowDatabase.open(file)) {
            SqliteStore.run(writer, "PRAGMA cache_size=5;\nPRAGMA cache_spill=1");
            writer.setAutoCommit(false);
            for (int i = 1; i < 3000; i++) {
                SqliteStore.run(writer, point(RUN, "m", i, "2"));
            }
            // Pages have gone to the file by now, because there was no room for them in memory.
            assertTrue(Files.size(folder.resolve("a.db-journal")) > 0);
            Files.copy(file, crashed);
            Files.copy(folder.resolve("a.db-journal"), folder.resolve("crashed.db-journal"));
            writer.rollback();
        }
        byte[] magic = {(byte) 0xd9, (byte) 0xd5, 0x05, (byte) 0xf9, 0x20, (byte) 0xa1, 0x63, (byte) 0xd7};
        assertEquals(0, Arrays.compare(magic,
                SqliteHeader.first(folder.resolve("crashed.db-journal"), magic.length)));
        Map<String, String> before = snapshot(folder);
        assertEquals(List.of(1.0), read(crashed).values(RUN, "m"));
        assertEquals(before, snapshot(folder));
    }

    @Test
    void aJournalThatNamesAnotherFileIsRefusedAndThatFileStays() throws Exception {
        Path file = write(folder.resolve("a.db"), run(RUN));
        Path thesis = Files.writeString(folder.resolve("thesis.txt"), "years of work");
        byte[] name = thesis.toString().getBytes(StandardCharsets.UTF_8);
        int sum = 0;
        for (byte one : name) {
            sum += one;
        }
        byte[] magic = {(byte) 0xd9, (byte) 0xd5, 0x05, (byte) 0xf9, 0x20, (byte) 0xa1, 0x63, (byte) 0xd7};
        ByteBuffer journal = ByteBuffer.allocate(512 + 4 + name.length + 16);
        journal.put(magic).putInt(0).putInt(0).putInt(1).putInt(512).putInt(4096).position(512);
        journal.putInt(0x40000000 / 4096 + 1).put(name).putInt(name.length).putInt(sum).put(magic);
        Files.write(folder.resolve("a.db-journal"), journal.array());
        Map<String, String> before = snapshot(folder);
        assertTrue(refusal(file).contains("several databases"));
        assertEquals(before, snapshot(folder));
    }

    @Test
    void aStoreInAZipIsReadAsTheStore() throws Exception {
        Path file = write(folder.resolve("a.db"), run(RUN), point(RUN, "m", 0, "1"));
        Path zip = folder.resolve("a.zip");
        URI made = URI.create("jar:" + zip.toUri());
        try (FileSystem inside = FileSystems.newFileSystem(made, Map.of("create", "true"))) {
            Files.copy(file, inside.getPath("/deep store.db"));
        }
        try (FileSystem inside = FileSystems.newFileSystem(zip)) {
            Path within = inside.getPath("/deep store.db");
            assertEquals(Claim.Strength.CERTAIN, claim(within).strength());
            assertEquals(List.of(1.0), read(within).values(RUN, "m"));
        }
    }

    @Test
    void aDirectoryIsNeverClaimed() throws Exception {
        assertEquals(Claim.none(), claim(Files.createDirectory(folder.resolve("mlruns.db"))));
    }

    @Test
    void anotherProgramsDatabaseIsRefusedInOneSentence() throws Exception {
        Path file = folder.resolve("optuna.db");
        change(file, """
                CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL);
                CREATE TABLE studies (study_id INTEGER PRIMARY KEY, study_name TEXT);
                CREATE TABLE trials (trial_id INTEGER PRIMARY KEY, number INTEGER, study_id INTEGER);
                INSERT INTO alembic_version VALUES ('v3.2.0.a');
                """);
        assertEquals(new Claim(Claim.Strength.NONE, "an SQLite database, but without MLflow's tables"), claim(file));
        assertTrue(refusal(file).contains("not MLflow's"));
    }

    @Test
    void aFileThatIsNoDatabaseIsNotClaimed() throws Exception {
        assertEquals(Claim.none(), claim(Files.writeString(folder.resolve("a.db"), "just text")));
        assertTrue(refusal(folder.resolve("a.db")).contains("not an SQLite database"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.1, 0.5, 0.9, 0.9999})
    void aFileThatIsCutShortIsRefusedInOneSentence(double part) throws Exception {
        Path file = write(folder.resolve("mlflow.db"), run(RUN), point(RUN, "m", 0, "1"));
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength((long) (cut.length() * part));
        }
        assertFalse(refusal(file).contains("\n"));
        Claim claim = claim(file);
        assertFalse(claim.evidence().isBlank(), "nothing said for the person");
    }

    @Test
    void aCutShortMlflowDatabaseIsStillLikelyOne() throws Exception {
        Path file = write(folder.resolve("mlflow.db"), run(RUN));
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(cut.length() / 2);
        }
        assertEquals(Claim.Strength.LIKELY, claim(file).strength());
    }

    @Test
    void viewsInThePlaceOfTablesAreNotRead() throws Exception {
        Path file = write(folder.resolve("a.db"), run(RUN), "ALTER TABLE runs RENAME TO real_runs",
                "CREATE VIEW runs AS SELECT * FROM real_runs");
        Claim claim = claim(file);
        assertEquals(Claim.Strength.NONE, claim.strength());
        assertTrue(claim.evidence().contains("runs"), claim.evidence());
        assertTrue(refusal(file).contains("runs"));
    }

    @Test
    void triggersOfTheFileDoNotRun() throws Exception {
        Path file = write(folder.resolve("a.db"), run(RUN), point(RUN, "m", 0, "1"),
                "CREATE TRIGGER t AFTER INSERT ON runs BEGIN DELETE FROM runs; END",
                "CREATE TRIGGER u AFTER DELETE ON runs "
                        + "BEGIN INSERT INTO experiments VALUES (9, 'x', '', '', 1, 2); END");
        Map<String, String> before = snapshot(folder);
        SqliteSink sink = read(file);
        assertEquals(1, sink.experiments.size());
        assertEquals(List.of(1.0), sink.values(RUN, "m"));
        assertEquals(before, snapshot(folder));
    }

    @Test
    void nothingIsLeftBehindInTheTemporaryFolder() throws Exception {
        Path file = write(folder.resolve("live.db"), run(RUN));
        try (Connection writer = MlflowDatabase.open(file)) {
            SqliteStore.run(writer, "PRAGMA journal_mode=WAL");
            SqliteStore.run(writer, point(RUN, "m", 1, "2"));
            Path own;
            try (SqliteCopy copy = SqliteCopy.take(file, Cancel.never())) {
                own = Objects.requireNonNull(copy.file().getParent());
                assertEquals(List.of("copy.db", "copy.db-wal"), names(own));
                if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own)));
                }
            }
            assertFalse(Files.exists(own));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aDamagedPageInTheMiddleLosesOnlyWhatIsOnIt() throws Exception {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            sql.append(run("run" + i)).append(";\n").append(point("run" + i, "m", 0, "1")).append(";\n");
        }
        Path file = write(folder.resolve("mlflow.db"), sql.toString());
        long page = pageOf(file, "metrics");
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            // The last of the pages with points: an inner page keeps its number at its eighth byte.
            bytes.seek((page - 1) * 4096 + 8);
            long leaf = bytes.readInt();
            bytes.seek((leaf - 1) * 4096);
            bytes.write(new byte[4096]);
        }
        SqliteSink sink = read(file);
        assertEquals(400, sink.runs.size());
        assertEquals(List.of(1.0), sink.values("run0", "m"));
        assertEquals(List.of(), sink.values("run399", "m"));
        assertFalse(sink.problems.isEmpty());
        assertTrue(sink.problems.stream().allMatch(problem -> problem.file().equals(file.toString())));
        assertTrue(sink.problems.size() < 30, "as many problems as runs");
    }

    private static long pageOf(Path file, String table) throws SQLException {
        try (Connection connection = MlflowDatabase.open(file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT rootpage FROM sqlite_schema WHERE name='" + table + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
