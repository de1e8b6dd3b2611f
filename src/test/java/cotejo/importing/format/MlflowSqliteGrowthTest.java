package cotejo.importing.format;

import static cotejo.importing.format.MlflowDatabase.OTHER_RUN;
import static cotejo.importing.format.MlflowDatabase.RUN;
import static cotejo.importing.format.MlflowDatabase.change;
import static cotejo.importing.format.MlflowDatabase.point;
import static cotejo.importing.format.MlflowDatabase.read;
import static cotejo.importing.format.MlflowDatabase.readAgain;
import static cotejo.importing.format.MlflowDatabase.run;
import static cotejo.importing.format.MlflowDatabase.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.RunStatus;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Importing again, and importing while MLflow writes.
class MlflowSqliteGrowthTest {

    @TempDir
    Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void twoRunsWithPoints() throws Exception {
        file = write(folder.resolve("mlflow.db"), run(RUN), run(OTHER_RUN), point(RUN, "m", 0, "1"),
                point(OTHER_RUN, "m", 0, "5"), point(RUN, "m", 1, "2"));
    }

    @Test
    void importingTwiceFindsAllUnchanged() throws Exception {
        SqliteSink sink = read(file);
        readAgain(file, sink);
        assertEquals(List.of("unchanged " + RUN, "unchanged " + OTHER_RUN), sink.calls);
    }

