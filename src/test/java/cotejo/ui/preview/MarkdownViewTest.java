package cotejo.ui.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Markdown where there is room for one line only.
final class MarkdownViewTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "**Forest** with `good` r2 | Forest with good r2",
        "# Forest | Forest",
        "- a _first_ try | a first try",
        "1. first | first",
        "see [the report](https://example.org) | see the report",
        "forest, R² 0.400 | forest, R² 0.400",
        "2 * 3 > 5 | 2 * 3 > 5",
        "snake_case_name | snake_case_name"})
    void theFirstLineIsPlainWords(String markdown, String plain) {
        assertEquals(plain, MarkdownView.firstLine("\n" + markdown + "\nand more"));
    }
}
