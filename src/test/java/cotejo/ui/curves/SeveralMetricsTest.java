package cotejo.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import cotejo.chart.ChartTheme;
import cotejo.chart.LineOptions;
import cotejo.chart.PanelSpec;
import cotejo.ui.Fx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A panel made by hand that shows more than one metric.
final class SeveralMetricsTest {

    private static final List<String> BOTH = List.of("val/loss", "val/accuracy");
    private CurvesViewModel model;

    @BeforeEach
    void style() throws Exception {
        Fx.style(new PrimerLight().getUserAgentStylesheet());
    }

    private CurvesPane pane(int runs) throws Exception {
        model = new CurvesViewModel(new SampleCurves(), Runnable::run, Runnable::run);
        return Fx.run(() -> {
            model.setRuns(SampleCurves.runs(runs));
            model.actions().add(new PanelSpec("", PanelSpec.Kind.LINE, "", Map.of("y", LineOptions.text(BOTH))));
            CurvesPane pane = new CurvesPane(model);
            Scene scene = Fx.scene(pane, 900, 500);
            Fx.lay(scene);
            return pane;
        });
    }

    private static PanelView own(CurvesPane pane) {
        return pane.lookupAll(".curve-panel").stream().map(PanelView.class::cast)
                .filter(view -> !view.tile().automatic()).findFirst().orElseThrow();
    }

    private static PanelState.Lines lines(CurvesPane pane) {
        return (PanelState.Lines) own(pane).model().state().get();
    }

    @Test
    void itIsCalledByItsMetricsAndNamesTheirDashes() throws Exception {
        CurvesPane pane = pane(3);
        assertEquals("val/loss, val/accuracy", own(pane).tile().title());
        Set<String> said = Fx.run(() -> own(pane).lookupAll(".curve-legend-entry").stream()
                .map(node -> ((Label) node).getText()).collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(new TreeSet<>(BOTH), said);
    }

    @Test
    void linesHaveTheColourOfTheirRunAndTheDashOfTheirMetric() throws Exception {
        List<cotejo.chart.CurveSpec> curves = lines(pane(3)).chart().spec().curves();
        assertEquals(6, curves.size());
        assertEquals(3, curves.stream().map(cotejo.chart.CurveSpec::argb).distinct().count());
        assertEquals(2, curves.stream().map(cotejo.chart.CurveSpec::dash).distinct().count());
        assertEquals(curves.get(0).argb(), curves.get(3).argb());
    }

    @Test
    void theMetricsOfASingleRunHaveAColourEach() throws Exception {
        assertEquals(2, lines(pane(1)).chart().spec().curves().stream().map(cotejo.chart.CurveSpec::argb).distinct()
                .count());
    }

    @Test
    void metricsAreAddedAndTakenAwayInItsForm() throws Exception {
        CurvesPane pane = pane(2);
        Fx.run(() -> {
            PanelSpec[] now = {own(pane).tile().spec()};
            PanelForm form = new PanelForm(model, () -> now[0], spec -> now[0] = spec);
            Scene scene = Fx.scene(form, 360, 300);
            Fx.lay(scene);
            ColumnField add = (ColumnField) form.lookup(".combo-box");
            assertTrue(add.getItems().stream().noneMatch(one -> BOTH.contains(one.name())));
            add.setValue(add.getItems().stream().filter(one -> one.name().equals("train/loss")).findFirst()
                    .orElseThrow());
            assertEquals(List.of("val/loss", "val/accuracy", "train/loss"), LineOptions.of(now[0]).metrics());
            Fx.lay(scene);
            form.lookupAll(".button").stream().map(Button.class::cast)
                    .filter(button -> "Take val/loss away".equals(button.getAccessibleText())).findFirst()
                    .orElseThrow().fire();
            assertEquals(List.of("val/accuracy", "train/loss"), LineOptions.of(now[0]).metrics());
            return 0;
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itIsPhotographed(boolean dark) throws Exception {
        Fx.style((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        CurvesPane pane = pane(3);
        Fx.run(() -> {
            pane.getScene().getStylesheets().add("/cotejo/css/" + (dark ? "dark" : "light") + ".css");
            model.theme().set(dark ? ChartTheme.DARK : ChartTheme.LIGHT);
            Fx.lay(pane.getScene());
            return 0;
        });
        Path out = Path.of("target", "curves", "several-" + (dark ? "dark" : "light") + ".png");
        Fx.snapshot(pane.getScene(), out);
        assertTrue(java.nio.file.Files.size(out) > 10_000);
    }
}
