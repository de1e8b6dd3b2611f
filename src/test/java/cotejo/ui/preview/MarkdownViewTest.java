package cotejo.ui.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.ui.Fx;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.layout.GridPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
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

    /// The first example of tables in the GitHub Flavored Markdown Spec, with a cell more.
    @Test
    void aTableIsAGridOfItsCells() throws Exception {
        List<String> cells = Fx.run(() -> {
            MarkdownView view = new MarkdownView("before\n\n| foo | bar |\n| :-- | --: |\n| baz | **bim** |\n");
            GridPane grid = (GridPane) view.getChildren().get(1);
            return grid.getChildren().stream().map(cell -> GridPane.getRowIndex(cell) + ","
                    + GridPane.getColumnIndex(cell) + " " + words((TextFlow) cell) + " "
                    + ((TextFlow) cell).getTextAlignment()).toList();
        });
        assertEquals(List.of("0,0 foo LEFT", "0,1 bar RIGHT", "1,0 baz LEFT", "1,1 bim RIGHT"), cells);
    }

    private static String words(TextFlow flow) {
        return flow.getChildren().stream().map(run -> ((Text) run).getText()).collect(Collectors.joining());
    }
}
