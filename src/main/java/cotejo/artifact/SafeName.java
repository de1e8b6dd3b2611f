package cotejo.artifact;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one way from names in a source to a path: each name must be a plain one, on every system.
final class SafeName {

    private static final int LONGEST = 255;
    /// On Windows a colon marks a drive or a hidden stream; elsewhere it is a letter like any other, as in `12:30.log`.
    private static final boolean COLON_LEADS = FileSystems.getDefault().getSeparator().equals("\\");

    private SafeName() {
    }

    /// A name that leads one step down and nowhere else: no separator of any system, no drive or stream mark where
    /// there are such, no control character, not `.` or `..` (also not with blanks or dots behind, which Windows
    /// drops).
    static boolean isSafe(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return false;
        }
        boolean onlyDots = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '/' || c == '\\' || c == ':' && COLON_LEADS || c < ' ') {
                return false;
            }
            onlyDots &= c == '.' || c == ' ';
        }
        return !onlyDots;
    }

    /// The path below a folder, or null when a name is not safe or cannot be a name here.
    static @Nullable Path below(Path folder, List<String> names) {
        Path path = folder;
        try {
            for (String name : names) {
                if (!isSafe(name)) {
                    return null;
                }
                path = path.resolve(name);
            }
        } catch (InvalidPathException e) {
            // A character this system has no file names for.
            return null;
        }
        return path;
    }
}
