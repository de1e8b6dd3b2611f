package cotejo.store;

import cotejo.text.Texts;
import cotejo.work.CancelledException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/// One connection with the one thread that ever touches it.
///
/// Callers wait for that thread, they never enter H2 themselves: an interrupt that hits a thread inside H2's file
/// access closes the whole database, and whoever called may be interrupted by anybody.
final class Lane implements AutoCloseable {

    /// Work on the connection.
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final Connection connection;
    private final WorkspaceFolder folder;
    private final ExecutorService thread;
    private final Runnable closed;

    Lane(String name, Connection connection, WorkspaceFolder folder) {
        this(name, connection, folder, () -> { });
    }

    /// @param closed called when its connection has been closed
    Lane(String name, Connection connection, WorkspaceFolder folder, Runnable closed) {
        this.closed = closed;
        this.folder = folder;
        this.connection = connection;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("cotejo-db-" + name).daemon(true).factory());
    }

    /// Does the work and waits for it; an interrupt of the caller is not seen by the database and stays set.
    <T> T run(Work<T> work) {
        return await(start(work));
    }

    /// Waits for work that was started.
    <T> T await(CompletableFuture<T> started) {
        try {
            return started.join();
        } catch (CompletionException failure) {
            throw told(failure);
        }
    }

    /// Starts the work and does not wait.
    <T> CompletableFuture<T> start(Work<T> work) {
        try {
            return CompletableFuture.supplyAsync(() -> {
                try {
                    return work.on(connection);
                } catch (SQLException failure) {
                    throw told(failure);
                }
            }, job -> thread.execute(Texts.carry(job)));
        } catch (RejectedExecutionException closed) {
            throw new StoreException(StoreException.Kind.FAILED, "the workspace has been closed", closed);
        }
    }

    /// Does the work as one transaction: all of it or nothing.
    <T> T transaction(Work<T> work) {
        return run(c -> {
            c.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.on(c);
                c.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    c.rollback();
                }
                c.setAutoCommit(true);
            }
        });
    }

    /// The failure as it is told to the person.
    ///
    /// @throws CancelledException when that is what it is: the wish to stop is no trouble
    StoreException told(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause() : failure;
        if (cause instanceof CancelledException cancelled) {
            throw cancelled;
        }
        return Trouble.of(cause, folder);
    }

    @Override
    public void close() {
        try {
            run(c -> {
                c.close();
                closed.run();
                return true;
            });
        } finally {
            thread.close();
        }
    }
}
