package cotejo.ui.imports;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads paths from pasted text: one a line, as file managers and terminals write them, with or without quotes, or as
/// `file:` addresses.
final class PathText {

    private static final int MOST = 100;

    private PathText() {
    }

    /// The absolute paths in a text that name something that is there.
    static List<Path> read(String text) {
        List<Path> paths = new ArrayList<>();
        text.lines().limit(MOST).map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            try {
                Path path = line.startsWith("file:") ? Path.of(URI.create(line)) : Path.of(home(unquoted(line)));
                if (path.isAbsolute() && Files.exists(path)) {
                    paths.add(path);
                }
            } catch (FileSystemNotFoundException | IllegalArgumentException notAPath) {
                org.slf4j.LoggerFactory.getLogger(PathText.class).trace("not a path", notAPath);
            }
        });
        return paths;
    }

    private static String unquoted(String line) {
        boolean quoted = line.length() > 1 && (line.charAt(0) == '"' || line.charAt(0) == '\'')
                && line.charAt(line.length() - 1) == line.charAt(0);
        return quoted ? line.substring(1, line.length() - 1) : line;
    }

    private static String home(String line) {
        return line.startsWith("~/") ? System.getProperty("user.home") + line.substring(1) : line;
    }
}
