package cotejo.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// Cards that have to be answered.
class ModalLayerTest {

    /// A menu hides only once what was chosen is done; a question that waits would lie below it, without its keys.
    @Test
    void theMenuAQuestionWasChosenFromIsGoneBeforeItWaits() throws Exception {
        assertEquals("menu shown, menu gone", Fx.run(() -> {
            ModalLayer layer = new ModalLayer();
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(new Button("behind"), layer), 400, 300));
            stage.show();
            Button first = new Button("OK");
            MenuItem ask = new MenuItem("Ask");
            ask.setOnAction(event -> layer.show(new VBox(first), first, () -> { }));
            ContextMenu menu = new ContextMenu(ask);
            menu.show(stage, 20, 20);
            String said = menu.isShowing() ? "menu shown, " : "";
            ask.fire();
            said += menu.isShowing() ? "menu shown" : "menu gone";
            stage.close();
            return said;
        }));
    }
}
