package cotejo.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.text.Texts;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A rule is said in the language of the person.
class GateWordsTest {

    @AfterEach
    void english() {
        Texts.use(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            metric f1 >= 0.4 | f1 is at least 0.4
            metric f1 >= champion - 0.01 | f1 is at least that of @champion − 0.01
            metric rmse <= current + 0.5 | rmse is at most that of the version now in the stage + 0.5
            metric loss <= current | loss is at most that of the version now in the stage
            passport 0.8 | At least 80 % of the passport is filled
            tag validated=true | Has the tag validated with the value true
            """)
    void inEnglish(String rule, String sentence) {
        Texts.use(Locale.ENGLISH);
        assertEquals(sentence, Gate.words(rule));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            metric f1 >= champion - 0.01 | f1 es como mínimo el valor de @champion − 0,01
            metric rmse <= 2.5 | rmse es como máximo 2,5
            passport | El pasaporte está completo
            intact | Cada archivo es lo que dice su hash
            tag validated | Lleva la etiqueta validated
            """)
    void inSpanish(String rule, String sentence) {
        Texts.use(Locale.of("es"));
        assertEquals(sentence, Gate.words(rule));
    }

    @Test
    void whatIsNoRuleIsSaidAsItIs() {
        assertEquals("metric of nothing", Gate.words("metric of nothing"));
    }
}
