package cotejo.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.javafx.FontIcon;

/// Everything in the window can be named, and its frame can be read whole, in both languages.
final class WindowReachTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyControlHasAName(String language) throws Exception {
        try (TestWindow test = new TestWindow(folder.resolve("w"), Locale.of(language), 1000, 700)) {
            List<String> nameless = new ArrayList<>();
            for (String view : ViewRender.views()) {
                show(test, view);
                test.all(Control.class, WindowReachTest::wantsName).stream().filter(control -> name(control).isBlank())
                        .forEach(control -> nameless.add(view + ": " + control));
            }
            assertEquals(List.of(), nameless);
        }
    }

    private static boolean wantsName(Control control) {
        boolean part = control.getStyleClass().contains("arrow-button")
                || control.getStyleClass().contains("increment-button");
        return !part && (control instanceof ButtonBase || control instanceof TextInputControl
                || control instanceof ComboBoxBase<?> || control instanceof Slider || control instanceof TableView<?>);
    }

    private static String name(Control control) {
        if (control.getAccessibleText() != null) {
            return control.getAccessibleText();
        }
        if (control instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank()) {
            return labeled.getText();
        }
        return control.getTooltip() == null ? "" : control.getTooltip().getText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void nothingInTheFrameIsCutShort(String language) throws Exception {
        try (TestWindow test = new TestWindow(folder.resolve("w"), Locale.of(language), 1000, 700)) {
            List<String> cut = new ArrayList<>();
            for (String view : ViewRender.views()) {
                show(test, view);
                test.all(Labeled.class, WindowReachTest::isCut)
                        .forEach(labeled -> cut.add(view + ": " + labeled.getText()));
            }
            assertEquals(List.of(), cut);
        }
    }

    /// Whether a text is drawn shorter than it is; cells of tables are cut on purpose and say the rest on hover.
    private static boolean isCut(Labeled labeled) {
        if (labeled.getText() == null || !seen(labeled)) {
            return false;
        }
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text && !(child instanceof FontIcon) && text.isVisible()) {
                return text.getText().length() < labeled.getText().length();
            }
        }
        return false;
    }

    @Test
    void aTextThatIsCutShortIsSeen() throws Exception {
        Fx.run(() -> {
            Label narrow = new Label("Much too long for this place", new FontIcon("fth-x"));
            narrow.setMaxWidth(60);
            Label wide = new Label("Much too long for this place", new FontIcon("fth-x"));
            Fx.lay(Fx.scene(new VBox(narrow, wide), 800, 100));
            assertTrue(isCut(narrow));
            assertFalse(isCut(wide));
            return 0;
        });
    }

    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible() || at.getStyleClass().contains("table-cell")
                    || at.getStyleClass().contains("tree-table-cell")) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void noticesAndCardsAreReadableWhole(String language) throws Exception {
        try (TestWindow test = new TestWindow(folder.resolve("w"), Locale.of(language), 1000, 700)) {
            // While the runs are being read, the button that offers to import some has nothing on it yet.
            Fx.until(() -> test.window.panel().filled().isDone());
            Fx.run(() -> {
                Notices notices = test.window.context().notices();
                notices.info("One, and then quite a lot more to say about what happened, over several lines of text");
                notices.undoable("Two");
                notices.problems("Three", List.of(Problem.of("/a/b", "is empty")));
                notices.failed("Four", new IllegalStateException("why"));
                test.window.commands().run(Command.TASKS);
                test.window.commands().run(Command.SHORTCUTS);
                return 0;
            });
            assertEquals(List.of(), test.all(Labeled.class, WindowReachTest::isCut).stream().map(Labeled::getText)
                    .toList());
            assertEquals(List.of(), test.all(Control.class, WindowReachTest::wantsName).stream()
                    .filter(control -> name(control).isBlank()).toList());
        }
    }

    private static void show(TestWindow test, String view) throws Exception {
        Fx.run(() -> {
            test.window.modal().close();
            test.window.show(view);
            return 0;
        });
        Thread.sleep(150);
        test.lay();
    }
}
