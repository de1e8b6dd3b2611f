package cotejo.ui.runs;

import atlantafx.base.theme.PrimerLight;
import cotejo.query.ColumnRef;
import cotejo.settings.Settings;
import cotejo.ui.Fx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// The panel of runs over a workspace with one experiment, `vision`, dressed and laid out without a display, as its
/// tests want it.
final class RunsRig implements AutoCloseable {

    private static final Executor VIRTUAL = work -> Thread.ofVirtual().start(work);

    final RunsHouse house;
    final RunsPanel panel;
    final Scene scene;

    /// @param how writes the runs
    RunsRig(Path folder, Consumer<RunsHouse.Writing> how) throws Exception {
        Fx.style(new PrimerLight().getUserAgentStylesheet());
        house = RunsHouse.with(folder, VIRTUAL, Platform::runLater, Settings.defaults());
        house.write("vision", how);
        panel = Fx.run(() -> new RunsPanel(house.context));
        scene = Fx.run(() -> {
            Scene made = Fx.scene((Parent) panel.node(), 1000, 700);
            for (String sheet : List.of("light", "base", "runs")) {
                made.getStylesheets().add(RunsRig.class.getResource("/cotejo/css/" + sheet + ".css")
                        .toExternalForm());
            }
            return made;
        });
        Fx.until(() -> panel.model().phase().get() == RunsViewModel.Phase.FULL);
        rest();
        lay();
    }

    /// So many runs, `run 0` on: their learning rates go round a few values, their loss is their number.
    static RunsRig withRuns(Path folder, int runs, int rates) throws Exception {
        return new RunsRig(folder, writing -> {
            for (int i = 0; i < runs; i++) {
                writing.run("run " + i, null, Map.of("lr", "0." + i % rates), Map.of("loss", (double) i));
            }
        });
    }

    /// What was written is told a moment later, and the runs may be listed once more; what a test does then would be to
    /// lines that are about to be others.
    private void rest() throws Exception {
        Listing before;
        Listing now = Fx.look(() -> panel.model().listing().get());
        do {
            before = now;
            Thread.sleep(200);
            now = Fx.look(() -> panel.model().listing().get());
        } while (now != before);
    }

    void lay() throws Exception {
        Fx.run(() -> {
            Fx.lay(scene);
            return 0;
        });
    }

    /// What the mouse does with the body of the table.
    void mouse(EventType<MouseEvent> type, double x, double y) throws Exception {
        Fx.run(() -> {
            Node body = panel.grid().lookup(".run-body");
            Point2D at = body.localToScene(x, y);
            body.fireEvent(new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1,
                    false, false, false, false, true, false, false, true, false, true, null));
            return 0;
        });
    }

    /// A key pressed on the table.
    void key(KeyCode code, boolean shift, boolean control) throws Exception {
        Fx.run(() -> {
            panel.grid().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
            return 0;
        });
        lay();
    }

    /// Where a column begins, from the left of the table.
    double leftOf(ColumnRef ref) {
        Geometry geometry = panel.grid().geometry();
        for (int i = 0; i < geometry.columns().size(); i++) {
            if (geometry.columns().get(i).ref().equals(ref)) {
                return (i < geometry.pinned() ? 0 : geometry.fixed()) + geometry.offsets()[i];
            }
        }
        throw new AssertionError(ref);
    }

    @Override
    public void close() throws Exception {
        Fx.run(() -> {
            panel.close();
            return 0;
        });
        house.close();
    }
}
