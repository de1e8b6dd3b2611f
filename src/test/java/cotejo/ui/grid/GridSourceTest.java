package cotejo.ui.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridSourceTest {

    /// A cell that is missing from a line of text said “null”, as one does that is there and empty.
    @ParameterizedTest
    @CsvSource({"'', NULL, null", "no cell, NULL, no cell",
        "'', EMPTY, empty", "'  ', EMPTY, ␣␣", "NaN, NOT_FINITE, NaN",
        "secret, DAMAGED, unreadable", "5, VALUE, 5"})
    void whatHasNoCharacterIsToldByAWord(String text, GridSource.Look look, String words) {
        assertEquals(words, new GridSource.Cell(text, look).words());
    }
}