    @Test
    void aDatabaseThatWasOnlyTouchedIsUnchanged() throws Exception {
        SqliteSink sink = read(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_600_000_000_000L));
        readAgain(file, sink);
        assertEquals(List.of("unchanged " + RUN, "unchanged " + OTHER_RUN), sink.calls);
    }

    @Test
    void aChangeWithinOneTickOfTheClockIsSeen() throws Exception {
        FileTime time = FileTime.fromMillis(1_600_000_000_000L);
        Files.setLastModifiedTime(file, time);
        SqliteSink sink = read(file);
        change(file, point(RUN, "m", 2, "3"));
        Files.setLastModifiedTime(file, time);
        readAgain(file, sink);
        assertEquals(List.of(1.0, 2.0, 3.0), sink.values(RUN, "m"));
    }

    @Test
    void newPointsAreAddedToTheOldOnes() throws Exception {
        SqliteSink sink = read(file);
        change(file, point(OTHER_RUN, "m", 1, "6"), point(OTHER_RUN, "new", 0, "7"));
        readAgain(file, sink);
        assertEquals(Set.of("unchanged " + RUN, "extend " + OTHER_RUN), Set.copyOf(sink.calls));
        assertEquals(List.of(5.0, 6.0), sink.values(OTHER_RUN, "m"));
        assertEquals(List.of(7.0), sink.values(OTHER_RUN, "new"));
        readAgain(file, sink);
        assertEquals(List.of("unchanged " + RUN, "unchanged " + OTHER_RUN), sink.calls);
    }

    @Test
    void firstPointsOfARunThatHadNoneAreFound() throws Exception {
        change(file, run("third"));
        SqliteSink sink = read(file);
        change(file, point("third", "m", 0, "9"));
        readAgain(file, sink);
        assertTrue(sink.calls.contains("extend third"), sink.calls.toString());
        assertEquals(List.of(9.0), sink.values("third", "m"));
    }

    @Test
    void aChangedTagOrStatusKeepsThePoints() throws Exception {
        SqliteSink sink = read(file);
        change(file, "UPDATE runs SET status='FAILED' WHERE run_uuid='" + RUN + "'",
                "INSERT INTO tags VALUES ('note', 'bad', '" + OTHER_RUN + "')");
        readAgain(file, sink);
        assertEquals(List.of("extend " + RUN, "extend " + OTHER_RUN), sink.calls);
        assertEquals(RunStatus.FAILED, sink.run(RUN).status());
        assertEquals(List.of(1.0, 2.0), sink.values(RUN, "m"));
    }

    @Test
    void pointsThatWereReplacedAreReadAnew() throws Exception {
        SqliteSink sink = read(file);
        change(file, "DELETE FROM metrics WHERE run_uuid='" + RUN + "'", point(RUN, "m", 0, "8"),
                point(RUN, "m", 1, "9"), point(RUN, "m", 2, "10"));
        readAgain(file, sink);
        assertEquals(List.of("replace " + RUN, "unchanged " + OTHER_RUN), sink.calls);
        assertEquals(List.of(8.0, 9.0, 10.0), sink.values(RUN, "m"));
    }

    @Test
    void aRunThatGrowsWhileItIsReadIsReadFromAFreshLook() throws Exception {
        SqliteSink sink = new SqliteSink();
        boolean[] written = {false};
        sink.beforeRun = () -> {
            if (!written[0]) {
                written[0] = true;
                try {
                    change(file, point(RUN, "m", 2, "3"));
                } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                }
            }
        };
        new MlflowSqlite().read(file, sink, Cancel.never());
        assertEquals(List.of(1.0, 2.0, 3.0), sink.values(RUN, "m"));
        assertEquals(List.of("replace " + RUN, "replace " + OTHER_RUN), sink.calls);
        assertEquals("", sink.problemText());
    }

    @Test
    void aStoreThatIsWrittenToAllTheTimeIsRefusedInASentence() {
        SqliteSink sink = new SqliteSink();
        int[] step = {100};
        sink.beforeRun = () -> {
            try {
                change(file, point(RUN, "m", step[0]++, "3"));
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        };
        IOException refused = assertThrows(IOException.class,
                () -> new MlflowSqlite().read(file, sink, Cancel.never()));
        assertTrue(String.valueOf(refused.getMessage()).contains(file.toString()), refused.getMessage());
        assertEquals(List.of(), sink.calls);
    }

    @Test
    void aBusyDatabaseIsComparedByTheEndOfARun() throws Exception {
        SqliteSink sink = read(file);
        MlflowRunMark mark = Objects.requireNonNull(MlflowRunMark.decode(sink.remembered(RUN)));
        assertEquals(MlflowSqlPoints.Tail.SAME, inAHurry(mark));
        change(file, point(RUN, "m", 2, "3"));
        assertEquals(MlflowSqlPoints.Tail.GROWN, inAHurry(mark));
        change(file, "DELETE FROM metrics WHERE step>0", point(RUN, "m", 7, "3"), point(RUN, "m", 8, "3"));
        assertEquals(MlflowSqlPoints.Tail.ANEW, inAHurry(mark));
    }

    private MlflowSqlPoints.Tail inAHurry(MlflowRunMark mark) throws Exception {
        try (SqliteFile open = SqliteFile.open(file, Cancel.never())) {
            MlflowSqlSource source = new MlflowSqlSource(file, open, new SqliteSink(), Cancel.never(),
                    new MlflowSqlSource.Told(), true);
            try (MlflowSqlPoints points = new MlflowSqlPoints(source)) {
                return points.compare(RUN, mark);
            }
        }
    }

    @Test
    void cancelStopsInTheMiddleOfARunAndLeavesItOut() throws Exception {
        change(file, """
                WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i+1 FROM n LIMIT 20000)
                INSERT INTO metrics SELECT 'long', i, 1700000000000+i, '%s', i, 0 FROM n""".formatted(RUN));
        SqliteSink sink = new SqliteSink();
        Cancel cancel = new Cancel();
        sink.beforeRun = cancel::request;
        assertThrows(CancelledException.class, () -> new MlflowSqlite().read(file, sink, cancel));
        assertEquals(List.of(), sink.calls);
    }

    @Test
    void cancelStopsBetweenRuns() {
        SqliteSink sink = new SqliteSink();
        Cancel cancel = new Cancel();
        sink.beforeRun = cancel::request;
        assertThrows(CancelledException.class, () -> new MlflowSqlite().read(file, sink, cancel));
        assertTrue(sink.calls.size() <= 1, sink.calls.toString());
    }
}
