package cotejo.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import cotejo.ui.Fx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import org.junit.jupiter.api.Test;

/// A board of many panels, each of which takes longer to make than the window's thread may be kept; what that thread is
/// given to do is done one piece after the other.
final class BoardViewTest {

    private static final long SLOW_MS = 9;

    private final Deque<Runnable> front = new ArrayDeque<>();
    private final List<String> made = new ArrayList<>();

    private BoardView board() throws Exception {
        Fx.style(new PrimerLight().getUserAgentStylesheet());
        return Fx.run(() -> {
            CurvesViewModel model = new CurvesViewModel(new SampleCurves(), Runnable::run, front::add);
            Set<String> metrics = IntStream.range(100, 400).mapToObj(i -> "loss" + i).collect(Collectors.toSet());
            model.setRuns(List.of(new CurveRun(1, "a", "first", 0, metrics)));
            BoardView board = new BoardView(model, tile -> slow(model, tile), new NoHost(), (top, bottom) -> { });
            Scene scene = new Scene(board, 900, 100_000);
            front.poll().run();
            board.seen(0, 700);
            Fx.lay(scene);
            return board;
        });
    }

    private Content slow(CurvesViewModel model, Tile tile) {
        made.add(tile.id());
        try {
            Thread.sleep(SLOW_MS);
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
        return new ChartContent(model, tile, () -> true);
    }

    private static int count(BoardView board, String style) {
        return board.lookupAll(style).size();
    }

    @Test
    void panelsComeOneByOneAndFramesWithTheirTitlesStandForThemUntilThen() throws Exception {
        BoardView board = board();
        Fx.run(() -> {
            int inSight = count(board, ".curve-frame");
            assertTrue(inSight > 6, inSight + " frames");
            assertEquals(List.of(), made);
            assertEquals(Set.of("loss100"), board.lookupAll(".curve-frame").stream()
                    .filter(frame -> frame.getLayoutY() < 100 && frame.getLayoutX() < 100)
                    .map(frame -> ((javafx.scene.control.Label) frame).getText()).collect(Collectors.toSet()));
            front.poll().run();
            assertEquals(List.of("metrics.loss100"), made);
            assertEquals(inSight - 1, count(board, ".curve-frame"));
            assertEquals(1, count(board, ".curve-panel"));
            while (count(board, ".curve-frame") > 0) {
                front.remove().run();
            }
            assertEquals(inSight, count(board, ".curve-panel"));
            assertEquals(made, made.stream().sorted().toList());
            return 0;
        });
    }

    @Test
    void aPanelThatIsScrolledPastIsNeverMade() throws Exception {
        BoardView board = board();
        Fx.run(() -> {
            front.remove().run();
            board.seen(9_000, 9_700);
            board.seen(18_000, 18_700);
            while (count(board, ".curve-frame") > 0) {
                front.remove().run();
            }
            assertEquals("metrics.loss100", made.getFirst());
            Set<String> inSight = board.lookupAll(".curve-panel").stream()
                    .map(panel -> ((PanelView) panel).tile().id()).collect(Collectors.toSet());
            assertEquals(Set.copyOf(made.subList(1, made.size())), inSight);
            assertFalse(inSight.contains("metrics.loss100"));
            return 0;
        });
    }

    @Test
    void aClosedBoardMakesNothingMore() throws Exception {
        BoardView board = board();
        Fx.run(() -> {
            board.close();
            while (!front.isEmpty()) {
                front.remove().run();
            }
            assertEquals(List.of(), made);
            return 0;
        });
    }

    private static final class NoHost implements PanelHost {
        @Override
        public ContextMenu menu(PanelView panel) {
            return new ContextMenu();
        }

        @Override
        public ContextMenu axes(PanelView panel) {
            return new ContextMenu();
        }

        @Override
        public void maximise(Tile tile) {
            throw new AssertionError("nothing is made larger");
        }

        @Override
        public void install(PanelView panel) {
            // Nothing is done with panels here.
        }
    }
}
