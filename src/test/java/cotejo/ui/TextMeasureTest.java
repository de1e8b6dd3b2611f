package cotejo.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

/// Texts that do not fit.
class TextMeasureTest {

    private static String number(String text, double room) throws Exception {
        return Fx.run(() -> {
            TextMeasure measure = TextMeasure.of(Font.getDefault());
            String shown = measure.number(text, room);
            assertTrue(measure.width(shown) <= room, shown);
            return shown;
        });
    }

    @Test
    void aFractionLosesItsLastDigits() throws Exception {
        String shown = number("-0.0272263412265463", 90);
        assertTrue(shown.matches("-0\\.02722\\d*…"), shown);
    }

    @Test
    void theExponentStays() throws Exception {
        String shown = number("-6.875123456515E-4", 90);
        assertTrue(shown.matches("-6\\.875\\d*…E-4"), shown);
    }

    @Test
    void whatFitsIsWhole() throws Exception {
        assertEquals("17.99", number("17.99", 90));
    }

    @Test
    void aLongWholePartKeepsItsEnd() throws Exception {
        String shown = number("123456789012345678901234.5", 90);
        assertTrue(shown.startsWith("1234") && shown.endsWith("34.5"), shown);
        assertFalse(number("123456789012345678901234", 90).endsWith("…"));
    }
}
