package cotejo.preview;

import cotejo.codec.ZipParts;
import cotejo.preview.Preview.More;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Zip archives: their members as a tree, nothing unpacked.
final class ArchivePreviewer implements Previewer {

    @Override
    public Optional<Preview> look(Candidate candidate, Path file) throws IOException {
        if (!candidate.at(0, 'P', 'K', 3, 4) && !candidate.at(0, 'P', 'K', 5, 6)) {
            return Optional.empty();
        }
        Members members = new Members();
        for (ZipParts.Entry entry : ZipParts.of(candidate.blob()).entries()) {
            if (entry.folder()) {
                members.folder(entry.name());
            } else {
                members.file(entry.name(), entry.size());
            }
        }
        return Optional.of(members.tree(More.ALL_SHOWN));
    }
}
