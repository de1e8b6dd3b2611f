package cotejo.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.ui.Fx;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// Where there is little room the buttons of a bar go below, none of them cut.
final class NarrowBarTest {

    private static Button button(double width) {
        Button button = new Button();
        button.setMinWidth(width);
        button.setPrefWidth(width);
        return button;
    }

    @Test
    void noButtonIsCutAndTheBarComesTogetherAgain() throws Exception {
        Fx.run(() -> {
            List<Button> earlier = List.of(button(160));
            List<Button> later = List.of(button(90), button(110), button(60));
            NarrowBar bar = new NarrowBar(460, 8, earlier, later);
            Scene scene = Fx.scene(new Pane(bar), 900, 200);
            for (double width : List.of(290.0, 600.0, 290.0)) {
                bar.setPrefWidth(width);
                Fx.lay(scene);
                Fx.lay(scene);
                Set<Double> lines = new TreeSet<>();
                for (List<Button> half : List.of(earlier, later)) {
                    for (Region one : half) {
                        lines.add(one.localToScene(0, 0).getY());
                        assertTrue(one.localToScene(one.getWidth(), 0).getX() <= width, one.toString());
                        assertTrue(one.getWidth() >= one.getMinWidth());
                    }
                }
                assertEquals(width < 460 ? 2 : 1, lines.size());
            }
            return 0;
        });
    }
}
