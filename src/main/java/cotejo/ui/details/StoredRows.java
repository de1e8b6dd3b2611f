package cotejo.ui.details;

import cotejo.artifact.ArtifactTree;
import cotejo.model.StoredFile;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Files that the workspace keeps, as the rows of a tree: folders first, then by name.
///
/// @param place   what they are, [DetailRow.Artifact#ATTACHED] or [DetailRow.Artifact#KEPT]
/// @param modelId the logged model whose files these are, or empty
/// @param open    tells by the keys of folders which are open
record StoredRows(String place, String modelId, Predicate<String> open, List<DetailRow> rows) {

    /// Adds the rows of files below a folder.
    ///
    /// @param above that folder with a `/` behind it, or empty for all
    void add(String above, List<StoredFile> files, int depth) {
        List<StoredFile> some = files.subList(0, Math.min(files.size(), ArtifactTree.MOST));
        level(above, some, depth);
        if (some.size() < files.size()) {
            rows.add(new DetailRow.Hint(Texts.get("details.artifacts.cut", Figures.count(ArtifactTree.MOST))));
        }
    }

    private void level(String above, List<StoredFile> files, int depth) {
        Map<String, List<StoredFile>> folders = new TreeMap<>();
        for (StoredFile file : files) {
            int slash = file.path().indexOf('/', above.length());
            if (slash >= 0) {
                folders.computeIfAbsent(file.path().substring(0, slash), any -> new ArrayList<>()).add(file);
            }
        }
        folders.forEach((path, inside) -> folder(path, path.substring(above.length()), inside, depth));
        for (StoredFile file : files) {
            if (file.path().indexOf('/', above.length()) < 0) {
                rows.add(new DetailRow.Artifact(place, modelId, new ArtifactTree.Entry(file.path(),
                        file.path().substring(above.length()), ArtifactTree.Kind.FILE, file.bytes(), 0), depth, false,
                        file));
            }
        }
    }

    /// Adds the row of a folder, and what is in it when it is open.
    void folder(String path, String name, List<StoredFile> inside, int depth) {
        DetailRow.Artifact folder = new DetailRow.Artifact(place, modelId, new ArtifactTree.Entry(path, name,
                ArtifactTree.Kind.FOLDER, 0, 0), depth, open.test(place + "/" + path), null);
        rows.add(folder);
        if (folder.open()) {
            level(path + "/", inside, depth + 1);
        }
    }
}
