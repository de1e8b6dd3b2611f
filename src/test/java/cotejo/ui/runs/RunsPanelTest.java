package cotejo.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.query.ColumnRef;
import cotejo.query.SortKey;
import cotejo.ui.Fx;
import cotejo.ui.curves.BoardSetup;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.SVGPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The panel with a toolkit and without a display.
final class RunsPanelTest {

    @TempDir
    private Path folder;
    private RunsRig rig;
    private RunsHouse house;
    private RunsPanel panel;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        rig = new RunsRig(folder, writing -> {
            for (int i = 0; i < 60; i++) {
                writing.run("run %02d".formatted(i), null, Map.of("lr", "0." + i % 3),
                        Map.of("loss", (double) (i * 7 % 60)));
            }
        });
        house = rig.house;
        panel = rig.panel;
        scene = rig.scene;
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private List<GridRow> rows() {
        return Fx.look(() -> panel.grid().lookupAll(".run-row").stream().filter(Node::isVisible)
                .map(GridRow.class::cast).sorted((a, b) -> Integer.compare(a.line(), b.line())).toList());
    }

    private void mouse(Node node, double x, double y, boolean shift) throws Exception {
        Fx.run(() -> {
            javafx.geometry.Point2D at = node.localToScene(x, y);
            for (javafx.event.EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_PRESSED,
                    MouseEvent.MOUSE_RELEASED)) {
                node.fireEvent(new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(),
                        MouseButton.PRIMARY, 1, shift, false, false, false, true, false, false, true, false,
                        true, null));
            }
            return 0;
        });
    }

    @Test
    void theMarkOfAStatusKeepsItsColourWhileLinesAreFilledAnew() throws Exception {
        Fx.run(() -> {
            SVGPath mark = (SVGPath) rows().getFirst().lookup(".run-mark");
            Paint before = mark.getFill();
            assertNotEquals(Color.BLACK, before);
            panel.grid().refill();
            panel.grid().layout();
            assertEquals(before, mark.getFill());
            return 0;
        });
    }

    @Test
    void onlyTheLinesInSightExist() {
        assertTrue(rows().size() > 10 && rows().size() < 30, "rows: " + rows().size());
    }

    @Test
    void namesGiveWayWhereThereIsLittleRoomAndComeBack() throws Exception {
        RunGrid grid = panel.grid();
        double chosen = grid.geometry().nameWidth();
        double narrow = chosen - 90;
        Fx.run(() -> {
            grid.resize(narrow, 300);
            grid.layout();
            return 0;
        });
        Geometry squeezed = grid.geometry();
        assertTrue(squeezed.fixed() <= narrow && squeezed.nameWidth() >= 96, squeezed.toString());
        Fx.run(() -> {
            grid.resize(900.0, 300);
            grid.layout();
            return 0;
        });
        assertEquals(chosen, grid.geometry().nameWidth());
    }

    @Test
    void cellsThatComeBackIntoSightShowTheRunTheyStandBeside() throws Exception {
        RunGrid grid = panel.grid();
        size(grid, 900);
        List<String> before = spoken(rows().getFirst());
        size(grid, 120);
        Fx.run(() -> {
            panel.model().change(state -> state.withSort(List.of(SortKey.descending(ColumnRef.metric("loss")))));
            return 0;
        });
        Fx.until(() -> {
            grid.layout();
            return rows().getFirst().name().queryAccessibleAttribute(javafx.scene.AccessibleAttribute.TEXT).toString()
                    .contains("run 17");
        });
        size(grid, 900);
        List<String> after = spoken(rows().getFirst());
        assertEquals(before.size(), after.size());
        assertTrue(after.contains("loss: 59"), after.toString());
    }

    private static void size(RunGrid grid, double width) throws Exception {
        Fx.run(() -> {
            grid.resize(width, 300);
            grid.layout();
            return 0;
        });
    }

    private static List<String> spoken(GridRow row) {
        return row.lookupAll(".run-value").stream().filter(Node::isVisible)
                .map(cell -> cell.queryAccessibleAttribute(javafx.scene.AccessibleAttribute.TEXT).toString()).toList();
    }

    @Test
    void theMarkOfWhatEndedWellGivesWayToALongName() throws Exception {
        house.write("long", writing -> {
            writing.run("lr=0.003 h=64 s=3", null, cotejo.model.RunStatus.FINISHED, Map.of(), Map.of(), Map.of(), 1);
            writing.run("lr=0.003 h=64 s=2", null, cotejo.model.RunStatus.FAILED, Map.of(), Map.of(), Map.of(), 1);
        });
        Fx.until(() -> panel.model().listing().get().frame().size() == 62);
        Fx.run(() -> {
            panel.model().change(state -> state.withFilter("run_name LIKE 'lr=%'"));
            return 0;
        });
        Fx.until(() -> panel.model().listing().get().rows().size() == 2);
        double room = Fx.run(() -> cotejo.ui.TextMeasure.of(nameOf(0).getFont()).width("lr=0.003 h=64 s=3"));
        Fx.run(() -> {
            panel.model().change(state -> state.withNameWidth(room + 6 + 4 + 17 + 10 + 4));
            return 0;
        });
        Fx.until(() -> panel.grid().geometry().nameWidth() < 200);
        rig.lay();
        List<String> shown = Fx.run(() -> List.of(nameOf(0).getText(), nameOf(1).getText()));
        assertEquals(1, shown.stream().filter("lr=0.003 h=64 s=3"::equals).count(), shown.toString());
        assertEquals(1, shown.stream().filter(text -> text.contains("…")).count(), shown.toString());
    }

    private javafx.scene.text.Text nameOf(int line) {
        return (javafx.scene.text.Text) Fx.look(() -> rows().get(line).lookup(".run-name"));
    }

    @Test
    void anotherSortOrFilterIsLookedAtFromItsBeginning() throws Exception {
        for (Runnable change : List.<Runnable>of(
                () -> panel.model().change(state -> state.withSort(List.of(SortKey.descending(
                        ColumnRef.metric("loss"))))),
                () -> panel.model().change(state -> state.withFilter("metrics.loss < 1000")))) {
            Fx.run(() -> {
                panel.grid().viewport().scrollTo(28 * 12, 0);
                return 0;
            });
            rig.lay();
            assertTrue(rows().getFirst().line() > 0);
            Fx.run(() -> {
                change.run();
                return 0;
            });
            Fx.until(() -> {
                Fx.lay(scene);
                return rows().getFirst().line() == 0;
            });
        }
    }

    @Test
    void facetsAreOfTheRunsInTheTable() throws Exception {
        house.write("speech", writing -> writing.run("d", null, Map.of("voice", "low"), Map.of("wer", 0.5)));
        Fx.until(() -> panel.model().listing().get().frame().size() == 61);
        long vision = panel.model().listing().get().frame().experiments().values().stream()
                .filter(e -> e.name().equals("vision")).findAny().orElseThrow().key();
        Fx.run(() -> {
            panel.model().choose(new Scope.Experiments(java.util.Set.of(vision)));
            return 0;
        });
        Fx.until(() -> panel.model().listing().get().inScope() == 60);
        FacetsView facets = Fx.run(() -> new FacetsView(panel.model()));
        javafx.scene.control.ListView<?> list = Fx.run(() -> (javafx.scene.control.ListView<?>)
                facets.lookup(".run-choices"));
        Fx.until(() -> list.getItems().contains(new ColumnRef.Param("lr")));
        assertTrue(Fx.run(() -> list.getItems().contains(ColumnRef.metric("loss"))
                && !list.getItems().contains(ColumnRef.metric("wer"))
                && !list.getItems().contains(new ColumnRef.Param("voice"))));
    }

    @Test
    void returnInTheSearchTakesTheFirstColumnFound() throws Exception {
        Fx.run(() -> {
            GroupChooser chooser = new GroupChooser(panel.model());
            Scene alone = new Scene(chooser);
            Fx.lay(alone);
            javafx.scene.control.TextField search = (javafx.scene.control.TextField) chooser.lookup(".text-field");
            search.setText("lr");
            search.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            return 0;
        });
        assertEquals(List.of(new ColumnRef.Param("lr")), panel.model().state().get().groupBy());
    }

    @Test
    void aClickOnAHeadSortsAndShiftAddsAKey() throws Exception {
        Node header = Fx.look(() -> panel.grid().lookup(".run-header"));
        ColumnRef loss = ColumnRef.metric("loss");
        ColumnRef lr = new ColumnRef.Param("lr");
        mouse(header, rig.leftOf(lr) + 20, 10, false);
        Fx.until(() -> panel.model().state().get().sort().equals(List.of(SortKey.ascending(lr))));
        mouse(header, rig.leftOf(loss) + 20, 10, true);
        Fx.until(() -> panel.model().listing().get().rows().size() == 60 && panel.model().state().get().sort()
                .equals(List.of(SortKey.ascending(lr), SortKey.ascending(loss))));
        // Of the runs with lr 0.0, those are 00, 03, …; 7 × 36 leaves 12 by 60, 7 × 9 leaves 3.
        Fx.until(() -> RunsHouse.names(panel.model()).subList(0, 2).equals(List.of("run 00", "run 09")));
        rig.lay();
        List<String> heads = Fx.run(() -> header.lookupAll(".run-head-cell").stream().filter(Node::isVisible)
                .map(Node::getAccessibleText).toList());
        assertTrue(heads.contains("lr, sorted ascending, key 1"), heads.toString());
        assertTrue(heads.contains("loss, sorted ascending, key 2"), heads.toString());
    }

    @Test
    void theKeyboardMovesSelectsAndReveals() throws Exception {
        rig.key(KeyCode.DOWN, false, false);
        rig.key(KeyCode.DOWN, false, false);
        rig.key(KeyCode.DOWN, true, false);
        assertEquals(2, panel.model().selection().size());
        rig.key(KeyCode.END, false, false);
        assertEquals(59, panel.model().selection().lead());
        assertEquals(59, Fx.run(this::rows).getLast().line());
        rig.key(KeyCode.A, false, true);
        assertEquals(60, panel.model().selection().size());
        rig.key(KeyCode.S, false, false);
        Fx.until(() -> panel.model().sidebar().get().starred() == 60);
    }

    @Test
    void aClickSelectsTheLineUnderIt() throws Exception {
        Node body = Fx.look(() -> panel.grid().lookup(".run-body"));
        mouse(body, 120, 28 * 2 + 10, false);
        assertEquals(2, panel.model().selection().lead());
        mouse(body, 120, 28 * 4 + 10, true);
        assertEquals(3, panel.model().selection().size());
    }

    @Test
    void whatIsSelectedIsDrawnAtOnce() throws Exception {
        Fx.run(() -> {
            panel.model().change(state -> state.withChart(new ChartState(ChartState.Layout.BOTH, "",
                    BoardSetup.plain())));
            Fx.lay(scene);
            return 0;
        });
        Node nothing = Fx.look(() -> panel.node().lookup(".curve-nothing"));
        assertTrue(nothing.isVisible());
        mouse(Fx.look(() -> panel.grid().lookup(".run-body")), 120, 28 * 2 + 10, false);
        Fx.until(() -> !nothing.isVisible());
    }

    @Test
    void theErrorIsUnderlinedAtItsColumnWithASentence() throws Exception {
        Fx.run(() -> {
            panel.filter().field().setText("metrics.loss << 5");
            Fx.lay(scene);
            panel.filter().showError();
            return 0;
        });
        Polyline wave = (Polyline) Fx.look(() -> panel.filter().lookup(".run-filter-wave"));
        assertTrue(wave.isVisible() && wave.getPoints().getFirst() > 60, wave.getPoints().toString());
        Labeled says = (Labeled) Fx.look(() -> panel.filter().lookup(".run-filter-says"));
        assertTrue(says.isVisible() && says.getText().endsWith("."), says.getText());
        assertEquals(60, panel.model().listing().get().rows().size());
    }

    @Test
    void everythingThatTakesTheKeyboardHasAName() throws Exception {
        List<String> nameless = new ArrayList<>();
        Fx.run(() -> {
            names(panel.node(), nameless);
            return 0;
        });
        assertEquals(List.of(), nameless);
    }

    private static void names(Node node, List<String> nameless) {
        boolean named = node.getAccessibleText() != null && !node.getAccessibleText().isBlank()
                || node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank();
        boolean asks = node instanceof Control && !(node instanceof ScrollBar) && node.isFocusTraversable()
                && !(node instanceof javafx.scene.control.SplitPane);
        if (asks && !named && node.isVisible()) {
            nameless.add(node.toString());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> names(child, nameless));
        }
    }

    @Test
    void aClosedPanelCanBeCollected() throws Exception {
        assertNull(gone(weakOnly()), "a closed panel is still held");
    }

    private WeakReference<RunsPanel> weakOnly() throws Exception {
        RunsPanel third = Fx.run(() -> new RunsPanel(house.context));
        Fx.until(() -> third.model().phase().get() == RunsViewModel.Phase.FULL);
        return new WeakReference<>(closed(third));
    }

    private static RunsPanel closed(RunsPanel some) throws Exception {
        return Fx.run(() -> {
            some.close();
            return some;
        });
    }

    private static RunsPanel gone(WeakReference<RunsPanel> weak) throws Exception {
        for (int i = 0; i < 100 && !weak.refersTo(null); i++) {
            System.gc();
            Thread.sleep(20);
            Fx.run(() -> 0);
        }
        return weak.get();
    }
}
