package cotejo.preview;

import cotejo.text.Figures;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Pictures: PNG, JPEG, GIF and BMP, by their first bytes. The header says width and height before anything is decoded;
/// what has too many pixels is refused, because a small file may unpack to gigabytes.
final class ImagePreviewer implements Previewer {

    /// The most pixels that are decoded.
    static final long MOST_PIXELS = 100_000_000;

    @Override
    public Optional<Preview> look(Candidate c, Path file) throws IOException {
        String format = c.at(0, 0x89, 'P', 'N', 'G') ? "PNG" : c.at(0, 0xff, 0xd8, 0xff) ? "JPEG"
                : c.begins("GIF8") ? "GIF" : c.begins("BM") && c.named(".bmp") ? "BMP" : "";
        if (format.isEmpty()) {
            return Optional.empty();
        }
        ImageIO.setUseCache(false);
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.of(new Preview.Refused(Texts.get("preview.image.broken", format)));
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > MOST_PIXELS) {
                    return Optional.of(new Preview.Refused(Texts.get("preview.image.large", Integer.toString(width),
                            Integer.toString(height), Figures.count(MOST_PIXELS / 1_000_000))));
                }
                return Optional.of(new Preview.Image(file, format, width, height));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return Optional.of(new Preview.Refused(Texts.get("preview.image.broken", format)));
        }
    }
}
