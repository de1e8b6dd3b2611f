package cotejo.store;

import cotejo.work.Cancel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;

/// Copies a stream or a file into a file and takes the SHA-256 of what was written. A large file is copied by the
/// system, piece by piece, while what is there already is read back and hashed: the hash is that of the copy, even
/// when somebody writes to the source meanwhile. Pieces are large, because handing small ones over takes longer than
/// hashing them.
final class HashingCopy {

    private static final int CHUNK = 1 << 18;
    private static final long PIECE = 32 << 20;
    private static final Executor HASHING = task -> Thread.ofPlatform().name("cotejo-hash").start(task);

    private final MessageDigest digest = ContentFiles.sha256();
    private final byte[] chunk = new byte[CHUNK];
    private final FileChannel out;
    private final LongConsumer read;
    private final Cancel cancel;
    private CompletableFuture<Void> hashed = CompletableFuture.completedFuture(null);
    private long bytes;

    /// @param out  an empty file, opened for reading and writing
    /// @param read told the bytes of each piece
    HashingCopy(FileChannel out, LongConsumer read, Cancel cancel) {
        this.out = out;
        this.read = read;
        this.cancel = cancel;
    }

    /// Copies what a stream still holds.
    ///
    /// @throws cotejo.work.CancelledException when asked to stop
    void of(InputStream in) throws IOException {
        for (int n = in.readNBytes(chunk, 0, CHUNK); n > 0; n = in.readNBytes(chunk, 0, CHUNK)) {
            cancel.check();
            digest.update(chunk, 0, n);
            ByteBuffer piece = ByteBuffer.wrap(chunk, 0, n);
            while (piece.hasRemaining()) {
                out.write(piece);
            }
            told(n);
        }
    }

    /// Copies a file.
    ///
    /// @throws cotejo.work.CancelledException when asked to stop
    void of(FileChannel in) throws IOException {
        try {
            if (in.size() > PIECE) {
                for (long n = in.transferTo(0, PIECE, out); n > 0; n = in.transferTo(bytes, PIECE, out)) {
                    long from = bytes;
                    long to = from + n;
                    hashed = hashed.thenRunAsync(() -> hash(from, to), HASHING);
                    told(n);
                    cancel.check();
                }
            }
        } finally {
            settle();
        }
        // Small files, and those that are longer than their system said.
        in.position(bytes);
        of(Channels.newInputStream(in));
    }

    private void settle() throws IOException {
        try {
            hashed.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof UncheckedIOException told) {
                throw told.getCause();
            }
            throw failure;
        }
    }

    private void hash(long from, long to) {
        try {
            for (long at = from; at < to;) {
                int n = out.read(ByteBuffer.wrap(chunk, 0, (int) Math.min(CHUNK, to - at)), at);
                if (n < 0) {
                    throw new IOException("the copy ends at " + at);
                }
                digest.update(chunk, 0, n);
                at += n;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void told(long n) {
        bytes += n;
        read.accept(n);
    }

    ContentFiles.Taken taken() {
        return new ContentFiles.Taken(HexFormat.of().formatHex(digest.digest()), bytes);
    }
}
