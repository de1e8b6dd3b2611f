package cotejo.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.compare.FileOfRun;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures of all kinds are put against each other.
class PicturesTest {

    private static final Path PICTURES = Path.of("src/test/resources/cotejo/pictures");

    @TempDir
    private Path folder;

    private static Image read(Path file) throws IOException {
        return Pictures.read(new FileOfRun(file, Files.size(file), 0), 2, Cancel.never());
    }

    /// All four were made of the same pixels, without loss.
    @ParameterizedTest
    @ValueSource(strings = {"rgb-tiff_lzw.tif", "big.tif", "cmyk.tif", "rgb.bmp", "interlaced.png"})
    void theSamePixelsInAnotherFormatDoNotDiffer(String name) throws IOException {
        assertTrue(Pictures.is(name));
        assertEquals(0, Pictures.difference(read(PICTURES.resolve("lossless.webp")), read(PICTURES.resolve(name)),
                Cancel.never()).most());
    }

    @Test
    void whatDiffersIsSeen() throws IOException {
        assertTrue(Pictures.difference(read(PICTURES.resolve("lossless.webp")), read(PICTURES.resolve("gray.webp")),
                Cancel.never()).differing() > 0);
    }

    @Test
    void aBrokenOneIsNamed() throws IOException {
        Path broken = Files.write(folder.resolve("broken.webp"), java.util.Arrays.copyOf(
                Files.readAllBytes(PICTURES.resolve("lossy.webp")), 25));
        String said = String.valueOf(assertThrows(IOException.class, () -> read(broken)).getMessage());
        assertTrue(said.startsWith("broken.webp: The WebP picture is broken"), said);
    }
}
