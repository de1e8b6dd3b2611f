package cotejo.importing;

import cotejo.model.Problem;
import cotejo.text.Texts;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/// Why something that was named could not be read, in a sentence that says what to do.
final class Unreadable {

    private Unreadable() {
    }

    static String sentence(Path named, Throwable failure) {
        String text = Problem.describe(failure);
        return switch (failure) {
            case AccessDeniedException _ -> Texts.get("importing.look.denied");
            case ZipException _ -> Texts.get("importing.look.badZip", text);
            case OutOfMemoryError _ -> Texts.get("importing.look.memory");
            case FileSystemException file -> Texts.get("importing.look.unreadable", Problem.words(file));
            // Sentences of ours name the file.
            default -> text.contains(named.toString()) ? text : Texts.get("importing.look.unreadable", text);
        };
    }
}
