package cotejo.ui.compare;

import cotejo.compare.FileOfRun;
import cotejo.text.Texts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/// Reads pictures within bounds, and takes one from another. Not for the FX thread.
final class Pictures {

    private static final long MOST_PIXELS = 24_000_000;
    private static final long MOST_DECODED = 400_000_000;
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");

    private Pictures() {
    }

    static boolean is(String path) {
        return ENDINGS.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /// Reads a picture; a very large one with every n-th pixel only.
    ///
    /// @throws IOException when it is none, or larger than can be looked at; a sentence that names it
    static Image read(FileOfRun file) throws IOException {
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
                int every = (int) Math.ceil(Math.sqrt((double) pixels / MOST_PIXELS));
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

    /// Where two pictures differ: the distance of each channel, stretched so that the largest is white. Where only one
    /// of them reaches, it is left dark.
    static Image difference(Image first, Image second) {
        int width = (int) Math.min(first.getWidth(), second.getWidth());
        int height = (int) Math.min(first.getHeight(), second.getHeight());
        WritableImage result = new WritableImage(Math.max(1, width), Math.max(1, height));
        PixelReader a = first.getPixelReader();
        PixelReader b = second.getPixelReader();
        int most = 1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int p = a.getArgb(x, y);
                int q = b.getArgb(x, y);
                most = Math.max(most, Math.max(apart(p, q, 16), Math.max(apart(p, q, 8), apart(p, q, 0))));
            }
        }
        PixelWriter out = result.getPixelWriter();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int p = a.getArgb(x, y);
                int q = b.getArgb(x, y);
                out.setArgb(x, y, 0xff000000 | apart(p, q, 16) * 255 / most << 16 | apart(p, q, 8) * 255 / most << 8
                        | apart(p, q, 0) * 255 / most);
            }
        }
        return result;
    }

    private static int apart(int p, int q, int shift) {
        return Math.abs((p >> shift & 255) - (q >> shift & 255));
    }
}
