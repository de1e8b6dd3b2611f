package cotejo.ui.runs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands to the right in a column of params: the words that Java reads as decimal numbers, and no others.
final class NumberWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "+7", "0.001", ".5", "5.", "1e5", "1E-07", "-2.5e+10", " 3 ", "1e400", "007"})
    void numbersAreNumbers(String word) {
        Double.parseDouble(word);
        assertTrue(GridColumn.isNumber(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "-", "e5", "1e", "1e+", "1.2.3", "1-2", "--1", "0x10", "NaN", "Infinity",
            "1d", "1f", "1_000", "1,5", "adam", "٣"})
    void otherWordsAreNot(String word) {
        assertFalse(GridColumn.isNumber(word));
    }
}
