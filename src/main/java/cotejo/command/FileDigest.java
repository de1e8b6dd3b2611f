package cotejo.command;

import cotejo.work.Cancel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The SHA-256 of a file. Headers of models are read in an instant however large they are, a hash is not: it is left
/// out of large files unless asked for.
final class FileDigest {

    private static final long QUICK = 256L << 20;

    /// Whether a large file is worth the time.
    enum When {
        QUICK,
        ALWAYS
    }

    private FileDigest() {
    }

    /// The hash in hexadecimal; null when the file is large and it was not asked for.
    static @Nullable String of(Path file, When when, Cancel cancel) throws IOException {
        if (when == When.QUICK && Files.size(file) > QUICK) {
            return null;
        }
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
        byte[] buffer = new byte[1 << 18];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                cancel.check();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
