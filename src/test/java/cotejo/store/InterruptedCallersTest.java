package cotejo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An interrupt inside H2's file access closes the whole database; callers that are interrupted must not do that.
class InterruptedCallersTest {

    @TempDir
    private Path folder;

    private static int insert(Database database, int number) {
        return database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into saved_view (scope, name, val, updated) values ('test', ?, ?, 0)")) {
                insert.setString(1, Integer.toString(number));
                insert.setString(2, "x".repeat(20_000));
                return insert.executeUpdate();
            }
        });
    }

    private static int count(Database database) {
        return database.read(connection -> {
            try (PreparedStatement select = connection
                    .prepareStatement("select count(*) from saved_view where val > ''");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    @Test
    void fortyInterruptedCallersLeaveTheDatabaseAlive() throws InterruptedException {
        AtomicInteger written = new AtomicInteger();
        AtomicInteger stillInterrupted = new AtomicInteger();
        try (Database database = Database.open(WorkspaceFolder.at(folder), "test")) {
            List<Thread> callers = new ArrayList<>();
            for (int caller = 0; caller < 40; caller++) {
                int first = caller * 100;
                callers.add(new Thread(() -> {
                    for (int i = 0; i < 5; i++) {
                        Thread.currentThread().interrupt();
                        written.addAndGet(insert(database, first + i));
                        count(database);
                    }
                    stillInterrupted.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
                }));
            }
            callers.forEach(Thread::start);
            for (int round = 0; round < 20; round++) {
                callers.forEach(Thread::interrupt);
                Thread.sleep(5);
            }
            for (Thread caller : callers) {
                caller.join();
            }
            assertEquals(200, written.get());
            assertEquals(40, stillInterrupted.get(), "whoever was interrupted still knows it");
            assertEquals(200, count(database));
            assertTrue(insert(database, 99_999) == 1);
        }
        try (Database again = Database.open(WorkspaceFolder.at(folder), "test")) {
            assertEquals(201, count(again));
        }
    }
}
