package cotejo.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cotejo.analysis.Range;
import cotejo.chart.PanelSpec;
import cotejo.chart.Picture;
import cotejo.ui.Fx;
import cotejo.ui.UndoStack;
import cotejo.ui.link.Limits;
import cotejo.ui.link.Linked;
import cotejo.ui.plots.PlotPanels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BoardActionsTest {

    private final UndoStack undo = new UndoStack();
    private final Linked linked = Linked.alone();
    private final CurvesViewModel model = new CurvesViewModel(new SampleCurves(), Runnable::run, Runnable::run, linked,
            undo);

    @BeforeEach
    void twoRuns() {
        model.setRuns(List.of(CurveRun.of(1, "a", "one", Set.of("loss", "val/a", "val/b", "val/c")),
                CurveRun.of(2, "b", "two", Set.of("loss"))));
    }

    private List<String> titles() {
        return model.actions().tiles().stream().map(Tile::title).toList();
    }

    private Tile tile(String title) {
        return model.actions().tiles().stream().filter(tile -> tile.title().equals(title)).findFirst().orElseThrow();
    }

    @Test
    void aPanelMovesBeforeAnotherAndBackWhenThatIsUndone() {
        model.actions().move(tile("c"), "val", Optional.of(tile("a")));
        assertEquals(List.of("loss", "c", "a", "b"), titles());
        undo.undo();
        assertEquals(List.of("loss", "a", "b", "c"), titles());
        undo.redo();
        assertEquals(List.of("loss", "c", "a", "b"), titles());
    }

    @Test
    void aPanelMovesToAnotherSection() {
        model.actions().move(tile("b"), "", Optional.of(tile("loss")));
        assertEquals(List.of("b", "loss", "a", "c"), titles());
    }

    @Test
    void anAutomaticPanelThatWasRemovedStaysAway() {
        model.actions().remove(tile("a"));
        model.setRuns(List.of(CurveRun.of(3, "c", "three", Set.of("val/a", "val/b"))));
        assertEquals(List.of("b"), titles());
        undo.undo();
        assertEquals(List.of("a", "b"), titles());
    }

    @Test
    void addedPanelsStandFirst() {
        model.actions().add(new PanelSpec("", PanelSpec.Kind.LINE, "", Map.of("y", "metrics.`val/b`")));
        assertEquals(List.of("val/b", "loss", "a", "b", "c"), titles());
        assertEquals(Tile.ADDED, model.board().get().sections().getFirst().name());
    }

    @Test
    void aDuplicateStandsBehindItsOriginal() {
        model.actions().resize(tile("a"), new Span(2, 1));
        model.actions().duplicate(tile("a"));
        assertEquals(List.of("loss", "a", "a", "b", "c"), titles());
        assertEquals(new Span(2, 1), model.actions().span(model.actions().tiles().get(2)));
        assertFalse(model.actions().tiles().get(2).automatic());
    }

    @Test
    void widePanelsTakeTheColumnsTheyAreGivenAndOthersFillTheGaps() {
        model.actions().resize(tile("b"), new Span(2, 2));
        BoardPlan plan = BoardPlan.of(model.board().get().sections(), model.setup().get(), 3 * 360 + 4 * 8);
        BoardPlan.Item.Panel a = plan.panel(tile("a").id()).orElseThrow();
        BoardPlan.Item.Panel b = plan.panel(tile("b").id()).orElseThrow();
        BoardPlan.Item.Panel c = plan.panel(tile("c").id()).orElseThrow();
        assertEquals(2 * 360 + 8, b.width());
        assertEquals(2 * 250 + 8, b.height());
        assertEquals(a.y(), b.y());
        assertEquals(List.of(a.x(), a.y() + 258), List.of(c.x(), c.y()));
        assertTrue(plan.between(c.y() + 10, c.y() + 20).containsAll(List.of(b, c)));
    }

    @Test
    void whatOnePanelHasOtherwiseHoldsForItAlone() {
        model.choose(Look.Y_SCALE, "LOG");
        model.actions().change(tile("a").spec().with(Look.Y_SCALE, "LINEAR"));
        assertEquals("LINEAR", model.look().of(tile("a").spec()).value(Look.Y_SCALE, ""));
        assertEquals("LOG", model.look().of(tile("b").spec()).value(Look.Y_SCALE, ""));
    }

    @Test
    void everythingCanBeAsItIsByItselfAgain() {
        model.choose(Look.SMOOTHING, "ema:0.5");
        model.actions().remove(tile("a"));
        model.actions().move(tile("c"), "val", Optional.of(tile("b")));
        model.actions().arrangeByItself();
        assertEquals(List.of("loss", "a", "b", "c"), titles());
        assertEquals("ema:0.5", model.look().value(Look.SMOOTHING, ""));
    }

    @Test
    void aBoardComesBackAsItWasKept() {
        model.choose(Look.GROUP, "params.lr\nparams.`a b`");
        model.actions().resize(tile("a"), new Span(2, 3));
        model.actions().limit(tile("b"), new Limits("STEP", 0.5, null, null, 1e-9));
        model.actions().move(tile("c"), "", Optional.empty());
        model.actions().remove(tile("b"));
        model.actions().add(new PanelSpec("", PanelSpec.Kind.SCATTER, "Mine", Map.of("x", "params.lr")));
        model.change(setup -> setup.turned("val"));
        ObjectNode json = new JsonMapper().createObjectNode();
        BoardSetupJson.write(model.setup().get(), json);
        assertEquals(model.setup().get(), BoardSetupJson.read(json));
    }

    @Test
    void whatWasDoneOnAnotherBoardIsNotUndoneOnThisOne() {
        model.actions().remove(tile("a"));
        model.take(BoardSetup.plain().withSize(PanelSize.LARGE));
        undo.undo();
        assertEquals(BoardSetup.plain().withSize(PanelSize.LARGE), model.setup().get());
    }

    @Test
    void zoomingWithOneHandIsUndoneAtOnceAndKeptWhenItRests() {
        int[] kept = {0};
        model.onKept(() -> kept[0]++);
        PanelViewModel panel = model.open(Tile.of("val/loss", "val"));
        model.setRuns(SampleCurves.runs(2));
        panel.resize(400, 250, 1);
        panel.begin();
        panel.zoom(0.5);
        panel.zoom(0.5);
        assertEquals(0, kept[0]);
        panel.rest();
        assertEquals(1, kept[0]);
        assertTrue(panel.zoomed());
        undo.undo();
        assertFalse(panel.zoomed());
    }

    @Test
    void theZoomOfAChartOfRunsIsKeptWithTheBoardAndUndone() throws Exception {
        Fx.run(() -> {
            model.actions().add(new PanelSpec("", PanelSpec.Kind.SCATTER, "", Map.of("x", "metrics.loss")));
            Tile tile = model.actions().tiles().getFirst();
            ChartContent content = new ChartContent(model, tile, () -> true);
            Limits wanted = new Limits(PlotPanels.axes(tile.spec()), 1.0, 2.0, null, null);
            Object movement = new Object();
            content.hand().zoomed(wanted.withX(Limits.NONE), movement);
            content.hand().zoomed(wanted, movement);
            content.hand().rested();
            assertEquals(wanted, model.setup().get().limits().get(tile.id()));
            undo.undo();
            assertFalse(model.actions().zoomed(tile));
            undo.redo();
            assertTrue(model.actions().zoomed(tile));
            model.actions().showAll(tile);
            assertFalse(model.actions().zoomed(tile));
            content.close();
            return 0;
        });
    }

    @Test
    void panelsZoomTogetherInXOnRequest() {
        model.setRuns(SampleCurves.runs(2));
        model.choose(Look.ZOOM, Look.SHARED);
        PanelViewModel loss = model.open(Tile.of("val/loss", "val"));
        PanelViewModel accuracy = model.open(Tile.of("val/accuracy", "val"));
        loss.resize(400, 250, 1);
        accuracy.resize(400, 250, 1);
        loss.step(0.25, 0);
        PanelState.Lines shown = (PanelState.Lines) accuracy.state().get();
        assertEquals(((PanelState.Lines) loss.state().get()).picture().spec().x(), shown.picture().spec().x());
        assertEquals(39 * 0.25, shown.picture().spec().x().low(), 1e-9);
    }

    @Test
    void whatIsTypedHoldsForAllPanelsThatZoomTogether() {
        model.actions().zoomTogether(true);
        Limits typed = new Limits("STEP", 2.0, 5.0, 0.0, 1.0);
        model.actions().limit(tile("a"), typed);
        assertEquals(typed, model.actions().limits(tile("a"), model.setup().get()));
        assertEquals(new Limits("STEP", 2.0, 5.0, null, null), model.open(tile("b")).limits());
        model.actions().limit(tile("b"), Limits.NONE);
        assertEquals(new Limits("", null, null, 0.0, 1.0), model.open(tile("a")).limits());
    }

    @Test
    void whatAPanelIsZoomedToIsCarriedToTheOthersWhenTheyBeginToZoomTogether() {
        model.setRuns(SampleCurves.runs(2));
        PanelViewModel loss = model.open(Tile.of("val/loss", "val"));
        PanelViewModel accuracy = model.open(Tile.of("val/accuracy", "val"));
        loss.resize(400, 250, 1);
        accuracy.resize(400, 250, 1);
        loss.step(0.25, 0.5);
        Range full = ((PanelState.Lines) accuracy.state().get()).picture().spec().y();
        model.actions().zoomTogether(true);
        Picture seen = ((PanelState.Lines) accuracy.state().get()).picture();
        assertEquals(39 * 0.25, seen.spec().x().low(), 1e-9);
        assertEquals(full, seen.spec().y());
        undo.undo();
        assertEquals(0, ((PanelState.Lines) accuracy.state().get()).picture().spec().x().low(), 1e-9);
        assertEquals(39 * 0.25, ((PanelState.Lines) loss.state().get()).picture().spec().x().low(), 1e-9);
    }

    @Test
    void aZoomOfAllPanelsIsUndoneInAllOfThem() {
        model.setRuns(SampleCurves.runs(2));
        model.choose(Look.ZOOM, Look.SHARED);
        PanelViewModel loss = model.open(Tile.of("val/loss", "val"));
        PanelViewModel accuracy = model.open(Tile.of("val/accuracy", "val"));
        loss.resize(400, 250, 1);
        accuracy.resize(400, 250, 1);
        loss.step(0.25, 0);
        undo.undo();
        assertEquals(0, ((PanelState.Lines) accuracy.state().get()).picture().spec().x().low(), 1e-9);
        undo.redo();
        assertEquals(39 * 0.25, ((PanelState.Lines) accuracy.state().get()).picture().spec().x().low(), 1e-9);
    }

    @Test
    void selectedRunsStandOutWhereOthersAreDrawnToo() {
        linked.select(Set.of(2L));
        assertEquals(Set.of(2L), model.standingOut());
        linked.select(Set.of(1L, 2L));
        assertEquals(Set.of(), model.standingOut());
        linked.select(Set.of(99L));
        assertEquals(Set.of(), model.standingOut());
    }

    @Test
    void theCrosshairStandsAtTheSamePlaceInAllPanelsWithThatAxis() {
        model.setRuns(SampleCurves.runs(2));
        PanelViewModel loss = model.open(Tile.of("val/loss", "val"));
        PanelViewModel accuracy = model.open(Tile.of("val/accuracy", "val"));
        loss.resize(400, 250, 1);
        accuracy.resize(500, 250, 1);
        loss.cross(((PanelState.Lines) loss.state().get()).picture().pxOf(20));
        PanelState.Lines shown = (PanelState.Lines) accuracy.state().get();
        assertEquals(shown.picture().pxOf(20), accuracy.crossed().orElseThrow(), 1e-6);
        model.actions().change(Tile.of("val/accuracy", "val").spec().with(Look.X, "WALL"));
        accuracy.show(Tile.of("val/accuracy", "val").changed(model.setup().get().panels().getFirst()));
        assertTrue(accuracy.crossed().isEmpty());
    }
}
