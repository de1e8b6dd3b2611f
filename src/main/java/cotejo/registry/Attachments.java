package cotejo.registry;

import cotejo.model.StoredFile;
import cotejo.store.AttachedFiles;
import cotejo.store.ContentStore;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Attaches files and folders to a run: they are copied into the workspace, and where they came from is only read.
public final class Attachments {

    private final ContentStore content;
    private final AttachedFiles rows;

    Attachments(ContentStore content, AttachedFiles rows) {
        this.content = content;
        this.rows = rows;
    }

    /// Files that were attached or taken away. Until this is closed their content stays, so that the deed can be taken
    /// back and done again.
    public record Deed(long runKey, List<StoredFile> files, ContentStore.Intake hold) implements AutoCloseable {
        @Override
        public void close() {
            hold.close();
        }
    }

    /// The files attached to a run, by path.
    public List<StoredFile> of(long runKey) {
        return rows.of(runKey);
    }

    /// Those of a run at a path or below it; all for the empty path.
    public List<StoredFile> below(long runKey, String path) {
        return rows.of(runKey).stream().filter(file -> path.isEmpty() || file.path().equals(path)
                || file.path().startsWith(path + "/")).toList();
    }

    /// Copies files and folders in and attaches them, all or none. Each stands under its own name; where a run has that
    /// name already, as `name (2)`.
    ///
    /// @throws RegistryRefusal when one of them is not there, or is an empty folder
    public Deed attach(long runKey, List<Path> tops, Progress progress, Cancel cancel) throws IOException {
        Set<String> taken = new HashSet<>();
        rows.of(runKey).forEach(file -> taken.add(first(file.path())));
        List<StoredFile> files = new ArrayList<>();
        ContentStore.Intake intake = content.intake();
        try {
            for (Path top : tops) {
                String name = free(Folders.name(top.toAbsolutePath().normalize()), taken);
                for (NamedFile file : Folders.asGiven(top, cancel)) {
                    String path = Files.isDirectory(top) ? name + "/" + file.path() : name;
                    files.add(intake.take(path, file.file(), progress, cancel));
                }
            }
            rows.add(runKey, files);
        } catch (IOException | RuntimeException failure) {
            intake.close();
            content.collect();
            throw failure;
        }
        return new Deed(runKey, List.copyOf(files), intake);
    }

    /// Takes what is attached at a path away again.
    ///
    /// @throws RegistryRefusal when nothing is attached there
    public Deed detach(long runKey, String path) {
        List<StoredFile> files = below(runKey, path);
        if (files.isEmpty()) {
            throw new RegistryRefusal(RegistryRefusal.Kind.UNKNOWN, Texts.get("registry.attached.none", path));
        }
        ContentStore.Intake hold = content.intake();
        hold.hold(files);
        rows.remove(runKey, files);
        return new Deed(runKey, files, hold);
    }

    /// Attaches the files of a deed again.
    public void put(Deed deed) {
        rows.add(deed.runKey(), deed.files());
    }

    /// Takes the files of a deed away again.
    public void takeAway(Deed deed) {
        rows.remove(deed.runKey(), deed.files());
    }

    private static String first(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    /// The name, or with a number before its extension when it is taken.
    private static String free(String name, Set<String> taken) {
        int dot = name.lastIndexOf('.');
        String stem = dot <= 0 ? name : name.substring(0, dot);
        String extension = dot <= 0 ? "" : name.substring(dot);
        String free = name;
        for (int n = 2; !taken.add(free); n++) {
            free = stem + " (" + n + ")" + extension;
        }
        return free;
    }
}
