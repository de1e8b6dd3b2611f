package cotejo.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.Problem;
import cotejo.text.Texts;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainWindowTest {

    @TempDir
    private Path folder;

    @Test
    void aDroppedFolderIsImportedAndStandsAmongTheSources() throws Exception {
        try (TestWindow test = new TestWindow(folder.resolve("w"), Locale.ENGLISH, 1000, 700)) {
            Fx.run(() -> {
                test.window.show("sources");
                test.window.take(List.of(TestWindow.SAMPLE));
                return 0;
            });
            Fx.until(() -> !test.window.toasts().said().isEmpty());
            assertEquals(43, test.workspace().catalog().fresh().size());
            assertEquals(List.of("43 runs from mlruns: 43 added"), Fx.run(() -> test.window.toasts().said()));
            Fx.until(() -> rows(test) == 1);
        }
    }

    private static int rows(TestWindow test) {
        return test.window.scene().getRoot().lookup(".table-view") instanceof TableView<?> table
                ? table.getItems().size() : 0;
    }

    @Test
    void whatIsNoStoreIsRefusedInOneSentenceThatNamesIt() throws Exception {
        Path stranger = Files.writeString(folder.resolve("notes.txt"), "milk, bread");
        try (TestWindow test = new TestWindow(folder.resolve("w"), Locale.ENGLISH, 1000, 700)) {
            Fx.run(() -> {
                test.window.take(List.of(stranger));
                return 0;
            });
            Fx.until(() -> !test.window.toasts().said().isEmpty());
            List<String> said = Fx.run(() -> test.window.toasts().said());
            assertEquals(1, said.size());
            assertTrue(said.getFirst().startsWith(stranger.toString()), said.getFirst());
        }
    }

    @Test
    void severalStoresAreOfferedAndOnlyTheChosenAreImported() throws Exception {
        Path parent = folder.resolve("two");
        copy(TestWindow.SAMPLE, parent.resolve("a").resolve("mlruns"));
        copy(TestWindow.SAMPLE, parent.resolve("b").resolve("mlruns"));
        try (TestWindow test = new TestWindow(folder.resolve("w"), Locale.ENGLISH, 1000, 700)) {
            Fx.run(() -> {
                test.window.take(List.of(parent));
                return 0;
            });
            Fx.until(() -> test.window.scene().getRoot().lookup(".store-sheet") != null);
            List<CheckBox> boxes = test.all(CheckBox.class, box -> box.isSelected());
            assertEquals(2, boxes.size());
            Button doImport = test.all(Button.class, Button::isDefaultButton).getFirst();
            Fx.run(() -> {
                boxes.getFirst().setSelected(false);
                doImport.fire();
                return 0;
            });
            Fx.until(() -> !test.window.toasts().said().isEmpty());
            assertEquals(1, test.workspace().sources().all().size());
            assertNull(Fx.run(() -> test.window.scene().getRoot().lookup(".store-sheet")));
        }
    }

    private static void copy(Path from, Path to) throws Exception {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Test
    void aClosedWindowIsHeldByNobody() throws Exception {
        try (TestWindow test = new TestWindow(folder.resolve("w"), Locale.ENGLISH, 1000, 700)) {
            for (Panels.Entry entry : Panels.all()) {
                Fx.run(() -> {
                    test.window.show(entry);
                    Fx.lay(test.window.scene());
                    return 0;
                });
            }
            WeakReference<Panel> panel = new WeakReference<>(Fx.run(() -> test.window.panel()));
            WeakReference<MainWindow> window = new WeakReference<>(test.window);
            Fx.run(() -> {
                test.window.close();
                return 0;
            });
            test.window = null;
            for (int i = 0; i < 100 && (panel.get() != null || window.get() != null); i++) {
                System.gc();
                Fx.run(() -> 0);
                LockSupport.parkNanos(20_000_000);
            }
            assertNull(panel.get(), "the panel is still held");
            assertNull(window.get(), "the window is still held");
        }
    }

    @Test
    void theThemeFollowsTheSettingWhileTheWindowStands() throws Exception {
        try (TestWindow test = new TestWindow(folder.resolve("w"), Locale.ENGLISH, 1000, 700)) {
            assertTrue(Fx.run(() -> test.window.scene().getRoot().getStyleClass().contains("light")));
            Fx.run(() -> {
                test.window.commands().run(Command.THEME_DARK);
                test.window.commands().run(Command.ROWS_COMPACT);
                return 0;
            });
            Fx.until(() -> test.window.scene().getRoot().getStyleClass().containsAll(List.of("dark", "compact")));
            assertFalse(Fx.run(() -> test.window.scene().getRoot().getStyleClass().contains("light")));
        }
    }

    @Test
    void showLogTellsHowTheLogEndsAndWhereItLies() throws Exception {
        Path place = folder.resolve("w");
        Files.createDirectories(place.resolve("logs"));
        Files.writeString(place.resolve("logs").resolve("cotejo.log"), "It broke\n");
        try (TestWindow test = new TestWindow(place, Locale.ENGLISH, 1000, 700)) {
            Fx.run(() -> {
                test.window.commands().run(Command.SHOW_LOG);
                return 0;
            });
            Fx.until(() -> test.window.scene().getRoot().lookup(".details-text") != null);
            assertEquals(1, test.all(TextArea.class, area -> area.getText().equals("It broke\n")).size());
            assertEquals(1, test.all(Label.class, label -> label.getText() != null && label.getText()
                    .endsWith(place.resolve("logs").resolve("cotejo.log").toString())).size());
        }
    }

    @Test
    void theSystemThemeIsTheOneThePlatformNames() throws Exception {
        Fx.run(() -> {
            boolean dark = javafx.application.Platform.getPreferences().getColorScheme()
                    == javafx.application.ColorScheme.DARK;
            assertEquals(dark ? Theme.DARK : Theme.LIGHT, Theme.of("system"));
            assertEquals(Theme.DARK, Theme.of("dark"));
            return 0;
        });
    }

    @Test
    void menusSpeakTheLanguageAndNameWhatUndoTakesBack() throws Exception {
        try (TestWindow test = new TestWindow(folder.resolve("w"), Locale.of("es"), 1000, 700)) {
            List<Menu> menus = Fx.run(() -> test.window.menus().getMenus());
            assertEquals(List.of("Archivo", "Editar", "Ver", "Ayuda"), menus.stream().map(MenuItem::getText).toList());
            MenuItem undo = menus.get(1).getItems().getFirst();
            assertEquals("Deshacer", undo.getText());
            AtomicBoolean undone = new AtomicBoolean();
            Fx.run(() -> {
                test.window.context().undo().did(new UndoStack.Deed("«renombrar»", () -> undone.set(true), () -> { }));
                return 0;
            });
            assertEquals("Deshacer «renombrar»", undo.getText());
            Fx.run(() -> {
                undo.fire();
                return 0;
            });
            assertTrue(undone.get());
            assertEquals("Deshacer", undo.getText());
        }
    }

    @Test
    void theUndoOfANoticeGoesWithTheDeedItNames() throws Exception {
        try (TestWindow test = new TestWindow(folder.resolve("w"), Locale.ENGLISH, 1000, 700)) {
            List<String> said = Fx.run(() -> {
                UndoStack undo = test.window.context().undo();
                undo.did(new UndoStack.Deed("first", () -> { }, () -> { }));
                undo.did(new UndoStack.Deed("second", () -> { }, () -> { }));
                test.window.context().notices().undoable("second done");
                undo.undo();
                return test.window.toasts().said();
            });
            assertEquals(List.of(), said);
        }
    }

    @Test
    void aTaskIsShownInTheTrayAndStopsWhenAsked() throws Exception {
        try (TestWindow test = new TestWindow(folder.resolve("w"), Locale.ENGLISH, 1000, 700)) {
            var result = test.workspace().tasks().start("Counting sheep", (progress, cancel) -> {
                while (true) {
                    progress.report("sheep", 7, 100);
                    cancel.check();
                    LockSupport.parkNanos(1_000_000);
                }
            });
            Fx.until(() -> test.window.tray().button().isVisible());
            Fx.run(() -> {
                test.window.commands().run(Command.TASKS);
                return 0;
            });
            String stop = Texts.get("shell.tasks.cancel", "Counting sheep");
            Button button = test.all(Button.class, b -> stop.equals(b.getAccessibleText())).getFirst();
            Fx.run(() -> {
                button.fire();
                return 0;
            });
            Fx.until(result::isDone);
            assertTrue(result.isCompletedExceptionally());
            Fx.until(() -> !test.window.tray().button().isVisible());
        }
    }

    @Test
    void aZipFileThatClimbsOutIsRefusedInASentenceAndNotOpened() throws Exception {
        Path zip = folder.resolve("climbs.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../../evil/meta.yaml"));
            out.write("run_id: x".getBytes(StandardCharsets.UTF_8));
        }
        try (TestWindow test = new TestWindow(folder.resolve("w"), Locale.ENGLISH, 1000, 700)) {
            Fx.run(() -> {
                test.window.show("runs");
                test.window.take(List.of(zip));
                return 0;
            });
            Fx.until(() -> !test.window.toasts().said().isEmpty());
            String said = test.window.toasts().said().getFirst();
            assertTrue(said.contains("climbs.zip") && said.contains("points outside"), said);
            assertEquals("RunsPanel", Fx.run(() -> test.window.panel().getClass().getSimpleName()));
        }
    }

    @Test
    void theSentencesOfProblemsAreReadableWhole() throws Exception {
        try (TestWindow test = new TestWindow(folder.resolve("w"), Locale.ENGLISH, 1000, 700)) {
            Fx.run(() -> {
                test.window.context().notices().problems("Two problems", List.of(
                        new Problem("/a/long/way/down/to/the/file/meta.yaml", 2, "There is a tab. Replace the tab."),
                        Problem.of("/b", "It is empty.")));
                return 0;
            });
            Fx.until(() -> !test.window.toasts().said().isEmpty());
            String details = Texts.get("shell.notice.details");
            Button open = test.all(Button.class, button -> details.equals(button.getText())).getFirst();
            Fx.run(() -> {
                open.fire();
                return 0;
            });
            TextArea area = test.all(TextArea.class, any -> any.getText().contains("meta.yaml:2: There is a tab"))
                    .getFirst();
            assertTrue(area.isWrapText(), "no sentence ends beyond the edge");
        }
    }

    @Test
    void escapeClosesTheCardOfTasksAndNothingElse() throws Exception {
        try (TestWindow test = new TestWindow(folder.resolve("w"), Locale.ENGLISH, 1000, 700)) {
            boolean stays = Fx.run(() -> {
                test.window.commands().run(Command.TASKS);
                test.window.commands().run(Command.SHORTCUTS);
                escape(test);
                return test.window.tray().card().isVisible() && !test.window.modal().isOpen();
            });
            assertTrue(stays, "what lies on top goes first");
            assertFalse(Fx.run(() -> {
                escape(test);
                return test.window.tray().card().isVisible();
            }));
        }
    }

    private static void escape(TestWindow test) {
        javafx.scene.Node focus = test.window.scene().getFocusOwner();
        javafx.event.Event.fireEvent(focus == null || focus.getScene() == null
                ? test.window.scene().getRoot() : focus,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
    }

    @Test
    void whatDestroysAsksFirstAndWaitsForTheAnswer() throws Exception {
        try (TestWindow test = new TestWindow(folder.resolve("w"), Locale.ENGLISH, 1000, 700)) {
            AtomicBoolean agreed = new AtomicBoolean();
            javafx.application.Platform.runLater(() -> agreed.set(
                    test.window.context().choosers().confirmDestroying("Delete it?", "All of it goes.", "Delete")));
            Fx.until(() -> test.window.modal().isOpen());
            Button delete = test.all(Button.class, b -> "Delete".equals(b.getText())).getFirst();
            Fx.run(() -> {
                delete.fire();
                return 0;
            });
            Fx.until(agreed::get);
            assertFalse(Fx.run(() -> test.window.modal().isOpen()));
        }
    }
}
