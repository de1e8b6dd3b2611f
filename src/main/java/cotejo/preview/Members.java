package cotejo.preview;

import cotejo.preview.Preview.Branch;
import cotejo.preview.Preview.More;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The members of an archive on their way into a tree, by their names.
final class Members {

    static final int MOST = 20_000;
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

    private final Folder top = new Folder();
    private int count;

    /// Adds a member, as long as there is room.
    void file(String name, long bytes) {
        String[] parts = name.split("/");
        if (count++ < MOST && parts.length > 0) {
            folder(parts, parts.length - 1).files.add(new Branch(parts[parts.length - 1], bytes, List.of()));
        }
    }

    void folder(String name) {
        String[] parts = name.split("/");
        if (count++ < MOST) {
            folder(parts, parts.length);
        }
    }

    private Folder folder(String[] parts, int deep) {
        Folder folder = top;
        for (int i = 0; i < Math.min(deep, DEEPEST); i++) {
            folder = folder.folders.computeIfAbsent(parts[i], name -> new Folder());
        }
        return folder;
    }

    int count() {
        return count;
    }

    /// @param read whether the archive was read to its end
    Preview.Tree tree(More read) {
        boolean cut = read == More.CUT || count > MOST;
        return new Preview.Tree(Texts.get(cut ? "preview.archive.start" : "preview.archive", Figures.count(count)),
                top.branches(), cut ? More.CUT : More.ALL_SHOWN);
    }
}
