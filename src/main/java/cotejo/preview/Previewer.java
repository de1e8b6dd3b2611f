package cotejo.preview;

import java.io.IOException;
import java.util.Optional;

/// Shows files of one kind. It decides by content; the name counts only where content leaves it open.
interface Previewer {

    /// What the file shows, or nothing when it is of another kind.
    ///
    /// @throws IOException when it is of this kind and cannot be read; the message is a sentence
    Optional<Preview> look(Candidate candidate, java.nio.file.Path file) throws IOException;
}
