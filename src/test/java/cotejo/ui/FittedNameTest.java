package cotejo.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/// Names that differ in their middle can be told apart where there is no room for all of them.
final class FittedNameTest {

    private static final List<String> LONG = List.of(
            "system/gpu_9_memory_usage_percentage_of_all", "system/gpu_10_memory_usage_percentage_of_all",
            "system/gpu_11_memory_usage_percentage_of_all", "system/gpu_11_memory_usage_percentage_of_half");

    private static List<String> shown(List<String> names, double width) throws Exception {
        return Fx.run(() -> {
            Pane list = new VBox();
            for (int i = 0; i < names.size(); i++) {
                Label label = new Label();
                label.setMaxWidth(width);
                FittedName.show(label, names.get(i), i == 0 ? null : names.get(i - 1),
                        i + 1 == names.size() ? null : names.get(i + 1), 0);
                list.getChildren().add(label);
            }
            Fx.scene(list, 800, 400);
            Fx.lay(list.getScene());
            List<String> texts = new ArrayList<>();
            list.getChildren().forEach(label -> texts.add(((Label) label).getText()));
            return texts;
        });
    }

    @Test
    void theNumbersInWhichTheyDifferStayInSight() throws Exception {
        List<String> texts = shown(LONG, 150);
        assertEquals(LONG.size(), new HashSet<>(texts).size(), texts.toString());
        assertTrue(texts.get(0).contains("9"), texts.toString());
        assertTrue(texts.get(1).contains("10"), texts.toString());
        assertTrue(texts.get(3).contains("half"), texts.toString());
        texts.forEach(text -> assertNotEquals(-1, text.indexOf('…'), text));
    }

    @Test
    void whatFitsIsShownWhole() throws Exception {
        assertEquals(LONG, shown(LONG, 700));
        assertEquals(List.of("loss", "val_loss"), shown(List.of("loss", "val_loss"), 150));
    }
}
