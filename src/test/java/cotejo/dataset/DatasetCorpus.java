package cotejo.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The corpus of tabular files beside the project, and what other readers made of them.
final class DatasetCorpus {

    static final Path ROOT = Path.of("..", "shared", "corpus");

    private DatasetCorpus() {
    }

    /// A file and what is expected of it.
    record Sample(String name, JsonNode expected) {
        Path path() {
            return ROOT.resolve(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Sample> samples(String list) {
        Path expected = ROOT.resolve("datasets").resolve(list);
        if (!Files.isRegularFile(expected)) {
            return List.of();
        }
        try {
            List<Sample> samples = new ArrayList<>();
            new JsonMapper().readTree(expected.toFile()).get("files").properties()
                    .forEach(entry -> samples.add(new Sample(entry.getKey(), entry.getValue())));
            return samples;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
