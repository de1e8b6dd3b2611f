package cotejo.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.ui.Fx;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Choosing a column by a part of its name.
final class ColumnFieldTest {

    private static final List<ColumnField.Named> COLUMNS = List.of(new ColumnField.Named("Step", "STEP"),
            new ColumnField.Named("val/accuracy", "metrics.`val/accuracy`"),
            new ColumnField.Named("train/val/loss", "metrics.`train/val/loss`"),
            new ColumnField.Named("loss", "metrics.loss"),
            new ColumnField.Named("val/loss", "metrics.`val/loss`"));

    private final List<String> told = new ArrayList<>();

    private interface Doing {
        void with(ColumnField field, TextField elsewhere) throws Exception;
    }

    private void field(Doing doing) throws Exception {
        Fx.run(() -> {
            ColumnField field = new ColumnField(COLUMNS, "STEP", "x axis", told::add);
            TextField elsewhere = new TextField();
            Stage stage = new Stage();
            stage.setScene(new Scene(new VBox(field, elsewhere), 300, 200));
            stage.show();
            try {
                field.requestFocus();
                doing.with(field, elsewhere);
            } finally {
                field.hide();
                stage.close();
            }
            return 0;
        });
    }

    private static void enter(ColumnField field) {
        press(field, KeyCode.ENTER);
    }

    private static void press(ColumnField field, KeyCode key) {
        Event.fireEvent(field.getEditor(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false,
                false));
    }

    @ParameterizedTest
    @CsvSource({"loss", "Step", "val/loss"})
    void downAndEnterAfterAWholeNameTakeIt(String typed) throws Exception {
        field((field, elsewhere) -> {
            field.getEditor().setText(typed);
            press(field, KeyCode.DOWN);
            enter(field);
            assertEquals(typed, field.getValue().name());
            assertEquals(typed, field.getEditor().getText());
        });
    }

    @Test
    void keysGoOnThroughWhatHasWhatWasTyped() throws Exception {
        field((field, elsewhere) -> {
            field.getEditor().setText("val/loss");
            field.show();
            assertEquals(List.of("val/loss", "train/val/loss"),
                    field.getItems().stream().map(ColumnField.Named::name).toList());
            field.getSelectionModel().select(0);
            field.getSelectionModel().select(1);
            assertEquals("train/val/loss", field.getEditor().getText());
            assertEquals(2, field.getItems().size());
            field.hide();
            assertEquals(COLUMNS.size(), field.getItems().size());
        });
    }

    @ParameterizedTest
    @CsvSource({"l/loss,metrics.`train/val/loss`", "Val/LOSS,metrics.`val/loss`", "LOSS,metrics.loss",
        "val,metrics.`val/accuracy`"})
    void enterChoosesTheFirstThatHasWhatWasTyped(String typed, String column) throws Exception {
        field((field, elsewhere) -> {
            field.getEditor().setText(typed);
            enter(field);
            assertEquals(List.of(column), told);
            assertEquals(column, field.getValue().operand());
        });
    }

    @Test
    void whatNoColumnHasIsGivenUpForWhatWasChosen() throws Exception {
        field((field, elsewhere) -> {
            field.getEditor().setText("perplexity");
            enter(field);
            elsewhere.requestFocus();
            assertEquals(List.of(), told);
            assertEquals("Step", field.getEditor().getText());
        });
    }
}
