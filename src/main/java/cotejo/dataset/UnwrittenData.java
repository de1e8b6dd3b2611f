package cotejo.dataset;

import cotejo.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that could not be written; its message is a sentence that names it, and says so when the disk is full.
public final class UnwrittenData extends IOException {

    private static final long serialVersionUID = 1L;
    /// Less room than this is none: a file system keeps some for itself.
    private static final long ROOM = 8L << 20;

    /// @param target what was to be written
    public UnwrittenData(Path target, IOException failure) {
        super(full(target) ? Texts.get("dataset.out.full", target)
                : Texts.get("dataset.out.failed", target, String.valueOf(failure.getMessage())), failure);
    }

    /// Whether the disk that a file was to be written to has no room.
    public static boolean full(Path target) {
        try {
            return Files.getFileStore(target.toAbsolutePath().getParent()).getUsableSpace() < ROOM;
        } catch (IOException unknown) {
            return false;
        }
    }
}
