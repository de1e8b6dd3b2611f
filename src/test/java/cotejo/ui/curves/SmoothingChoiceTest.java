package cotejo.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.analysis.Smoothing;
import cotejo.text.Texts;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a slider for smoothing says.
final class SmoothingChoiceTest {

    @BeforeEach
    void english() {
        Texts.use(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"STEP,20,σ 20", "RELATIVE,20,σ 20 ms", "RELATIVE,90000,σ 1 min 30 s", "WALL,7200000,σ 2 h",
        "metrics.loss,0.5,σ 0.5"})
    void aWidthAlongTimeHasItsUnit(String axis, double sigma, String said) {
        assertEquals(said, SmoothingChoice.strengthText(new Smoothing.Gaussian(sigma), axis));
    }

    @ParameterizedTest
    @CsvSource({"STEP,20", "STEP,3.5", "RELATIVE,40000", "WALL,86400000"})
    void theSliderStandsWhereItWasMovedTo(String axis, double sigma) {
        double strength = SmoothingChoice.strength(new Smoothing.Gaussian(sigma), axis);
        assertEquals(new Smoothing.Gaussian(sigma), SmoothingChoice.GAUSSIAN.at(strength, axis));
    }
}
