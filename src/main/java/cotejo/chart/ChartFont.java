package cotejo.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The type of charts, which are drawn by another toolkit than the window and must be told of its font by themselves.
public final class ChartFont {

    /// The family of the window and of charts, which comes with the program.
    public static final String FAMILY = "Cotejo Sans";

    private static final String FOLDER = "/cotejo/fonts/";

    /// Registers the fonts when a chart is drawn first.
    private static final class Own {
        private static final boolean FOUND = register("CotejoSans-Regular.ttf") && register("CotejoSans-Bold.ttf");

        private static boolean register(String name) {
            try (InputStream ttf = open(name)) {
                ChartFont.register(ttf);
                return true;
            } catch (IOException broken) {
                org.slf4j.LoggerFactory.getLogger(ChartFont.class).warn("cannot use {}", name, broken);
                return false;
            }
        }
    }

    private ChartFont() {
    }

    /// A font for charts; one of the machine's where the family is not there.
    public static Font of(String family, int style, float size) {
        String name = family.equals(FAMILY) && !Own.FOUND ? Font.SANS_SERIF : family;
        return new Font(name, style, 1).deriveFont(size);
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

    /// The file of a font that comes with the program; to be closed.
    static InputStream open(String name) {
        InputStream in = ChartFont.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new UncheckedIOException(new IOException("not in the program: " + FOLDER + name));
        }
        return in;
    }
}
