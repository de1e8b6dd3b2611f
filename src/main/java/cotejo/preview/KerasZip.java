package cotejo.preview;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.codec.ZipParts.Entry;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Keras 3's `.keras`: a zip with `metadata.json`, `config.json` and the weights as HDF5 or npz.
final class KerasZip {

    private static final int WEIGHTS = 256 << 20;

    private final Archive archive;
    private final FactsBuilder facts;

    KerasZip(Archive archive) {
        this.archive = archive;
        this.facts = archive.facts();
    }

    void read() throws IOException {
        facts.format("keras").runs(Execution.KNOWN_CONSTRUCTORS);
        JsonNode metadata = archive.json(Objects.requireNonNull(archive.exact("metadata.json")));
        facts.framework("Keras " + metadata.path("keras_version").asText("?"));
        facts.say("date saved", metadata.path("date_saved").asText(""));
        new KerasConfig(facts).read(archive.json(Objects.requireNonNull(archive.exact("config.json"))));
        @Nullable Entry weights = archive.exact("model.weights.h5");
        if (weights == null) {
            return;
        }
        archive.take(weights);
        if (weights.size() > WEIGHTS) {
            facts.problem(Texts.get("preview.keras.weights", Figures.bytes(weights.size())));
            return;
        }
        byte[] bytes;
        try (InputStream in = archive.zip().stream(weights)) {
            bytes = in.readNBytes(WEIGHTS);
        }
        Hdf5Reader.weights(bytes, facts);
    }
}
