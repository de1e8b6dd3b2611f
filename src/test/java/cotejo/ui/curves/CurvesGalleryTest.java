package cotejo.ui.curves;

import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import cotejo.chart.ChartTheme;
import cotejo.chart.XMode;
import cotejo.text.Texts;
import cotejo.ui.Fx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/// Pictures of the board, in `target/curves`, to be looked at.
final class CurvesGalleryTest {

    private static final Executor VIRTUAL = work -> Thread.ofVirtual().start(work);
    private static final Path OUT = Path.of("target", "curves");

    @Test
    void theBoardIsPhotographedInBothThemes() throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            String name = dark ? "dark" : "light";
            Fx.style((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
            ChartTheme theme = dark ? ChartTheme.DARK : ChartTheme.LIGHT;
            take(theme, name + "-1000", 1000, 700, model -> { });
            take(theme, name + "-1600-smooth", 1600, 1000, model -> model.choose(Look.SMOOTHING, "ema:0.9"));
            take(theme, name + "-1600-log", 1600, 1000, model -> model.choose(Look.Y_SCALE, "LOG"));
            Texts.use(Locale.of("es", "ES"));
            take(theme, name + "-spanish", 1000, 700, model -> {
                model.change(setup -> setup.withSize(PanelSize.LARGE));
                model.search().set("loss");
                model.choose(Look.X, "RELATIVE");
                model.setRuns(SampleCurves.runs(10));
            });
            Texts.use(Locale.ENGLISH);
            take(theme, name + "-empty", 1000, 700, model -> model.setRuns(List.of()));
            take(theme, name + "-failed", 1000, 700, model -> model.setRuns(
                    List.of(CurveRun.of(1, "a", "bold-crane", Set.of("gone", "best_score")))));
        }
        assertTrue(Files.size(OUT.resolve("light-1000.png")) > 20_000);
    }

    private static void take(ChartTheme theme, String name, int width, int height, Consumer<CurvesViewModel> prepare)
            throws Exception {
        CurvesViewModel model = new CurvesViewModel(new SampleCurves(), VIRTUAL, Platform::runLater);
        CurvesPane pane = Fx.run(() -> {
            model.theme().set(theme);
            model.setRuns(SampleCurves.runs(6));
            prepare.accept(model);
            return new CurvesPane(model);
        });
        Scene scene = Fx.run(() -> Fx.scene(pane, width, height));
        // Before the metrics are found there is no panel that could be busy.
        Fx.until(() -> model.state().get() != CurvesViewModel.BoardState.COMING);
        for (int i = 0; i < 3; i++) {
            Fx.run(() -> {
                Fx.lay(scene);
                return 0;
            });
            Fx.until(() -> pane.lookupAll(".curve-panel").stream()
                    .noneMatch(panel -> ((PanelView) panel).model().busy()));
        }
        if (name.contains("smooth")) {
            Fx.run(() -> {
                PanelView panel = pane.lookupAll(".curve-panel").stream().map(PanelView.class::cast)
                        .filter(view -> view.tile().metric().orElse("").equals("train/accuracy")).findFirst()
                        .orElseThrow();
                javafx.scene.canvas.Canvas canvas = (javafx.scene.canvas.Canvas) panel.lookup("Canvas");
                javafx.geometry.Point2D at = canvas.localToScene(200, 48);
                canvas.fireEvent(new MouseEvent(MouseEvent.MOUSE_MOVED, at.getX(), at.getY(), at.getX(), at.getY(),
                        javafx.scene.input.MouseButton.NONE, 0, false, false, false, false, false, false, false,
                        false, false, true, null));
                return 0;
            });
            Fx.until(() -> pane.lookupAll(".curve-panel").stream()
                    .noneMatch(panel -> ((PanelView) panel).model().busy()));
        }
        Fx.snapshot(scene, OUT.resolve(name + ".png"));
        Fx.run(() -> {
            pane.close();
            return 0;
        });
    }
}
