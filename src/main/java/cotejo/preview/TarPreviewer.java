package cotejo.preview;

import cotejo.preview.Preview.More;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Tar archives, packed or not: their members as a tree. What is packed is unpacked on the way, never to disk, and only
/// so far.
final class TarPreviewer implements Previewer {

    @Override
    public Optional<Preview> look(Candidate candidate, Path file) throws IOException {
        Packed.Packing packing = Packed.packing(candidate);
        if (!isTar(candidate) && (packing == null || Packed.head(candidate).filter(TarPreviewer::isTar).isEmpty())) {
            return Optional.empty();
        }
        Members members = new Members();
        More read = More.ALL_SHOWN;
        try (InputStream in = packing == null ? candidate.blob().stream(0) : Packed.open(packing, candidate);
                TarArchiveInputStream tar = new TarArchiveInputStream(new BufferedInputStream(in, 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                candidate.cancel().check();
                if (entry.isDirectory()) {
                    members.folder(entry.getName());
                } else {
                    members.file(entry.getName(), entry.getSize());
                }
                if (members.count() > Members.MOST) {
                    break;
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            if (members.count() == 0) {
                throw new IOException(broken.getMessage(), broken);
            }
            read = More.CUT;
        }
        return Optional.of(members.tree(read));
    }

    private static boolean isTar(Candidate candidate) {
        return candidate.at(257, 'u', 's', 't', 'a', 'r');
    }
}
