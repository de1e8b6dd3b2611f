package cotejo.model;

import cotejo.text.Texts;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/// Something in the input that could not be used, said once.
///
/// @param file    the file or folder it is about, as a path the person can find
/// @param line    the 1-based line in it, or 0 when no line is meant
/// @param message one sentence for the person: what is wrong, and what was done about it
public record Problem(String file, int line, String message) {

    /// A problem of a whole file.
    public static Problem of(Object file, String message) {
        return new Problem(file.toString(), 0, message);
    }

    /// What failed, in words and without the names of classes: the file, where the failure names one, and [#words].
    public static String describe(Throwable failure) {
        Throwable told = told(failure);
        @Nullable String file = told instanceof FileSystemException named ? named.getFile() : null;
        return file == null ? words(told) : file + ": " + words(told);
    }

    /// Why something failed, in a few words that fit into a sentence, without the file's name.
    public static String words(Throwable failure) {
        Throwable told = told(failure);
        return switch (told) {
            case AccessDeniedException _ -> Texts.get("trouble.denied");
            case NoSuchFileException _ -> Texts.get("trouble.missing");
            case FileAlreadyExistsException _ -> Texts.get("trouble.inTheWay");
            case NotDirectoryException _ -> Texts.get("trouble.notFolder");
            case DirectoryNotEmptyException _ -> Texts.get("trouble.notEmpty");
            case FileSystemLoopException _ -> Texts.get("trouble.loop");
            case FileSystemException named when named.getReason() == null -> Texts.get("trouble.unsaid");
            case FileSystemException named -> named.getReason();
            case OutOfMemoryError _ -> Texts.get("trouble.memory");
            // What these say is for programmers.
            case NullPointerException _, ClassCastException _, StackOverflowError _ -> Texts.get("trouble.fault");
            default -> firstLine(told);
        };
    }

    private static String firstLine(Throwable told) {
        @Nullable String text = told.getMessage();
        if (text == null || text.isBlank()) {
            return Texts.get("trouble.fault");
        }
        return text.strip().lines().findFirst().orElse("");
    }

    /// The failure itself, out of what only carries it.
    private static Throwable told(Throwable failure) {
        Throwable told = failure;
        @Nullable Throwable cause = told.getCause();
        while (cause != null && cause.toString().equals(told.getMessage())) {
            told = cause;
            cause = told.getCause();
        }
        return told;
    }

    @Override
    public String toString() {
        boolean named = line == 0 && message.contains(file);
        return named ? message : (line > 0 ? file + ":" + line : file) + ": " + message;
    }
}
