package cotejo.ui.runs;

import cotejo.query.ColumnRef;
import cotejo.text.Texts;
import cotejo.ui.FittedName;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What the lists of columns below a search field have in common.
final class ColumnList {

    private ColumnList() {
    }

    /// Lets the keyboard go from the search into the list: down into it, return takes the first that was found.
    static void follow(TextField search, ListView<?> list, Runnable taken) {
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (list.getItems().isEmpty()) {
                return;
            }
            if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                list.getSelectionModel().clearAndSelect(0);
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && !search.getText().isBlank()) {
                list.getSelectionModel().clearAndSelect(0);
                taken.run();
                event.consume();
            }
        });
    }

    /// The name of a column, with what it is where it is not an attribute: a metric and a param may have one name.
    static final class Line extends HBox {
        private final Label text = new Label();
        private final Label kind = new Label();
        private String title = "";

        Line() {
            super(8);
            HBox.setHgrow(text, Priority.ALWAYS);
            text.setMaxWidth(Double.MAX_VALUE);
            text.setMinWidth(20);
            text.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            kind.getStyleClass().add("run-completion-kind");
            kind.setMinWidth(Region.USE_PREF_SIZE);
            setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
            getChildren().addAll(text, kind);
        }

        /// Shows the column of a line of a list.
        void show(ColumnRef ref, ListCell<ColumnRef> cell) {
            title = ColumnHead.of(ref).title();
            FittedName.show(text, title, title(cell, -1), title(cell, 1), 0);
            kind.setText(kind(ref));
        }

        String words() {
            return kind.getText().isEmpty() ? title : title + ", " + kind.getText();
        }
    }

    private static @Nullable String title(ListCell<ColumnRef> cell, int by) {
        List<ColumnRef> all = cell.getListView().getItems();
        int at = cell.getIndex() + by;
        return at < 0 || at >= all.size() ? null : ColumnHead.of(all.get(at)).title();
    }

    private static String kind(ColumnRef ref) {
        return switch (ref) {
            case ColumnRef.Attribute _ -> "";
            case ColumnRef.Param _ -> Texts.get("runs.kind.param");
            case ColumnRef.Tag _ -> Texts.get("runs.kind.tag");
            case ColumnRef.Metric _, ColumnRef.MetricAt _ -> Texts.get("runs.kind.metric");
        };
    }
}
