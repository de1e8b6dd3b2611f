package cotejo.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.VPos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/// What stands behind a line has the room it wants, whenever it came.
class LinesTest {

    private Stage stage;
    private ListView<String> list;

    private static final class Cell extends ListCell<String> {
        private final Lines lines = new Lines(VPos.TOP);
        private final int line = lines.add(Lines.Cut.END);

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            if (item != null) {
                lines.say(line, item);
                lines.beside(line, new HBox(new Label("@" + item)));
            }
            setGraphic(empty ? null : lines);
        }
    }

    @BeforeEach
    void aListInAWindow() throws Exception {
        Fx.run(() -> {
            list = new ListView<>();
            list.setFixedCellSize(60);
            list.setCellFactory(view -> new Cell());
            list.getItems().setAll("one");
            stage = new Stage();
            stage.setScene(new Scene(list, 300, 200));
            stage.show();
            return 0;
        });
        Fx.until(() -> list.lookup(".label") != null);
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> {
            stage.close();
            return 0;
        });
    }

    /// Cells are given their content while the list is being laid out, when nothing new has its looks yet.
    @Test
    void aChipInACellThatGetsAnotherContentIsNotCut() throws Exception {
        Fx.run(() -> {
            list.getItems().setAll("challenger");
            return 0;
        });
        Fx.until(() -> list.lookup(".label") instanceof Label label && label.getText().equals("@challenger"));
        for (int pulse = 0; pulse < 10; pulse++) {
            Thread.sleep(20);
            Fx.run(() -> 0);
        }
        Fx.run(() -> {
            Label chip = (Label) list.lookup(".label");
            assertTrue(chip.getWidth() >= chip.prefWidth(-1) && chip.getWidth() > 20, "cut to " + chip.getWidth());
            return 0;
        });
    }
}
