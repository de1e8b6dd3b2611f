package cotejo.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.BreadCrumbBar;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.StatusBar;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.Test;

final class StyleSheetTest {

    private static final Path CSS = Path.of("src", "main", "resources", "cotejo", "css");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(");

    private static final class Warnings extends Handler {
        private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
                heard.add(record.getMessage());
            }
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    }

    @Test
    void neitherOurControlsNorControlsFxMakeTheStyleSheetsComplain() throws Exception {
        assertEquals(List.of(), complaints(""));
    }

    @Test
    void aLookupOfNothingIsHeard() throws Exception {
        assertTrue(complaints("-fx-background-color: -there-is-no-such-colour").size() > 0);
    }

    private static List<String> complaints(String planted) throws Exception {
        Warnings warnings = new Warnings();
        Logger log = Logger.getLogger("javafx.css");
        log.addHandler(warnings);
        try {
            for (Theme theme : Theme.values()) {
                Fx.run(() -> {
                    RangeSlider range = new RangeSlider(0, 1, 0.2, 0.8);
                    Button button = new Button("x");
                    button.setStyle(planted);
                    CheckComboBox<String> combo = new CheckComboBox<>();
                    combo.getItems().addAll("a", "b");
                    VBox box = new VBox(range, combo, new StatusBar(), new BreadCrumbBar<>(), new SegmentedButton(),
                            new ToggleSwitch("y"), button);
                    Scene scene = new Scene(box, 600, 400);
                    theme.dress(scene, "normal");
                    Fx.photograph(scene);
                    thumbsInAllStates(range, scene);
                    return 0;
                });
            }
        } finally {
            log.removeHandler(warnings);
        }
        return List.copyOf(warnings.heard);
    }

    /// A thumb that the keyboard or the pointer has must be seen: a colour that is not there takes its whole ground.
    private static void thumbsInAllStates(RangeSlider range, Scene scene) throws Exception {
        for (String name : List.of(".low-thumb", ".high-thumb")) {
            Region thumb = (Region) range.lookup(name);
            for (String state : List.of("hover", "focused", "pressed")) {
                thumb.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), true);
                Fx.photograph(scene);
                assertNotNull(thumb.getBackground(), name + ":" + state);
            }
        }
    }

    /// Where windows cannot be transparent, a shadow lies on a white ground, which frames what is dark.
    @Test
    void whatPopsUpHasNoShadowWhereWindowsAreOpaque() throws Exception {
        Fx.run(() -> {
            Region popover = new Region();
            popover.getStyleClass().add("popover");
            Scene scene = new Scene(new VBox(popover), 100, 100);
            Theme.DARK.dress(scene, "normal");
            scene.getStylesheets().add(StyleSheetTest.class.getResource("/cotejo/css/opaque.css").toExternalForm());
            Fx.lay(scene);
            assertNull(popover.getEffect());
            return 0;
        });
    }

    @Test
    void onlyThePalettesHoldColours() throws Exception {
        List<String> coloured = new ArrayList<>();
        try (Stream<Path> files = Files.list(CSS)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                boolean palette = name.equals("light.css") || name.equals("dark.css");
                if (!palette && List.of("base.css", "shell.css", "sources.css").contains(name)
                        && COLOUR.matcher(Files.readString(file)).find()) {
                    coloured.add(name);
                }
            }
        }
        assertEquals(List.of(), coloured);
    }

    @Test
    void bothPalettesNameTheSameColours() throws Exception {
        assertEquals(names("light.css"), names("dark.css"));
    }

    private static List<String> names(String file) throws Exception {
        return Pattern.compile("^ +(-[a-z0-9-]+):", Pattern.MULTILINE).matcher(Files.readString(CSS.resolve(file)))
                .results().map(found -> found.group(1)).sorted().toList();
    }
}
