package cotejo.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Model files. A zip that holds no model is an archive like any other.
final class ModelPreviewer implements Previewer {

    @Override
    public Optional<Preview> look(Candidate candidate, Path file) throws IOException {
        if (candidate.name().equals("MLmodel") || ModelReaders.of(candidate).isEmpty()) {
            return Optional.empty();
        }
        FactsBuilder facts = new FactsBuilder(file, candidate.size());
        ModelFiles.read(candidate, facts);
        ModelFacts found = facts.build();
        return found.recognised() ? Optional.of(new Preview.Model(found)) : Optional.empty();
    }
}
