package cotejo.command;

import java.nio.file.Path;
import java.util.Locale;

/// How a view is drawn.
///
/// @param out    the PNG to write
/// @param width  in pixels
/// @param height in pixels
/// @param locale the language of its texts
public record RenderOptions(Path out, int width, int height, Theme theme, Locale locale) {

    /// The colours.
    public enum Theme {
        LIGHT,
        DARK
    }
}
