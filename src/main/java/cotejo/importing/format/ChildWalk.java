package cotejo.importing.format;

import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/// Lists the children of one folder with their attributes, which the listing of a folder alone would not give.
final class ChildWalk {

    private ChildWalk() {
    }

    /// Hands over every child, links as links; stops after `most`, and says whether that were all.
    static boolean walk(Path parent, Cancel cancel, int most, BiConsumer<Path, BasicFileAttributes> each)
            throws IOException {
        AtomicInteger seen = new AtomicInteger();
        FileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path child, BasicFileAttributes attributes) {
                cancel.check();
                if (child.equals(parent)) {
                    return FileVisitResult.CONTINUE;
                }
                if (seen.incrementAndGet() > most) {
                    return FileVisitResult.TERMINATE;
                }
                each.accept(child, attributes);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path child, IOException failure) throws IOException {
                if (child.equals(parent)) {
                    throw failure;
                }
                return FileVisitResult.CONTINUE;
            }
        };
        // At depth one, folders come as files too, with their attributes.
        Files.walkFileTree(parent, EnumSet.noneOf(FileVisitOption.class), 1, visitor);
        return seen.get() <= most;
    }
}
