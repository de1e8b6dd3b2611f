package cotejo.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    private static final String FOLDER = "/cotejo/css/";
    private static final List<String> FONTS = List.of("CotejoSans-Regular", "CotejoSans-Medium", "CotejoSans-Bold",
            "JetBrainsMono-Regular");
    private static boolean fontsLoaded;

    private final String name;

    Theme(String name) {
        this.name = name;
    }

    /// The theme that a setting of `light`, `dark` or `system` means now.
    static Theme of(String setting) {
        // No switch with a pattern: its first use takes some milliseconds of every start.
        if (setting.equals("light")) {
            return LIGHT;
        }
        boolean dark = setting.equals("dark") || Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        return dark ? DARK : LIGHT;
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
        sheets.add(packed(name).orElseGet(() -> sheet(name)));
        packed("rules").ifPresentOrElse(sheets::add, () -> rules().forEach(rule -> sheets.add(sheet(rule))));
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

    /// The sheets of rules without colours, general ones first. A panel's own file has the panel's name.
    private static List<String> rules() {
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream(FOLDER + "rules.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String sheet(String file) {
        return found(file + ".css").orElseThrow(() -> new IllegalStateException("no style sheet " + file));
    }

    /// What the build packed for a quick start; a program run from its classes has none.
    private static Optional<String> packed(String file) {
        return found(file + ".bss");
    }

    private static Optional<String> found(String file) {
        return Optional.ofNullable(Theme.class.getResource(FOLDER + file)).map(URL::toExternalForm);
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
