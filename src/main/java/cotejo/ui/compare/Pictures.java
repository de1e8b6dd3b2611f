package cotejo.ui.compare;

import cotejo.compare.FileOfRun;
import cotejo.compare.PixelDifference;
import cotejo.preview.PictureFile;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Reads pictures within bounds, and takes one from another. Not for the FX thread.
final class Pictures {

    /// Of all pictures that are looked at together.
    private static final long MOST_PIXELS = 48_000_000;
    private static final long FEWEST_PIXELS = 250_000;
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp", "webp", "tif",
            "tiff", "ico");

    private Pictures() {
    }

    static boolean is(String path) {
        return ENDINGS.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /// Reads a picture; a very large one, or a large one of many, with every n-th pixel only.
    ///
    /// @param together how many pictures are looked at together
    /// @throws IOException when it is none, or larger than can be looked at; a sentence that names it
    static Image read(FileOfRun file, int together, Cancel cancel) throws IOException {
        String name = String.valueOf(file.file().getFileName());
        try {
            Optional<PictureFile> picture = PictureFile.of(file.file());
            if (picture.isPresent()) {
                return SwingFXUtils.toFXImage(picture.get().read(0, share(together), cancel), null);
            }
        } catch (IOException sentence) {
            throw new IOException(name + ": " + sentence.getMessage(), sentence);
        }
        throw new IOException(Texts.get("compare.image.none", name));
    }

    private static long share(int together) {
        return Math.clamp(MOST_PIXELS / Math.max(1, together), FEWEST_PIXELS, MOST_PIXELS / 2);
    }

    /// Where two pictures differ.
    static PixelDifference difference(Image first, Image second, Cancel cancel) {
        return PixelDifference.of(pixels(first), pixels(second), cancel);
    }

    private static PixelDifference.Pixels pixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return new PixelDifference.Pixels(width, height, pixels);
    }

    static Image image(PixelDifference difference) {
        WritableImage image = new WritableImage(difference.width(), difference.height());
        image.getPixelWriter().setPixels(0, 0, difference.width(), difference.height(),
                PixelFormat.getIntArgbInstance(), difference.pixels(), 0, difference.width());
        return image;
    }
}
