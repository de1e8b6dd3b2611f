package cotejo.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.registry.Comparison;
import cotejo.ui.Fx;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
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

    @Test
    void whatIsTooMuchForTheFirstLookComesWhenItIsAskedFor() throws Exception {
        List<Comparison.Line> tensors = IntStream.range(0, 30).mapToObj(i -> new Comparison.Line(
                Comparison.Part.TENSORS, "layer" + i, Arrays.asList("float32 [2]", null), null, true)).toList();
        List<String> names = Fx.run(() -> {
            ComparisonGrid grid = new ComparisonGrid(tensors, List.of());
            ((Button) grid.getChildren().stream().filter(Button.class::isInstance).findFirst().orElseThrow()).fire();
            return grid.getChildren().stream().filter(Label.class::isInstance).map(node -> ((Label) node).getText())
                    .filter(text -> text.startsWith("layer")).toList();
        });
        assertEquals(IntStream.range(0, 30).mapToObj(i -> "layer" + i).toList(), names);
    }
}
