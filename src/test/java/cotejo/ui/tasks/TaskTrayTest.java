package cotejo.ui.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.ui.Fx;
import cotejo.work.Tasks;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The keyboard does not jump to the start of the window when the task it stood on ends.
final class TaskTrayTest {

    private final Tasks tasks = Tasks.onVirtualThreads();
    private final CountDownLatch end = new CountDownLatch(1);
    private final TextField search = new TextField();
    private final Button before = new Button("before");
    private TaskTray tray;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        tray = Fx.run(() -> new TaskTray(tasks, Platform::runLater));
        scene = Fx.run(() -> {
            Scene made = Fx.scene(new VBox(search, before, tray.button(), tray.card()), 400, 400);
            Fx.lay(made);
            return made;
        });
        var _ = tasks.start("long", (progress, cancel) -> {
            end.await();
            return 1;
        });
        Fx.until(() -> tray.button().isVisible());
        focus(before);
    }

    @AfterEach
    void close() {
        end.countDown();
        tray.close();
    }

    private void focus(Node node) throws Exception {
        Fx.run(() -> {
            Fx.lay(scene);
            node.requestFocus();
            return 0;
        });
    }

    private void finish() throws Exception {
        end.countDown();
        Fx.until(() -> !tray.button().isVisible());
        Fx.run(() -> {
            Fx.lay(scene);
            return 0;
        });
    }

    @Test
    void itGoesBackToWhatHadItBeforeTheTray() throws Exception {
        focus(tray.button());
        finish();
        assertEquals(before, Fx.look(scene::getFocusOwner));
    }

    @Test
    void itStaysInTheCardThatIsOpen() throws Exception {
        focus(tray.button());
        Fx.run(() -> {
            tray.toggle();
            return 0;
        });
        Button cancel = tray.card().lookupAll(".button").stream().map(Button.class::cast)
                .filter(one -> one.getAccessibleText().contains("long")).findFirst().orElseThrow();
        focus(cancel);
        finish();
        assertEquals(tray.card().lookup(".button"), Fx.look(scene::getFocusOwner));
        Fx.run(() -> {
            tray.toggle();
            return 0;
        });
        assertEquals(before, Fx.look(scene::getFocusOwner));
    }
}
