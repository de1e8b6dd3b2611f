package cotejo.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DrawingTest {

    @TempDir
    private Path devices;

    @Test
    void aMachineWithoutAGraphicsProcessorDrawsInSoftware() {
        assertTrue(Drawing.inSoftware("Linux", devices));
    }

    @Test
    void aGraphicsProcessorOfTheKernelIsUsed() throws Exception {
        Files.createDirectory(devices.resolve("dri"));
        assertFalse(Drawing.inSoftware("Linux", devices));
    }

    @Test
    void nvidiasOwnDriverIsUsed() throws Exception {
        Files.createFile(devices.resolve("nvidiactl"));
        assertFalse(Drawing.inSoftware("Linux", devices));
    }

    @Test
    void windowsBelowLinuxIsUsed() throws Exception {
        Files.createFile(devices.resolve("dxg"));
        assertFalse(Drawing.inSoftware("Linux", devices));
    }

    @Test
    void otherSystemsAreLeftToJavaFx() {
        assertFalse(Drawing.inSoftware("Mac OS X", devices));
        assertFalse(Drawing.inSoftware("Windows 11", devices));
    }
}
