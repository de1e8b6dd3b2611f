package cotejo.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import cotejo.model.MetricStat;
import cotejo.query.ColumnRef;
import cotejo.settings.Settings;
import cotejo.ui.Fx;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A click on a cell filters by what it says, without a key that a window manager may keep for itself.
final class CellFunnelTest {

    private static final Executor VIRTUAL = work -> Thread.ofVirtual().start(work);

    @TempDir
    private Path folder;
    private RunsHouse house;
    private RunsPanel panel;

    @BeforeEach
    void open() throws Exception {
        Fx.style(new PrimerLight().getUserAgentStylesheet());
        house = RunsHouse.with(folder, VIRTUAL, Platform::runLater, Settings.defaults());
        house.write("vision", writing -> {
            for (int i = 0; i < 6; i++) {
                writing.run("run " + i, null, Map.of("lr", "0." + i % 3), Map.of("loss", (double) i));
            }
        });
        panel = Fx.run(() -> new RunsPanel(house.context));
        Scene scene = Fx.run(() -> Fx.scene((Parent) panel.node(), 1000, 700));
        Fx.until(() -> panel.model().phase().get() == RunsViewModel.Phase.FULL);
        Fx.run(() -> {
            Fx.lay(scene);
            return 0;
        });
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> {
            panel.close();
            return 0;
        });
        house.close();
    }

    private void mouse(EventType<MouseEvent> type, double x, double y) throws Exception {
        Fx.run(() -> {
            Node body = panel.grid().lookup(".run-body");
            Point2D at = body.localToScene(x, y);
            body.fireEvent(new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1,
                    false, false, false, false, true, false, false, true, false, true, null));
            return 0;
        });
    }

    private double leftOf(ColumnRef ref) {
        Geometry geometry = panel.grid().geometry();
        for (int i = 0; i < geometry.columns().size(); i++) {
            if (geometry.columns().get(i).ref().equals(ref)) {
                return (i < geometry.pinned() ? 0 : geometry.fixed()) + geometry.offsets()[i];
            }
        }
        throw new AssertionError(ref);
    }

    @Test
    void aClickOnTheFunnelOfACellAddsItsValueToTheFilter() throws Exception {
        double number = leftOf(new ColumnRef.Metric("loss", MetricStat.LAST));
        mouse(MouseEvent.MOUSE_MOVED, number + 50, 14);
        Node funnel = Fx.look(() -> panel.grid().lookup(".run-funnel"));
        assertTrue(funnel.isVisible());
        mouse(MouseEvent.MOUSE_PRESSED, number + 10, 14);
        Fx.until(() -> panel.model().listing().get().rows().size() == 1);
        assertEquals("metrics.loss = 0", panel.model().filter().text().get());
    }

    @Test
    void besideTheFunnelAClickSelects() throws Exception {
        double number = leftOf(new ColumnRef.Metric("loss", MetricStat.LAST));
        mouse(MouseEvent.MOUSE_MOVED, number + 50, 14);
        mouse(MouseEvent.MOUSE_PRESSED, number + 60, 14);
        assertEquals("", panel.model().filter().text().get());
        assertEquals(1, Fx.run(() -> panel.model().selection().keys().size()).intValue());
    }
}
