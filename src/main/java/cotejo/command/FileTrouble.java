package cotejo.command;

import cotejo.dataset.UnwrittenData;
import cotejo.model.Problem;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// What the file system refused, in a sentence that names the file and no class of ours or Java's.
final class FileTrouble {

    private FileTrouble() {
    }

    /// Something to write that could not be written. The file named is the one that was asked for, whatever the one
    /// beside it is called that is written first.
    static IOException writing(Path out, IOException failure) {
        if (UnwrittenData.full(out)) {
            return new IOException(Texts.get("dataset.out.full", out.toString()), failure);
        }
        String why = failure instanceof NoSuchFileException ? Texts.get("command.file.noFolder") : words(failure);
        return new IOException(Texts.get("command.write.failed", out.toString(), why), failure);
    }

    /// A failure that nobody said more about.
    static String sentence(IOException failure) {
        return failure instanceof FileSystemException named && named.getFile() != null
                ? Texts.get("command.file.failed", named.getFile(), words(named))
                : Problem.describe(failure);
    }

    private static String words(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> Texts.get("command.file.denied");
            case FileAlreadyExistsException _ -> Texts.get("command.file.inTheWay");
            case NoSuchFileException _ -> Texts.get("command.file.missing");
            case FileSystemException named when named.getReason() != null -> named.getReason();
            default -> Problem.describe(failure);
        };
    }
}
