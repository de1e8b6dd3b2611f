package cotejo.store;

import cotejo.work.Cancel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;

/// Copies a stream into a file and takes its SHA-256 on the way: one piece is hashed while the next one is read and
/// written, since either takes about as long as the other.
final class HashingCopy {

    private static final int CHUNK = 1 << 20;
    private static final Executor HASHING = task -> Thread.ofVirtual().name("cotejo-hash").start(task);

    private final MessageDigest digest = ContentFiles.sha256();
    private final byte[][] chunks = {new byte[CHUNK], new byte[0]};
    private CompletableFuture<Void> hashed = CompletableFuture.completedFuture(null);
    private long bytes;

    /// @param read told the bytes of each piece
    /// @throws cotejo.work.CancelledException when asked to stop
    void run(InputStream in, FileChannel out, LongConsumer read, Cancel cancel) throws IOException {
        int turn = 0;
        while (true) {
            byte[] chunk = chunks[turn];
            int n = in.readNBytes(chunk, 0, CHUNK);
            hashed.join();
            cancel.check();
            if (n < CHUNK) {
                digest.update(chunk, 0, n);
                write(out, chunk, n, read);
                return;
            }
            hashed = CompletableFuture.runAsync(() -> digest.update(chunk, 0, CHUNK), HASHING);
            write(out, chunk, n, read);
            turn = 1 - turn;
            if (chunks[turn].length == 0) {
                chunks[turn] = new byte[CHUNK];
            }
        }
    }

    private void write(FileChannel out, byte[] chunk, int length, LongConsumer read) throws IOException {
        ByteBuffer piece = ByteBuffer.wrap(chunk, 0, length);
        while (piece.hasRemaining()) {
            out.write(piece);
        }
        bytes += length;
        read.accept(length);
    }

    ContentFiles.Taken taken() {
        return new ContentFiles.Taken(HexFormat.of().formatHex(digest.digest()), bytes);
    }
}
