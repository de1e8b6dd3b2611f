package cotejo.preview;

import cotejo.work.Cancel;
import java.awt.image.BufferedImage;
import java.io.IOException;

/// The pages of a file, drawn when they are looked at. Nothing outside the file is loaded for them.
public interface Pages {

    /// The most pixels that a page is drawn with; a page that wants more is drawn smaller.
    long MOST_PIXELS = 24_000_000;

    /// How many there are.
    int count();

    /// The width of a page at its own size, in pixels.
    double width(int page);

    /// The height of a page at its own size, in pixels.
    double height(int page);

    /// Draws a page; not for the FX thread.
    ///
    /// @param scale how much larger than its own size
    /// @throws IOException when it cannot be drawn; the message is a sentence
    BufferedImage draw(int page, double scale, Cancel cancel) throws IOException;

    /// Whether a page that was drawn once has all there is to see in it, however large it is shown.
    default boolean isWhole() {
        return false;
    }

    /// The scale at which a page has no more pixels than [#MOST_PIXELS].
    default double bounded(int page, double scale) {
        double pixels = width(page) * height(page) * scale * scale;
        return pixels <= MOST_PIXELS ? scale : scale * Math.sqrt(MOST_PIXELS / pixels);
    }
}
