package cotejo.registry;

import cotejo.model.ModelId;
import cotejo.model.RunFrame;
import cotejo.model.StoredFile;
import cotejo.model.VersionCard;
import cotejo.store.ContentStore;
import cotejo.store.RegistryBook;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// What is known of single versions: facts, passport, files and whether they are whole. It reads files; not for the
/// FX thread.
public final class Versions {

    private final RegistryBook book;
    private final ContentStore content;
    private final Whereabouts whereabouts;
    private final FactsReader reader;

    Versions(RegistryBook book, ContentStore content, Whereabouts whereabouts, Attachments attachments) {
        this.book = book;
        this.content = content;
        this.whereabouts = whereabouts;
        this.reader = new FactsReader(book, whereabouts, attachments);
    }

    RunFrame frame() {
        return whereabouts.frame();
    }

    /// The row of a version's run in the frame, or -1 when the workspace does not have it.
    public int runRow(RunFrame frame, VersionCard version) {
        return whereabouts.run(frame, version);
    }

    public VersionFacts facts(ModelId id, VersionCard version, Cancel cancel) {
        return reader.of(id, version, cancel);
    }

    public Passport passport(ModelId id, VersionCard version, Cancel cancel) {
        return Passport.of(version, facts(id, version, cancel), reader.files(id, version, cancel),
                book.facts(id, version.version()).byHand());
    }

    /// Reads the files of a version that only its source has for the hash in its passport, however large they are;
    /// those of small ones were read for it already. It holds while the program runs and the version does not change.
    public void hash(ModelId id, VersionCard version, Cancel cancel) {
        reader.hash(id, version, cancel);
    }

    /// The files of a version, where they can be read now.
    ///
    /// @throws IOException     when a folder cannot be read
    /// @throws RegistryRefusal when they are not to be had; its message says why
    public List<NamedFile> files(ModelId id, VersionCard version, Cancel cancel) throws IOException {
        return whereabouts.files(id, version, cancel);
    }

    /// That files of a kept version vanished or have another length, as far as that is seen without reading them; empty
    /// when nothing is wrong. [#damaged] reads them all.
    public String lost(ModelId id, VersionCard version) {
        List<String> wrong = new ArrayList<>();
        for (StoredFile file : book.files(id, version.version())) {
            try {
                if (Files.size(content.path(file.sha256())) != file.bytes()) {
                    wrong.add(Texts.get("registry.file.changed", file.path()));
                }
            } catch (IOException gone) {
                wrong.add(Texts.get("registry.file.missing", file.path()));
            }
        }
        return wrong.isEmpty() ? "" : Texts.get("registry.bundle.damagedHere", id.name(),
                Integer.toString(version.version()), String.join(", ", wrong));
    }

    /// Reads all files of a kept version and tells those that vanished or changed, each in a few words.
    public List<String> damaged(ModelId id, VersionCard version, Cancel cancel) {
        List<String> wrong = new ArrayList<>();
        for (StoredFile file : book.files(id, version.version())) {
            try {
                switch (content.state(file.sha256(), cancel)) {
                    case INTACT -> { }
                    case MISSING -> wrong.add(Texts.get("registry.file.missing", file.path()));
                    case CHANGED -> wrong.add(Texts.get("registry.file.changed", file.path()));
                }
            } catch (IOException unreadable) {
                wrong.add(Texts.get("registry.file.unreadable", file.path()));
            }
        }
        return wrong;
    }
}
