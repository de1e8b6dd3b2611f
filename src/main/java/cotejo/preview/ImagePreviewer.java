package cotejo.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Pictures of pixels, by their first bytes. The headers say width and height before anything is decoded; what has too
/// many pixels is refused, because a small file may unpack to gigabytes.
final class ImagePreviewer implements Previewer {

    @Override
    public Optional<Preview> look(Candidate c, Path file) throws IOException {
        if (PictureFormat.of(c.head(), c.size()).isEmpty()) {
            return Optional.empty();
        }
        try {
            return PictureFile.of(file).map(picture -> picture.count() > 1
                    ? new Preview.Drawing(picture.format(), picture)
                    : new Preview.Image(file, picture.format(), (int) picture.width(0), (int) picture.height(0)));
        } catch (IOException sentence) {
            return Optional.of(new Preview.Refused(String.valueOf(sentence.getMessage())));
        }
    }
}
