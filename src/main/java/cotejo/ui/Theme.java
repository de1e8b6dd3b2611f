package cotejo.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// The look: AtlantaFX's Primer below, our rules above it, and one file of colours for light and one for dark.
enum Theme {
    LIGHT("light"),
    DARK("dark");

    /// Rules without colours, general ones first. A panel's own file has the panel's name.
    private static final List<String> RULES = List.of("base", "shell", "sources", "runs", "details", "curves", "grid",
            "datasets", "plots", "compare", "models");
    private static final List<String> FONTS = List.of("CotejoSans-Regular", "CotejoSans-Medium", "CotejoSans-Bold",
            "JetBrainsMono-Regular");
    private static boolean fontsLoaded;

    private final String name;

    Theme(String name) {
        this.name = name;
    }

    /// The theme that a setting of `light`, `dark` or `system` means now.
    static Theme of(String setting) {
        return switch (setting) {
            case "light" -> LIGHT;
            case "dark" -> DARK;
            case String _ -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
        };
    }

    private String primer() {
        return (this == DARK ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
    }

    /// Makes Primer the look of all that is not dressed, before the first control would read JavaFX's own: reading
    /// both takes a tenth of a second.
    static void first() {
        if (Application.getUserAgentStylesheet() == null) {
            Application.setUserAgentStylesheet(LIGHT.primer());
        }
    }

    /// Dresses a scene, and all pop-ups with it.
    ///
    /// @param rows `normal` or `compact`, as in the settings
    void dress(Scene scene, String rows) {
        loadFonts();
        // For this scene only: a picture can be drawn in another theme while the window is open.
        String primer = primer();
        scene.setUserAgentStylesheet(primer.equals(Application.getUserAgentStylesheet()) ? null : primer);
        List<String> sheets = new ArrayList<>();
        sheets.add(sheet(name));
        for (String rule : RULES) {
            if (Theme.class.getResource("/cotejo/css/" + rule + ".css") != null) {
                sheets.add(sheet(rule));
            }
        }
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            sheets.add(sheet("opaque"));
        }
        scene.getStylesheets().setAll(sheets);
        scene.getRoot().getStyleClass().removeAll(LIGHT.name, DARK.name, "compact");
        scene.getRoot().getStyleClass().add(name);
        if (rows.equals("compact")) {
            scene.getRoot().getStyleClass().add("compact");
        }
    }

    private static String sheet(String file) {
        @Nullable URL found = Theme.class.getResource("/cotejo/css/" + file + ".css");
        if (found == null) {
            throw new IllegalStateException("no style sheet " + file);
        }
        return found.toExternalForm();
    }

    private static synchronized void loadFonts() {
        if (fontsLoaded) {
            return;
        }
        fontsLoaded = true;
        for (String font : FONTS) {
            try (@Nullable InputStream in = Theme.class.getResourceAsStream("/cotejo/fonts/" + font + ".ttf")) {
                if (in != null) {
                    Font.loadFont(in, 13);
                }
            } catch (IOException unreadable) {
                LoggerFactory.getLogger(Theme.class).warn("The font {} could not be read", font, unreadable);
            }
        }
    }
}
