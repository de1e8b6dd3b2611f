package cotejo.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/// Beside a hundred thousand lines a thumb of its true length would be thinner than a pixel.
final class ScrollThumbTest {

    @Test
    void theThumbBesideManyLinesCanBeGrabbed() throws Exception {
        Fx.style(new PrimerLight().getUserAgentStylesheet());
        Fx.run(() -> {
            ListView<Integer> list = new ListView<>();
            list.getItems().setAll(IntStream.range(0, 100_000).boxed().toList());
            StackPane root = new StackPane(list);
            Scene scene = Fx.scene(root, 300, 400);
            for (String sheet : List.of("light", "base")) {
                scene.getStylesheets().add(ScrollThumbTest.class.getResource("/cotejo/css/" + sheet + ".css")
                        .toExternalForm());
            }
            Fx.lay(scene);
            Fx.lay(scene);
            ScrollBar bar = list.lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast)
                    .filter(one -> one.isVisible() && one.getHeight() > one.getWidth()).findFirst().orElseThrow();
            Bounds thumb = bar.lookup(".thumb").getBoundsInParent();
            assertEquals(10, bar.getWidth(), 0.01);
            assertTrue(thumb.getHeight() >= 24, thumb.toString());
            return 0;
        });
    }
}
