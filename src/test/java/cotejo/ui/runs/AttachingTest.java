package cotejo.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.Run;
import cotejo.model.StoredFile;
import cotejo.query.RunRow;
import cotejo.ui.Dragged;
import cotejo.ui.Fx;
import cotejo.ui.ImportEvent;
import cotejo.ui.details.Attaching;
import cotejo.ui.details.RunDetails;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is dropped on a run in the window.
class AttachingTest {

    @TempDir
    private Path folder;

    private RunsHouse house;
    private Run run;
    private Path note;
    private final Group where = new Group();

    @BeforeEach
    void oneRun() throws IOException {
        house = RunsHouse.inline(folder.resolve("ws"));
        house.write("vision", writing -> writing.run("run", null, Map.of(), Map.of("loss", 1.0)));
        run = house.context.workspace().catalog().fresh().run(0);
        note = Files.writeString(folder.resolve("note.txt"), "abc");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void drop(Path path) {
        new Attaching(house.context).drop(where, run, List.of(path.toFile()));
    }

    private List<String> attached() {
        return house.context.workspace().models().attachments().of(run.key()).stream().map(StoredFile::path).toList();
    }

    @Test
    void aFileIsAttachedAndSaid() {
        drop(note);
        assertEquals(List.of("note.txt"), attached());
        assertEquals(List.of("note.txt attached to run"), house.heard.undoables);
    }

    @Test
    void aFileLetGoOfOverALineOfTheTableIsAttachedToThatRun() throws Exception {
        house.write("vision", writing -> writing.run("another", null, Map.of(), Map.of("loss", 2.0)));
        house.context.workspace().catalog().fresh();
        RunsPanel panel = Fx.run(() -> new RunsPanel(house.context));
        try (Dragged dragged = Fx.run(() -> new Dragged(panel.node()))) {
            Fx.until(() -> line(panel).isPresent());
            Fx.run(() -> {
                dragged.drop(List.of(note), line(panel).orElseThrow());
                return 0;
            });
            assertEquals(List.of("note.txt"), attached());
        } finally {
            Fx.run(() -> {
                panel.close();
                return 0;
            });
        }
    }

    /// The line of the run in the table.
    private Optional<GridRow> line(RunsPanel panel) {
        Fx.lay(panel.node().getScene());
        return panel.grid().lookupAll(".run-row").stream().filter(Node::isVisible).map(GridRow.class::cast)
                .filter(row -> panel.grid().listing().rows().get(row.line()) instanceof RunRow.Leaf leaf
                        && panel.grid().listing().frame().run(leaf.row()).key() == run.key()).findFirst();
    }

    @Test
    void itIsTakenBack() {
        drop(note);
        house.undo.undo();
        assertEquals(List.of(), attached());
    }

    @Test
    void itIsDoneAgainAlsoWhenTheFileHasGoneAndTheWorkspaceWasClearedOut() throws IOException {
        drop(note);
        house.undo.undo();
        Files.delete(note);
        house.context.workspace().content().collect();
        house.undo.redo();
        StoredFile file = house.context.workspace().models().attachments().of(run.key()).getFirst();
        assertEquals("abc", Files.readString(house.context.workspace().content().path(file.sha256())));
    }

    @Test
    void theCopyIsReadUnderTheNameOfTheFile() throws IOException {
        drop(note);
        StoredFile file = house.context.workspace().models().attachments().of(run.key()).getFirst();
        Path named = house.context.workspace().content().named(file);
        assertEquals("note.txt", String.valueOf(named.getFileName()));
        assertEquals("abc", Files.readString(named));
    }

    @Test
    void aStoreIsImportedInstead() throws IOException {
        Path store = folder.resolve("mlruns").resolve("0");
        Files.createDirectories(store);
        Files.writeString(store.resolve("meta.yaml"), """
                artifact_location: ''
                experiment_id: '0'
                lifecycle_stage: active
                name: Default
                """);
        List<Path> asked = new ArrayList<>();
        where.addEventHandler(ImportEvent.ASKED, event -> asked.addAll(event.paths()));
        File dropped = store.resolveSibling(".").normalize().toFile();
        new Attaching(house.context).drop(where, run, List.of(dropped));
        assertTrue(asked.contains(dropped.toPath()), house.heard.failures.toString());
        assertEquals(List.of(), attached());
    }

    @Test
    void itsPreviewFillsTheWindowWhenWantedAndGoesBackWithEscape() throws Exception {
        drop(note);
        StackPane whole = new StackPane();
        Fx.run(() -> {
            RunDetails details = new RunDetails(house.context);
            whole.getChildren().add(details.node());
            details.previewOver(whole);
            Fx.scene(whole, 400, 700);
            details.openArtifact(file -> file.endsWith("note.txt"), () -> { });
            details.show(run.key());
            return 0;
        });
        Fx.until(() -> whole.lookup(".artifact-preview") != null);
        Fx.run(() -> {
            Node preview = whole.lookup(".artifact-preview");
            assertFalse(whole.getChildren().contains(preview));
            button(preview, "Larger").fire();
            assertEquals(whole, preview.getParent());
            preview.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            assertFalse(whole.getChildren().contains(preview));
            button(preview, "Larger").fire();
            button(preview, "Close the preview").fire();
            assertEquals(1, whole.getChildren().size());
            return 0;
        });
        Fx.run(() -> {
            RunDetails details = new RunDetails(house.context);
            whole.getChildren().setAll(details.node());
            details.previewOver(whole);
            details.nextArtifactLarge();
            details.openArtifact(file -> file.endsWith("note.txt"), () -> { });
            details.show(run.key());
            return 0;
        });
        Fx.until(() -> whole.getChildren().size() == 2);
    }

    @Test
    void theArtifactThatIsShownStaysInSightAboveItsPreview() throws Exception {
        Map<String, String> params = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            params.put("param " + i, "1");
        }
        house.write("vision", writing -> writing.run("long", null, params, Map.of()));
        run = house.context.workspace().catalog().fresh().run(1);
        drop(note);
        StackPane whole = new StackPane();
        Scene scene = Fx.run(() -> {
            RunDetails details = new RunDetails(house.context);
            whole.getChildren().add(details.node());
            Scene made = Fx.scene(whole, 400, 700);
            details.show(run.key());
            Fx.lay(made);
            return made;
        });
        Fx.run(() -> {
            ListView<?> list = (ListView<?>) whole.lookup(".list-view");
            list.scrollTo(list.getItems().size() - 1);
            Fx.lay(scene);
            list.getSelectionModel().select(list.getItems().size() - 1);
            return 0;
        });
        Fx.run(() -> {
            Fx.lay(scene);
            Node list = whole.lookup(".list-view");
            Bounds room = list.localToScene(list.getLayoutBounds());
            assertTrue(room.getHeight() < 500, "the preview takes its part: " + room);
            assertTrue(whole.lookupAll(".detail-cell").stream().filter(Node::isVisible)
                    .filter(cell -> cell.isVisible() && ((ListCell<?>) cell).isSelected())
                    .anyMatch(cell -> room.contains(cell.localToScene(cell.getLayoutBounds()).getCenterX(),
                            cell.localToScene(cell.getLayoutBounds()).getCenterY())));
            return 0;
        });
    }

    private static Button button(Node in, String name) {
        return in.lookupAll(".button").stream().filter(node -> name.equals(node.getAccessibleText()))
                .map(Button.class::cast).findFirst().orElseThrow();
    }
}
