package cotejo.importing;

import cotejo.artifact.ZipStore;
import cotejo.model.Problem;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds out what was dropped: asks every importer, and searches folders for stores, by content and never by name
/// alone. The search is bounded in depth and number, follows no links, and looks into zip files on its way.
public final class Recognition {

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
            refused.add(Problem.of(path, Texts.get(
                    Files.isSymbolicLink(path) ? "importing.look.link" : "importing.look.missing")));
            return;
        }
        @Nullable String closed = closed(path);
        if (closed != null) {
            refused.add(Problem.of(path, Texts.get(closed)));
            return;
        }
        try {
            Path real = path.toRealPath();
            StoreSearch search = new StoreSearch(importers, cancel);
            if (ZipStore.isZip(real)) {
                search.zip(real);
            } else {
                search.path(real);
            }
            refused.addAll(search.barred());
            if (search.cut()) {
                refused.add(Problem.of(path, Texts.get("importing.look.cut")));
            } else if (search.found().isEmpty() && search.barred().isEmpty()) {
                refused.add(Problem.of(path, refusal(real, search.evidence())));
            }
            stores.addAll(search.found());
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
}
