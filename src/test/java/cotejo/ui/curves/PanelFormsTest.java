package cotejo.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import cotejo.analysis.Range;
import cotejo.chart.LineOptions;
import cotejo.chart.PanelSpec;
import cotejo.chart.YScale;
import cotejo.text.Texts;
import cotejo.ui.Fx;
import cotejo.ui.link.Limits;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sheets beside the board.
final class PanelFormsTest {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
    private CurvesViewModel model;
    private Tile tile;
    private Parent form;

    @BeforeEach
    void open() throws Exception {
        Fx.style(new PrimerLight().getUserAgentStylesheet());
        model = new CurvesViewModel(new SampleCurves(), Runnable::run, Runnable::run);
        Fx.run(() -> {
            model.setRuns(SampleCurves.runs(3));
            tile = model.actions().tiles().getFirst();
            return 0;
        });
    }

    private void show(String option, String value) throws Exception {
        Fx.run(() -> {
            model.choose(option, value);
            form = new VBox(new PanelSheet(model, StackPane::new).panelForm(tile));
            Scene scene = Fx.scene(form, 380, 900);
            Fx.lay(scene);
            return 0;
        });
    }

    private PanelSpec spec() {
        PanelSpec changed = model.setup().get().panel(tile.id());
        return changed == null ? tile.spec() : changed;
    }

    private Look look() {
        return model.look().of(spec());
    }

    private <T extends Node> T find(String selector, Class<T> type, String spoken) {
        return form.lookupAll(selector).stream().filter(type::isInstance).map(type::cast)
                .filter(node -> spoken.equals(node.getAccessibleText())
                        || node instanceof CheckBox box && spoken.equals(box.getText()))
                .findFirst().orElseThrow(() -> new AssertionError(spoken));
    }

    private TextField end(String key) {
        return find(".text-field", TextField.class, Texts.get(key));
    }

    private void type(String key, String text) throws Exception {
        Fx.run(() -> {
            end(key).setText(text);
            end(key).getOnAction().handle(null);
            return 0;
        });
    }

    @Test
    void aPanelIsLinearWhereTheBoardIsLogarithmic() throws Exception {
        show(Look.Y_SCALE, "LOG");
        Fx.run(() -> {
            @SuppressWarnings("unchecked")
            ChoiceBox<String> scale = find(".choice-box", ChoiceBox.class, Texts.get("curves.look.yScale"));
            assertEquals("LOG", scale.getValue());
            scale.setValue("LINEAR");
            return 0;
        });
        assertEquals(YScale.LINEAR, look().yScale());
        assertEquals(YScale.LOG, model.look().yScale());
    }

    @ParameterizedTest
    @CsvSource({"smoothing,ema:0.6", "raw,HIDDEN", "outliers,IGNORE", "x,RELATIVE", "xScale,LOG", "yScale,SYMLOG",
        "pieces,APART", "group,params.lr", "groupMode,ALL_BUT", "centre,MEDIAN", "band,IQR", "members,HIDDEN",
        "fill,INTERPOLATE"})
    void everyChoiceOfTheBoardCanBeTakenBackInAPanel(String option, String value) {
        Look board = Look.plain().with(option, value);
        PanelSpec panel = new PanelSpec("p", PanelSpec.Kind.LINE, "", Map.of()).with(option, board.own(option, ""));
        assertEquals(LineOptions.of(new PanelSpec("p", PanelSpec.Kind.LINE, "", Map.of())),
                LineOptions.of(new PanelSpec("p", PanelSpec.Kind.LINE, "", board.of(panel).values())));
        assertFalse(board.of(panel).grouped());
    }

    @Test
    void aTitleTakesNothingAwayThatWasChosenSinceTheFormOpened() throws Exception {
        show(Look.Y_SCALE, "");
        Fx.run(() -> {
            find(".check-box", CheckBox.class, Texts.get("curves.look.outliers")).fire();
            form.lookupAll(".text-field").stream().map(TextField.class::cast)
                    .filter(field -> Texts.get("curves.form.title.prompt").equals(field.getPromptText())).findFirst()
                    .orElseThrow().setText("Mine");
            return 0;
        });
        assertEquals("Mine", spec().title());
        assertTrue(look().is(Look.OUTLIERS, "IGNORE"));
    }

