package cotejo.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.dataset.FileFacts;
import cotejo.ui.Fx;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The inside of a file as it is laid out.
class FileViewTest {

    @ParameterizedTest
    @ValueSource(doubles = {620, 900, 1250})
    void theChunksOfARowGroupCanBeReadWhole(double width, @TempDir Path folder) throws Exception {
        try (DatasetBench bench = new DatasetBench(folder, DatasetBench.CANCER)) {
            bench.open.wantFacts();
            FileFacts.RowGroup group = Objects.requireNonNull(bench.open.facts().get()).rowGroups().getFirst();
            Fx.run(() -> {
                FileView view = new FileView(bench.open, bench.state.dataset(),
                        KnownDataset.ofFile(DatasetBench.CANCER));
                Stage stage = new Stage();
                stage.setScene(new Scene(view, width, 700));
                stage.show();
                try {
                    GridPane grid = chunks(view);
                    Fx.lay(stage.getScene());
                    assertEquals(group.chunks().getFirst().codec(), label(grid, 1, 1).getText());
                    for (int column : List.of(0, 1, 2, 3, 4, 5, 7)) {
                        for (int row = 0; row <= group.chunks().size(); row++) {
                            Label cell = label(grid, row, column);
                            assertEquals(cell.getText(), ((Text) cell.lookup(".text")).getText());
                        }
                    }
                } finally {
                    stage.close();
                    view.close();
                }
                return 0;
            });
        }
    }

    /// Opens the first row group, as a click on it does.
    private static GridPane chunks(FileView view) {
        VBox sections = (VBox) view.getContent();
        TitledPane groups = (TitledPane) sections.getChildren().get(3);
        TitledPane first = (TitledPane) ((VBox) groups.getContent()).getChildren().getFirst();
        first.setExpanded(true);
        return (GridPane) ((VBox) first.getContent()).getChildren().getFirst();
    }

    private static Label label(GridPane grid, int row, int column) {
        return grid.getChildren().stream().filter(node -> GridPane.getRowIndex(node) == row
                && GridPane.getColumnIndex(node) == column).map(Label.class::cast).findFirst().orElseThrow();
    }
}
