package cotejo.work;

import cotejo.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The same work on many pieces, by a few workers at a time.
public final class Parallel {

    private Parallel() {
    }

    /// Works on one piece.
    @FunctionalInterface
    public interface Work<T> {
        /// @param worker the number of the worker, from 0; one worker does one piece at a time
        void on(int worker, T piece) throws IOException;
    }

    /// Works on all pieces and returns when they are done. After a failure no new piece is begun, and the first failure
    /// is thrown.
    public static <T> void each(List<T> pieces, int workers, Work<T> work) throws IOException {
        AtomicInteger next = new AtomicInteger();
        if (workers <= 1 || pieces.size() <= 1) {
            for (T piece : pieces) {
                work.on(0, piece);
            }
            return;
        }
        List<CompletableFuture<@Nullable Void>> running = new ArrayList<>();
        for (int i = 0; i < Math.min(workers, pieces.size()); i++) {
            int worker = i;
            CompletableFuture<@Nullable Void> future = new CompletableFuture<>();
            running.add(future);
            Thread.ofPlatform().daemon().name("cotejo-piece-" + worker).start(Texts.carry(() -> {
                try {
                    for (int piece = next.getAndIncrement(); piece < pieces.size(); piece = next.getAndIncrement()) {
                        work.on(worker, pieces.get(piece));
                    }
                    future.complete(null);
                } catch (Throwable failure) {
                    next.set(pieces.size());
                    future.completeExceptionally(failure);
                }
            }));
        }
        await(running);
    }

    private static void await(List<CompletableFuture<@Nullable Void>> running) throws IOException {
        Throwable first = null;
        for (CompletableFuture<@Nullable Void> future : running) {
            try {
                future.join();
            } catch (CompletionException failed) {
                first = first == null ? failed.getCause() : first;
            }
        }
        switch (first) {
            case null -> {
            }
            case IOException failure -> throw failure;
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            default -> throw new IOException(first);
        }
    }
}