    @Test
    void endsThatCrossAreMarkedAndChangeNothing() throws Exception {
        show(Look.Y_SCALE, "");
        type("curves.form.xlow", "10");
        type("curves.form.xhigh", "20");
        Limits before = model.setup().get().limits().get(tile.id());
        assertEquals(new Limits("STEP", 10.0, 20.0, null, null), before);
        type("curves.form.xlow", "50");
        assertEquals(before, model.setup().get().limits().get(tile.id()));
        assertTrue(end("curves.form.xlow").getPseudoClassStates().contains(WRONG));
        assertTrue(end("curves.form.xhigh").getPseudoClassStates().contains(WRONG));
        type("curves.form.xhigh", "60,5");
        assertEquals(new Limits("STEP", 50.0, 60.5, null, null), model.setup().get().limits().get(tile.id()));
        assertFalse(end("curves.form.xlow").getPseudoClassStates().contains(WRONG));
        assertFalse(end("curves.form.xhigh").getPseudoClassStates().contains(WRONG));
    }

    @Test
    void anEndThatALogarithmicAxisCannotShowIsMarkedAndSaid() throws Exception {
        show(Look.Y_SCALE, "LOG");
        type("curves.form.ylow", "0");
        assertTrue(end("curves.form.ylow").getPseudoClassStates().contains(WRONG));
        assertTrue(said("curves.form.limits.log"));
        assertEquals(Map.of(), model.setup().get().limits());
        type("curves.form.ylow", "0.1");
        assertFalse(end("curves.form.ylow").getPseudoClassStates().contains(WRONG));
        assertFalse(said("curves.form.limits.log"));
        assertEquals(new Limits("STEP", null, null, 0.1, null), model.setup().get().limits().get(tile.id()));
        type("curves.form.xlow", "-5");
        assertFalse(said("curves.form.limits.log"), "x is linear");
        type("curves.form.xhigh", "-6");
        assertTrue(said("curves.form.limits.crossed"));
    }

    private boolean said(String key) {
        return form.lookupAll(".label").stream().anyMatch(node -> node instanceof Label label && label.isVisible()
                && Texts.get(key).equals(label.getText()));
    }

    @Test
    void anEndThatWasNoNumberIsNotMarkedOnceItIsEmpty() throws Exception {
        show(Look.Y_SCALE, "");
        type("curves.form.yhigh", "abc");
        assertTrue(end("curves.form.yhigh").getPseudoClassStates().contains(WRONG));
        type("curves.form.xlow", "1");
        assertEquals("", end("curves.form.yhigh").getText());
        assertFalse(end("curves.form.yhigh").getPseudoClassStates().contains(WRONG));
    }

    @Test
    void oneEndBeyondAllDataShowsThatPart() {
        Range data = new Range(0, 300);
        assertEquals(new Range(500, 800), new Limits("STEP", 500.0, null, null, null).x("STEP", data));
        assertEquals(new Range(-400, -100), new Limits("STEP", null, -100.0, null, null).x("STEP", data));
        assertEquals(new Range(100, 300), new Limits("STEP", 100.0, null, null, null).x("STEP", data));
    }

    @Test
    void groupsOfAllButNothingAreNotSaidToBeNone() throws Exception {
        show(Look.Y_SCALE, "");
        Fx.run(() -> {
            GroupField columns = find(".menu-button", GroupField.class, Texts.get("curves.look.group"));
            assertEquals("No groups", columns.getText());
            @SuppressWarnings("unchecked")
            ChoiceBox<String> mode = find(".choice-box", ChoiceBox.class, Texts.get("curves.look.groupMode"));
            mode.setValue("ALL_BUT");
            assertEquals("None is left out", columns.getText());
            return 0;
        });
        assertTrue(look().grouped());
    }

    /// What names columns and metrics stays behind: other runs may lack them, and would show nothing.
    @Test
    void otherRunsBeginWithTheLookThatHoldsForAll() {
        Look look = Look.plain().with(Look.Y_SCALE, "LOG").with(Look.SMOOTHING, "ema:0.6").with(Look.BAND, "IQR");
        assertEquals(look, look.with(Look.GROUP, "params.lr").with(Look.GROUP_MODE, "ALL_BUT")
                .with(Look.X, "metrics.tokens").elsewhere());
        assertEquals("WALL", look.with(Look.X, "WALL").elsewhere().axis());
    }

    @Test
    void aPanelIsMovedByAnyPlaceBesideItsTitle() throws Exception {
        Fx.run(() -> {
            CurvesPane pane = new CurvesPane(model);
            Scene scene = Fx.scene(pane, 900, 500);
            Fx.lay(scene);
            PanelView panel = (PanelView) pane.lookup(".curve-panel");
            Label handle = (Label) panel.handle();
            assertTrue(handle.getWidth() > panel.getWidth() * 0.6, handle.getWidth() + " of " + panel.getWidth());
            return 0;
        });
    }
}
