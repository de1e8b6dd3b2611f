package cotejo.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of what nothing here can read.
class RecognitionTest {

    /// A file dropped into the window may have been meant as any of the three.
    @Test
    void aFileOfNoKindIsRefusedAsAllThatItIsNot(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("conf.yaml"), "model:\n  name: mlp\n  layers: [64, 64]\n");
        Looked looked = new Recognition(Importers.all()).look(List.of(file), Cancel.never());
        assertEquals(1, looked.refused().size());
        assertTrue(looked.refused().getFirst().toString().contains(
                "neither a store of runs nor a table or model file"), looked.refused().toString());
    }
}
