package cotejo.importing.format;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Counts the artifact files of a run where they lie in one of MLflow's usual folders beside the database.
final class MlflowSqlArtifacts {

    private static final List<String> USUAL = List.of("artifacts", "mlartifacts", "mlruns");
    private static final int MOST_FILES = 100_000;
    private static final int DEEPEST = 64;

    private final List<Path> roots = new ArrayList<>();
    private final Consumer<Path> circle;

    /// @param circle told of a link that leads in a circle, once a run; such a one is not followed
    MlflowSqlArtifacts(Path database, Consumer<Path> circle) throws IOException {
        this.circle = circle;
        for (String name : USUAL) {
            Path root = database.toAbsolutePath().resolveSibling(name);
            if (Files.isDirectory(root)) {
                roots.add(root.toRealPath());
            }
        }
    }

    /// How many files lie there; 0 when no folder is found, or when it cannot be read.
    int count(String artifactUri, String experimentId, String runId) {
        if (roots.isEmpty()) {
            return 0;
        }
        String[] parts = artifactUri.split("[/\\\\]");
        for (Path root : roots) {
            for (int i = 1; i < parts.length; i++) {
                if (parts[i].equals(runId)) {
                    int found = countIn(root, parts[i - 1], runId);
                    if (found >= 0) {
                        return found;
                    }
                }
            }
            int found = countIn(root, experimentId, runId);
            if (found >= 0) {
                return found;
            }
        }
        return 0;
    }

    private int countIn(Path root, String experiment, String runId) {
        try {
            Path folder = root.resolve(experiment).resolve(runId).resolve("artifacts");
            boolean inside = folder.normalize().equals(folder) && folder.startsWith(root)
                    && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && folder.toRealPath().equals(folder);
            return inside ? countFiles(folder) : -1;
        } catch (IOException | InvalidPathException | SecurityException unreadable) {
            return -1;
        }
    }

    private int countFiles(Path folder) throws IOException {
        int[] files = {0};
        List<Path> circles = new ArrayList<>();
        Files.walkFileTree(folder, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                files[0] += facts.isRegularFile() ? 1 : 0;
                if (facts.isSymbolicLink() && circles.isEmpty() && FolderReading.circles(file)) {
                    circles.add(file);
                }
                return files[0] < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
        circles.forEach(circle);
        return files[0];
    }
}
