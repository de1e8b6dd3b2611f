package cotejo.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sequences as pytest, tqdm, Keras and gcc write them; `~` stands for the escape character.
final class TerminalCodesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "~[1m~[32m  5/5~[0m ~[32m━━━~[0m~[37m~[0m loss: 0.31 | '  5/5 ━━━ loss: 0.31'",
        "~[38;2;255;0;0mred~[m and ~[48;5;17mblue~[0m | red and blue",
        "~[01;31m~[Kerror: ~[m~[Kno | error: no",
        "~[?25l~[2Kdone~[?25h | done",
        "~]8;;file:///x/y.py~\\y.py~]8;;~\\:3 | y.py:3",
        "~(Bplain~7~8 | plain",
        "a[0m] list[1;2] | a[0m] list[1;2]"})
    void theWordsStay(String written, String words) {
        assertEquals(words, TerminalCodes.without(written.strip().replace('~', '\u001b')));
    }
}
