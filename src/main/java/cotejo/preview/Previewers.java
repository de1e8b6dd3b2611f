package cotejo.preview;

import cotejo.codec.Blob;
import cotejo.model.Problem;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The list of all previewers, in the order they are asked. A new one is a file and a line here. Whatever a file is,
/// something is shown: bytes, if nothing else.
public final class Previewers {

    private static final List<Previewer> ALL = List.of(new ImagePreviewer(), new AudioPreviewer(), new PdfPreviewer(),
            new ModelPreviewer(), new ArchivePreviewer(), new TarPreviewer(), new TablePreviewer(),
            new TextPreviewer());

    private Previewers() {
    }

    /// What a file or a folder of a model shows. Reads little of large files. Not for the FX thread.
    ///
    /// @throws CancelledException when stopping was asked for
    public static Preview of(Path file, Cancel cancel) {
        try {
            if (Files.isDirectory(file)) {
                return new Preview.Model(ModelFiles.inspect(file, cancel));
            }
            if (!Files.isRegularFile(file)) {
                return new Preview.Refused(Texts.get("preview.model.gone", file));
            }
            try (Blob blob = Blob.open(file)) {
                return of(file, blob, cancel);
            }
        } catch (CancelledException asked) {
            throw asked;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return new Preview.Refused(Texts.get("preview.unreadable", file, Problem.describe(broken)));
        }
    }

    private static Preview of(Path file, Blob blob, Cancel cancel) throws IOException {
        if (blob.size() == 0) {
            return new Preview.Refused(Texts.get("preview.empty"));
        }
        Candidate candidate = new Candidate(ModelFiles.fileName(file), blob, blob.bytes(0, Candidate.HEAD), 0, cancel);
        for (Previewer previewer : ALL) {
            Optional<Preview> shown = previewer.look(candidate, file);
            if (shown.isPresent()) {
                return shown.get();
            }
        }
        return new Preview.Hex(file, blob.size());
    }
}
