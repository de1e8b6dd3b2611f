package cotejo.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file beside its place first, so that a failure never leaves half of it in the place of an older one.
public final class FreshFile {

    /// What is written.
    @FunctionalInterface
    public interface Body {
        void to(Writer out) throws IOException;
    }

    private FreshFile() {
    }

    /// @throws IOException when the file cannot be written; what was there before is there still
    public static void write(Path file, Body body) throws IOException {
        Path fresh = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                body.to(writer);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
