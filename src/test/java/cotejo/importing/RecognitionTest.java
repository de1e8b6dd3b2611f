package cotejo.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

    /// What lay behind the limits of the search was missed without a word.
    @Test
    void aSearchThatStopsBeforeTheEndSaysSo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("many.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 20_010; i++) {
                zip.putNextEntry(new ZipEntry("d" + i + "/"));
            }
            zip.putNextEntry(new ZipEntry("store/1/meta.yaml"));
            zip.write("experiment_id: '1'\nname: e\nlifecycle_stage: active\n".getBytes(StandardCharsets.UTF_8));
        }
        Looked looked = new Recognition(Importers.all()).look(List.of(file), Cancel.never());
        assertEquals(List.of(), looked.stores());
        assertEquals(file + ": There is more below this than is searched, so a store may have been missed. Open the "
                + "folder or file of the store itself.", looked.refused().getFirst().toString());
    }
}
