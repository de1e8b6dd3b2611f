package cotejo.preview;

import cotejo.codec.ZipParts;
import cotejo.preview.Preview.Branch;
import cotejo.preview.Preview.More;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Zip archives: their members as a tree, nothing unpacked.
final class ArchivePreviewer implements Previewer {

    private static final int MOST = 20_000;
    private static final int DEEPEST = 64;

    /// A folder while it is filled.
    private static final class Folder {
        private final Map<String, Folder> folders = new LinkedHashMap<>();
        private final List<Branch> files = new ArrayList<>();

        List<Branch> branches() {
            List<Branch> all = new ArrayList<>();
            folders.forEach((name, folder) -> all.add(new Branch(name, -1, folder.branches())));
            all.addAll(files);
            return List.copyOf(all);
        }
    }

    @Override
    public Optional<Preview> look(Candidate candidate, Path file) throws IOException {
        if (!candidate.at(0, 'P', 'K', 3, 4) && !candidate.at(0, 'P', 'K', 5, 6)) {
            return Optional.empty();
        }
        ZipParts zip = ZipParts.of(candidate.blob());
        Folder top = new Folder();
        int shown = 0;
        for (ZipParts.Entry entry : zip.entries()) {
            if (shown++ < MOST) {
                place(entry, top);
            }
        }
        String title = Texts.get("preview.archive", Figures.count(zip.entries().size()));
        return Optional.of(new Preview.Tree(title, top.branches(), shown > MOST ? More.CUT : More.ALL_SHOWN));
    }

    private static void place(ZipParts.Entry entry, Folder top) {
        String[] parts = entry.name().split("/");
        Folder folder = top;
        int folders = entry.folder() ? parts.length : parts.length - 1;
        for (int i = 0; i < Math.min(folders, DEEPEST); i++) {
            folder = folder.folders.computeIfAbsent(parts[i], name -> new Folder());
        }
        if (!entry.folder() && parts.length > 0) {
            folder.files.add(new Branch(parts[parts.length - 1], entry.size(), List.of()));
        }
    }
}
