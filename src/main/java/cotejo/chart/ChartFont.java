package cotejo.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;

/// The type of charts, which are drawn by another toolkit than the window and must be told of its font by themselves.
public final class ChartFont {

    private ChartFont() {
    }

    /// Makes a TrueType font known to charts; themes then find it by its family.
    ///
    /// @throws IOException when it cannot be read or is no font
    public static void register(InputStream ttf) throws IOException {
        try {
            boolean added = GraphicsEnvironment.getLocalGraphicsEnvironment()
                    .registerFont(Font.createFont(Font.TRUETYPE_FONT, ttf));
            if (!added) {
                org.slf4j.LoggerFactory.getLogger(ChartFont.class).debug("the font was there already");
            }
        } catch (FontFormatException noFont) {
            throw new IOException("not a TrueType font", noFont);
        }
    }
}
