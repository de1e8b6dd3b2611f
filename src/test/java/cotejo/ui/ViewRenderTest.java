package cotejo.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.Workbench;
import cotejo.store.WorkspaceFolder;
import cotejo.text.Texts;
import cotejo.work.Tasks;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ViewRenderTest {

    @TempDir
    private Path folder;

    @AfterEach
    void speakEnglishAgain() {
        Texts.use(Locale.ENGLISH);
    }

    @Test
    void everyViewMakesAPictureOfTheSizeAskedFor() throws Exception {
        Fx.run(() -> 0);
        try (Workbench bench = Workbench.open(WorkspaceFolder.at(folder.resolve("w")), "test", Tasks.inline())) {
            for (String view : ViewRender.views()) {
                Path out = folder.resolve(view + ".png");
                ViewRender.render(bench.workspace(), view, out, 1200, 740, "dark", Locale.of("es"));
                BufferedImage image = ImageIO.read(out.toFile());
                assertEquals(1200, image.getWidth());
                assertEquals(740, image.getHeight());
                assertTrue(colours(image) > 20, view + " is nearly empty");
                assertTrue((image.getRGB(600, 738) & 0xff) < 0x60, view + " is not dark");
            }
        }
    }

    /// The window of a person may be open in English while somebody asks it for a picture in Spanish.
    @Test
    void aPictureInAnotherLanguageIsTheSameWhereTheProgramSpeaksIt() throws Exception {
        Fx.run(() -> 0);
        try (Workbench bench = Workbench.open(WorkspaceFolder.at(folder.resolve("w")), "test", Tasks.inline())) {
            for (String view : List.of("sources", "empty", "import", "palette", "datasets", "models-empty",
                    "compare")) {
                Path alone = folder.resolve(view + "-alone.png");
                Texts.use(Locale.of("es"));
                ViewRender.render(bench.workspace(), view, alone, 900, 600, "light", Locale.of("es"));
                Path beside = folder.resolve(view + "-beside.png");
                Texts.use(Locale.ENGLISH);
                Texts.in(Locale.of("es"), () -> {
                    try {
                        ViewRender.render(bench.workspace(), view, beside, 900, 600, "light", Locale.of("es"));
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                });
                assertEquals(Locale.ENGLISH, Texts.locale(), "the window keeps its own");
                assertEquals(-1, Files.mismatch(alone, beside), view);
            }
        }
    }

    private static int colours(BufferedImage image) {
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                seen.add(image.getRGB(x, y));
            }
        }
        return seen.size();
    }
}
