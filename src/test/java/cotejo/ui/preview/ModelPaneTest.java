package cotejo.ui.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cotejo.preview.Preview;
import cotejo.preview.Previewers;
import cotejo.ui.Fx;
import cotejo.ui.Undressed;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// What a model contains, as it stands in the window.
final class ModelPaneTest {

    private static Path model() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("sample-data", "digits-and-more"))) {
            return files.filter(file -> file.endsWith("model.pkl")).sorted().findFirst().orElseThrow();
        }
    }

    @Test
    void theHeadsOfNumbersStandOverThem() throws Exception {
        Preview.Model model = assertInstanceOf(Preview.Model.class, Previewers.of(model(), Cancel.never()));
        Map<String, HPos> heads = new TreeMap<>();
        Fx.run(() -> {
            StackPane preview = new StackPane(new ModelPane(model.facts()));
            preview.getStyleClass().add("preview");
            Scene scene = Fx.scene(preview, 900, 700);
            Undressed.dress(scene, "light");
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            Fx.lay(scene);
            scene.getRoot().lookupAll(".table-view .column-header > .label").stream().map(Label.class::cast)
                    .forEach(label -> heads.put(label.getText(), label.getAlignment().getHpos()));
            stage.close();
            return 0;
        });
        assertEquals(Map.of("Name", HPos.LEFT, "Type", HPos.LEFT, "Shape", HPos.RIGHT, "Numbers", HPos.RIGHT), heads);
    }
}
