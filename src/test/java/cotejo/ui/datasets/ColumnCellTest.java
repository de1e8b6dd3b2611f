package cotejo.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.ui.Fx;
import cotejo.ui.Undressed;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A line of the column list as it is laid out.
class ColumnCellTest {

    /// What is left of a window of 1000 pixels beside the list of datasets and the chosen column, without the edges of
    /// a line.
    @Test
    void aLineFitsIntoASmallWindow() throws Exception {
        Fx.run(() -> {
            Label range = new Label("0.04996 – 0.09744");
            HBox line = ColumnCell.LINE.of(new Label("a column"), new Label("values"), new Label("none"),
                    new Label("456"), range);
            Fx.lay(Fx.scene(line, 454, 48));
            assertTrue(range.getBoundsInParent().getMaxX() <= 454, range.getBoundsInParent().toString());
            return 0;
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {520, 800})
    void anEstimateOfTensOfMillionsIsShownWhole(double width) throws Exception {
        Fx.run(() -> {
            Label distinct = new Label("≈ 20,000,000");
            HBox line = ColumnCell.LINE.of(new Label("a column"), new Label("values"), new Label("none"), distinct,
                    new Label("−5.357 – 5.055"));
            Stage stage = new Stage();
            stage.setScene(new Scene(line, width, 48));
            Undressed.dress(stage.getScene(), "light");
            stage.show();
            try {
                Fx.lay(stage.getScene());
                assertEquals("≈ 20,000,000", ((Text) distinct.lookup(".text")).getText());
            } finally {
                stage.close();
            }
            return 0;
        });
    }
}
