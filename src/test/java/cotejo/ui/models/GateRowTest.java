package cotejo.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.registry.Gate;
import cotejo.ui.Fx;
import java.util.List;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The fields of a rule mean what the rule means.
class GateRowTest {

    private static GateRow row() {
        return new GateRow(List.of("champion", "challenger"), () -> { }, gone -> { });
    }

    @ParameterizedTest
    @ValueSource(strings = {"metric r2 >= 0.4", "metric r2 >= champion - 0.01", "metric rmse <= current + 0.5",
        "metric val/loss <= blue", "metric r2 >= -0.5", "dataset", "signature", "passport", "passport 0.8", "imports",
        "intact", "tag validated", "tag validated=true"})
    void aRuleComesOutOfTheFieldsAsItWentIn(String rule) throws Exception {
        String out = Fx.run(() -> {
            GateRow row = row();
            row.set(Gate.parse(rule));
            return row.isWhole() ? row.text() : "not whole";
        });
        assertEquals(rule, out);
    }

    @Test
    void aMetricWithoutANameIsNoRule() throws Exception {
        assertFalse(Fx.run(() -> row().isWhole()));
    }

    @Test
    void aShareAboveOneIsNoRuleAndSaysSo() throws Exception {
        assertTrue(Fx.run(() -> {
            GateRow row = row();
            row.set(Gate.parse("passport 0.8"));
            for (javafx.scene.Node node : row.lookupAll(".text-field")) {
                ((TextField) node).setText("1.5");
            }
            return !row.isWhole() && row.getChildren().getLast().isVisible();
        }));
    }

    @Test
    void aNumberMayBeWrittenWithAComma() throws Exception {
        assertEquals("passport 0.8", Fx.run(() -> {
            GateRow row = row();
            row.set(Gate.parse("passport 0.5"));
            row.lookupAll(".text-field").forEach(node -> ((TextField) node).setText("0,8"));
            return row.text();
        }));
    }
}
