package cotejo.ui.compare;

import cotejo.compare.FileOfRun;
import cotejo.compare.PixelDifference;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/// Reads pictures within bounds, and takes one from another. Not for the FX thread.
final class Pictures {

    /// Of all pictures that are looked at together.
    private static final long MOST_PIXELS = 48_000_000;
    private static final long FEWEST_PIXELS = 250_000;
    private static final long MOST_DECODED = 400_000_000;
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");

    private Pictures() {
    }

    static boolean is(String path) {
        return ENDINGS.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /// Reads a picture; a very large one, or a large one of many, with every n-th pixel only.
    ///
    /// @param together how many pictures are looked at together
    /// @throws IOException when it is none, or larger than can be looked at; a sentence that names it
    static Image read(FileOfRun file, int together) throws IOException {
        String name = String.valueOf(file.file().getFileName());
        try (@Nullable ImageInputStream in = ImageIO.createImageInputStream(file.file().toFile())) {
            Iterator<ImageReader> readers = in == null ? java.util.Collections.emptyIterator()
                    : ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException(Texts.get("compare.image.none", name));
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_DECODED) {
                    throw new IOException(Texts.get("compare.image.large", name));
                }
                ImageReadParam how = reader.getDefaultReadParam();
                int every = (int) Math.ceil(Math.sqrt((double) pixels / share(together)));
                how.setSourceSubsampling(Math.max(1, every), Math.max(1, every), 0, 0);
                BufferedImage image = reader.read(0, how);
                return SwingFXUtils.toFXImage(image, null);
            } catch (IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException broken) {
                throw new IOException(Texts.get("compare.image.none", name), broken);
            } finally {
                reader.dispose();
            }
        }
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
