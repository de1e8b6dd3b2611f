package cotejo.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a name tells of a file.
class ArtifactTypeTest {

    @ParameterizedTest
    @CsvSource({"confusion.PNG, image", "predictions.parquet, table", "MLmodel, model", "model.pkl, model",
        "train.log, text", "config.yaml, data", "report.html, web page", "paper.pdf, PDF", "voice.wav, sound",
        "all.tar.gz, archive", "weights, ''", ".png, image", "raw.bin, ''"})
    void theEndingTellsTheType(String name, String word) {
        assertEquals(word, ArtifactType.of(name).word());
    }
}
