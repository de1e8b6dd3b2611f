package cotejo.importing;

import cotejo.model.Problem;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds out what was dropped: asks every importer, and searches folders for stores, by content and never by name
/// alone. The search is bounded in depth and number and follows no links.
public final class Recognition {

    private static final int DEPTH = 8;
    private static final int FOLDERS = 20_000;
    private static final int FILES = 50_000;

    /// Folders that may not be looked into are told, up to so many.
    private static final int BARRED = 10;

    private record Step(Path path, int depth) {
    }

    private final List<RunImporter> importers;

    public Recognition(List<RunImporter> importers) {
        this.importers = importers;
    }

    /// Looks at paths a person named. Never throws for what the paths hold.
    public Looked look(List<Path> paths, Cancel cancel) {
        List<FoundStore> stores = new ArrayList<>();
        List<Problem> refused = new ArrayList<>();
        for (Path path : paths) {
            lookAt(path, stores, refused, cancel);
        }
        return new Looked(List.copyOf(stores), List.copyOf(refused));
    }

    private void lookAt(Path path, List<FoundStore> stores, List<Problem> refused, Cancel cancel) {
        if (!Files.exists(path)) {
            refused.add(Problem.of(path, Texts.get("importing.look.missing")));
            return;
        }
        @Nullable String closed = closed(path);
        if (closed != null) {
            refused.add(Problem.of(path, Texts.get(closed)));
            return;
        }
        try {
            Path real = path.toRealPath();
            List<FoundStore> found = new ArrayList<>();
            List<String> evidence = new ArrayList<>();
            List<Problem> barred = new ArrayList<>();
            if (ZipStore.isZip(real)) {
                try (FileSystem zip = ZipStore.open(real)) {
                    search(zip.getPath("/"), real, found, evidence, barred, cancel);
                }
            } else {
                search(real, real, found, evidence, barred, cancel);
            }
            refused.addAll(barred);
            if (found.isEmpty() && barred.isEmpty()) {
                refused.add(Problem.of(path, refusal(real, evidence)));
            }
            stores.addAll(found);
        } catch (IOException unreadable) {
            refused.add(Problem.of(path, Unreadable.sentence(path.toAbsolutePath(), unreadable)));
        }
    }

    // texts: importing.look.denied, importing.look.notPlain
    private static @Nullable String closed(Path path) {
        if (!Files.isReadable(path)) {
            return "importing.look.denied";
        }
        return Files.isRegularFile(path) || Files.isDirectory(path) ? null : "importing.look.notPlain";
    }

    private static String refusal(Path path, List<String> evidence) throws IOException {
        for (String reason : evidence) {
            if (reason.endsWith(".")) {
                return reason;
            }
        }
        if (!evidence.isEmpty()) {
            return Texts.get("importing.look.notAStore", String.join("; ", evidence));
        }
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
                if (!children.iterator().hasNext()) {
                    return Texts.get("importing.look.emptyFolder");
                }
            }
            return Texts.get("importing.look.nothingInFolder");
        }
        return Texts.get(Files.size(path) == 0 ? "importing.look.emptyFile" : "importing.look.unknownFile");
    }

    private void search(Path root, Path file, List<FoundStore> found, List<String> evidence,
            List<Problem> barred, Cancel cancel) throws IOException {
        List<FoundStore> weak = new ArrayList<>();
        Deque<Step> queue = new ArrayDeque<>(List.of(new Step(root, 0)));
        int folders = 0;
        int files = 0;
        while (!queue.isEmpty() && folders < FOLDERS && files < FILES) {
            cancel.check();
            Step step = queue.removeFirst();
            FoundStore best = best(step.path(), root, file, step.depth() == 0 ? evidence : new ArrayList<>());
            if (best.claim().strength().compareTo(Claim.Strength.LIKELY) >= 0) {
                found.add(best);
                continue;
            }
            if (best.claim().strength() == Claim.Strength.WEAK) {
                weak.add(best);
            }
            if (Files.isDirectory(step.path(), LinkOption.NOFOLLOW_LINKS)) {
                folders++;
                if (step.depth() < DEPTH) {
                    files += enqueue(step, queue, barred);
                }
            }
        }
        if (found.isEmpty() && !weak.isEmpty()) {
            found.add(weak.getFirst());
        }
    }

    private static int enqueue(Step step, Deque<Step> queue, List<Problem> barred) {
        int files = 0;
        try (DirectoryStream<Path> children = Files.newDirectoryStream(step.path())) {
            List<Path> sorted = new ArrayList<>();
            for (Path child : children) {
                if (files++ > FILES) {
                    break;
                }
                boolean folder = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
                if (folder || Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
                    sorted.add(child);
                }
            }
            sorted.sort(null);
            sorted.forEach(child -> queue.add(new Step(child, step.depth() + 1)));
        } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
            if (barred.size() < BARRED) {
                barred.add(Problem.of(step.path(), Unreadable.sentence(step.path(), unreadable)));
            }
        }
        return files;
    }

    private FoundStore best(Path path, Path root, Path file, List<String> evidence) {
        String inside = root.equals(file) ? "" : path.toString();
        Path disk = root.equals(file) ? path : file;
        FoundStore best = new FoundStore(disk, inside, importers.getFirst(), Claim.none());
        for (RunImporter importer : importers) {
            Claim claim = claim(importer, path);
            if (claim.strength().compareTo(best.claim().strength()) > 0) {
                best = new FoundStore(disk, inside, importer, claim);
            } else if (claim.strength() == Claim.Strength.NONE && !claim.evidence().isEmpty()) {
                evidence.add(claim.evidence());
            }
        }
        return best;
    }

    private static Claim claim(RunImporter importer, Path path) {
        try {
            return importer.claim(path);
        } catch (IOException | RuntimeException unreadable) {
            return new Claim(Claim.Strength.NONE, Unreadable.sentence(path, unreadable));
        }
    }
}
