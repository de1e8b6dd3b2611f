package cotejo.registry;

import cotejo.preview.ModelFiles;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The files of a folder, or the one file, that a version is made of. Links are not followed.
final class Folders {

    static final int MOST = 100_000;

    private Folders() {
    }

    /// All files below a folder with their places in it; a single file stands at the top, with the weights
    /// beside it that it names.
    ///
    /// @throws RegistryRefusal when there is none, or there are too many
    static List<NamedFile> files(Path top, Cancel cancel) throws IOException {
        return Files.isRegularFile(top) ? withData(top, cancel) : asGiven(top, cancel);
    }

    /// As [#files], but of a single file nothing beside it.
    static List<NamedFile> asGiven(Path top, Cancel cancel) throws IOException {
        if (Files.isRegularFile(top)) {
            return List.of(alone(top));
        }
        if (!Files.isDirectory(top)) {
            throw new RegistryRefusal(RegistryRefusal.Kind.FILE, Texts.get("registry.file.gone", top.toString()));
        }
        List<NamedFile> files = new ArrayList<>();
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                cancel.check();
                if (attributes.isRegularFile()) {
                    if (files.size() == MOST) {
                        throw new RegistryRefusal(RegistryRefusal.Kind.FILE,
                                Texts.get("registry.file.many", top.toString(), Integer.toString(MOST)));
                    }
                    files.add(new NamedFile(below(top, file), file, attributes.size(), ""));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        if (files.isEmpty()) {
            throw new RegistryRefusal(RegistryRefusal.Kind.FILE, Texts.get("registry.file.none", top.toString()));
        }
        files.sort(Comparator.comparing(NamedFile::path));
        return files;
    }

    private static NamedFile alone(Path file) throws IOException {
        return new NamedFile(name(file), file, Files.size(file), "");
    }

    /// A model file with the files beside it in which it keeps its weights: without them it is worth nothing.
    private static List<NamedFile> withData(Path model, Cancel cancel) throws IOException {
        List<NamedFile> files = new ArrayList<>();
        files.add(alone(model));
        for (Path data : ModelFiles.dataOf(model, cancel)) {
            files.add(new NamedFile(below(model.toAbsolutePath().resolveSibling(".").normalize(), data), data,
                    Files.size(data), ""));
        }
        return files;
    }

    /// Several dropped files and folders together: each stands under its own name; a folder that is alone is the top.
    static List<NamedFile> together(List<Path> tops, Cancel cancel) throws IOException {
        if (tops.size() == 1) {
            return files(tops.getFirst(), cancel);
        }
        List<NamedFile> all = new ArrayList<>();
        for (Path top : tops) {
            for (NamedFile file : files(top, cancel)) {
                String path = Files.isDirectory(top) ? name(top) + "/" + file.path() : file.path();
                if (all.stream().anyMatch(other -> isSame(other.file(), file.file()))) {
                    continue;
                }
                if (all.stream().anyMatch(other -> other.path().equals(path))) {
                    throw new RegistryRefusal(RegistryRefusal.Kind.FILE,
                            Texts.get("registry.file.twice", path));
                }
                all.add(new NamedFile(path, file.file(), file.bytes(), ""));
            }
        }
        all.sort(Comparator.comparing(NamedFile::path));
        return all;
    }

    /// Weights that were dropped together with the model that names them are there twice.
    private static boolean isSame(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private static String below(Path top, Path file) {
        List<String> parts = new ArrayList<>();
        top.relativize(file).forEach(part -> parts.add(part.toString()));
        return String.join("/", parts);
    }

    static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
