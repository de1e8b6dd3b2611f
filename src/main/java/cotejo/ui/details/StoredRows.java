package cotejo.ui.details;

import cotejo.artifact.ArtifactTree;
import cotejo.model.StoredFile;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Files that the workspace keeps, as the rows of a tree: folders first, then by name.
final class StoredRows {

    private final Path place;
    private final Set<String> open;
    private final List<DetailRow> rows;

    private StoredRows(Path place, Set<String> open, List<DetailRow> rows) {
        this.place = place;
        this.open = open;
        this.rows = rows;
    }

    /// @param place what they are, [DetailRow.Artifact#ATTACHED] or [DetailRow.Artifact#KEPT]
    /// @param open  the keys of folders that are open
    static void add(Path place, List<StoredFile> files, Set<String> open, List<DetailRow> rows) {
        List<StoredFile> some = files.subList(0, Math.min(files.size(), ArtifactTree.MOST));
        new StoredRows(place, open, rows).add("", some, 0);
        if (some.size() < files.size()) {
            rows.add(new DetailRow.Hint(Texts.get("details.artifacts.cut", Figures.count(ArtifactTree.MOST))));
        }
    }

    private void add(String above, List<StoredFile> files, int depth) {
        Map<String, List<StoredFile>> folders = new TreeMap<>();
        for (StoredFile file : files) {
            int slash = file.path().indexOf('/', above.length());
            if (slash >= 0) {
                folders.computeIfAbsent(file.path().substring(0, slash), any -> new java.util.ArrayList<>()).add(file);
            }
        }
        folders.forEach((path, inside) -> {
            boolean isOpen = open.contains(place + "/" + path);
            rows.add(new DetailRow.Artifact(place, new ArtifactTree.Entry(path, path.substring(above.length()),
                    ArtifactTree.Kind.FOLDER, 0, 0), depth, isOpen));
            if (isOpen) {
                add(path + "/", inside, depth + 1);
            }
        });
        for (StoredFile file : files) {
            if (file.path().indexOf('/', above.length()) < 0) {
                rows.add(new DetailRow.Artifact(place, new ArtifactTree.Entry(file.path(),
                        file.path().substring(above.length()), ArtifactTree.Kind.FILE, file.bytes(), 0), depth, false,
                        file));
            }
        }
    }
}
