package cotejo.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// What goes wrong in a window can be read another day, and tells nothing of what the person has imported.
class WorkspaceLogTest {

    @TempDir
    private Path workspace;

    private WorkspaceLog log;

    @BeforeEach
    void open() {
        log = WorkspaceLog.open(workspace);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private String logged() throws IOException {
        return Files.readString(workspace.resolve("logs").resolve("cotejo.log"));
    }

    private static LogRecord entry(String message) {
        LogRecord entry = new LogRecord(Level.WARNING, message);
        entry.setLoggerName("cotejo.test");
        return entry;
    }

    private long bytes() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(workspace.resolve("logs"))) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    @Test
    void aWarningStandsInTheLogWithWhoGaveItAndWhere() throws IOException {
        LoggerFactory.getLogger(WorkspaceLogTest.class).warn("It broke", new IllegalStateException("why"));
        assertTrue(logged().contains("WARNING cotejo.workspace.WorkspaceLogTest: It broke"), logged());
        assertTrue(logged().contains("    at cotejo.workspace.WorkspaceLogTest.aWarningStands"), logged());
    }

    @Test
    void whatAFailureSaysOfTheDataIsLeftOut() throws IOException {
        LoggerFactory.getLogger(WorkspaceLogTest.class).error("A number was none",
                new NumberFormatException("For input string: \"patient 4711\""));
        assertTrue(logged().contains("java.lang.NumberFormatException\n"), logged());
        assertFalse(logged().contains("4711"), logged());
    }

    @Test
    void theFileThatFailedIsNamed() throws IOException {
        LoggerFactory.getLogger(WorkspaceLogTest.class).warn("Gone", new NoSuchFileException("/runs/meta.yaml"));
        assertTrue(logged().contains("NoSuchFileException: /runs/meta.yaml"), logged());
    }

    @Test
    void whatOtherPeoplesCodeSaysIsLeftOut() throws IOException {
        LoggerFactory.getLogger("org.example.Reader").warn("bad value patient 4711");
        assertTrue(logged().contains("WARNING org.example.Reader\n"), logged());
        assertFalse(logged().contains("4711"), logged());
    }

    @Test
    void aMessageOfManyLinesCannotForgeAnEntry() throws IOException {
        LoggerFactory.getLogger(WorkspaceLogTest.class).warn("one\n2026-01-01T00:00:00Z SEVERE forged");
        assertEquals(1, logged().lines().count());
    }

    @Test
    void whatIsNoTroubleIsNotLogged() {
        LoggerFactory.getLogger(WorkspaceLogTest.class).info("all is well");
        assertFalse(Files.exists(WorkspaceLog.fileIn(workspace)));
    }

    @Test
    void theLogNeverTakesMoreThanTwoMebibytes() throws IOException {
        for (int i = 0; i < 5000; i++) {
            log.publish(entry("x".repeat(900)));
        }
        assertTrue(bytes() > WorkspaceLog.LIMIT && bytes() <= 2 * WorkspaceLog.LIMIT, bytes() + " bytes");
    }

    @Test
    void aLogOfYesterdayIsGoneOnWith() throws IOException {
        LoggerFactory.getLogger(WorkspaceLogTest.class).warn("yesterday");
        log.close();
        log = WorkspaceLog.open(workspace);
        LoggerFactory.getLogger(WorkspaceLogTest.class).warn("today");
        assertTrue(logged().contains("yesterday") && logged().contains("today"), logged());
    }

    @Test
    void theEndOfALongLogBeginsWithAWholeLine() throws IOException {
        for (int i = 0; i < 2000; i++) {
            log.publish(entry("entry " + i));
        }
        String end = WorkspaceLog.end(workspace);
        assertTrue(end.lines().findFirst().orElse("").matches("\\S+Z WARNING .*: entry \\d+"), end.substring(0, 100));
        assertTrue(end.endsWith(": entry 1999\n"));
    }

    @Test
    void afterTheWindowHasClosedNothingIsLogged() throws IOException {
        log.close();
        LoggerFactory.getLogger(WorkspaceLogTest.class).warn("late");
        assertFalse(Files.exists(WorkspaceLog.fileIn(workspace)));
    }
}
