package cotejo.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.ui.Fx;
import java.util.List;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/// Two versions side by side.
class ComparisonGridTest {

    @Test
    void whereNothingIsKnownOfEitherThatIsSaid() throws Exception {
        assertEquals(List.of("Nothing is known of either that could be compared."), Fx.run(() ->
                new ComparisonGrid(List.of(), List.of()).getChildren().stream()
                        .map(node -> ((Label) node).getText()).toList()));
    }
}
