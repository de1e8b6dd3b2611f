package cotejo.store;

import cotejo.model.Problem;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What went wrong with a workspace, in a sentence for the person that names the workspace and says what to do.
final class Trouble {

    private static final long NEEDED = 256L << 10;
    private static final int CORRUPTED = 90030;

    private Trouble() {
    }

    static StoreException of(Throwable failure, WorkspaceFolder folder) {
        if (failure instanceof StoreException known) {
            return known;
        }
        String place = folder.path().toString();
        if (full(failure, folder.path())) {
            return new StoreException(StoreException.Kind.FAILED, Texts.get("store.full", place), failure);
        }
        if (failure instanceof SQLException sql && sql.getErrorCode() == CORRUPTED) {
            return new StoreException(StoreException.Kind.UNUSABLE, Texts.get("store.folder.cannotOpen",
                    folder.databaseFile().toString(), words(failure), folder.backups().toString()), failure);
        }
        return new StoreException(StoreException.Kind.FAILED, Texts.get("store.failed", place, words(failure)),
                failure);
    }

    /// Whether the disk has no room: as the failure says, or, where H2 only says that it closed, as the disk does.
    static boolean full(Throwable failure, Path folder) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (text.contains("no space left") || text.contains("not enough space")
                    || text.contains("quota exceeded")) {
                return true;
            }
        }
        try {
            return (failure instanceof SQLException || failure instanceof IOException)
                    && Files.getFileStore(folder).getUsableSpace() < NEEDED;
        } catch (IOException unknown) {
            return false;
        }
    }

    /// A failure in a few words, without class names and statements.
    static String words(Throwable failure) {
        String text = String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
        return switch (failure) {
            case AccessDeniedException _ -> Texts.get("store.words.denied");
            case FileAlreadyExistsException _ -> Texts.get("store.words.inTheWay");
            case FileSystemException named -> Problem.words(named);
            case SQLException _ -> text.replaceFirst("; SQL statement:.*", "").replaceFirst(" \\[\\d+-\\d+]$", "");
            default -> Problem.words(failure);
        };
    }
}
