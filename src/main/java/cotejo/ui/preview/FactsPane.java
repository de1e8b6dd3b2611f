package cotejo.ui.preview;

import cotejo.preview.Fact;
import cotejo.preview.Preview;
import cotejo.ui.Tip;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Facts as names with values.
final class FactsPane {

    private static final int MOST = 400;
    private static final int LONG = 300;
    private static final int DEEPEST = 4;

    private FactsPane() {
    }

    static Node of(Preview.Facts facts) {
        Label title = new Label(facts.title());
        title.getStyleClass().add("title-4");
        GridPane grid = grid();
        rows(facts.facts(), grid, 0);
        VBox box = new VBox(12, title, grid);
        box.getStyleClass().add("preview-facts");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        return scroll;
    }

    static GridPane grid() {
        GridPane grid = new GridPane(12, 4);
        ColumnConstraints names = new ColumnConstraints();
        names.setPercentWidth(36);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        grid.getColumnConstraints().setAll(names, values);
        return grid;
    }

    static void rows(Fact.Fields fields, GridPane grid, int depth) {
        for (Map.Entry<String, Fact> entry : fields.fields().entrySet()) {
            if (grid.getRowCount() > MOST) {
                return;
            }
            boolean nested = entry.getValue() instanceof Fact.Fields inner && !inner.fields().isEmpty()
                    && depth < DEEPEST;
            row(entry.getKey(), nested ? "" : text(entry.getValue()), grid, depth);
            if (nested && entry.getValue() instanceof Fact.Fields inner) {
                rows(inner, grid, depth + 1);
            } else if (entry.getValue() instanceof Fact.Items items && depth < DEEPEST) {
                items(items, grid, depth);
            }
        }
    }

    private static void items(Fact.Items items, GridPane grid, int depth) {
        for (Fact item : items.items()) {
            if (item instanceof Fact.Fields inner && grid.getRowCount() <= MOST) {
                Fact type = inner.get("class");
                row(type == null ? "–" : type.line(), summary(inner), grid, depth + 1);
            }
        }
    }

    /// The short values of an object in one line.
    private static String summary(Fact.Fields fields) {
        StringBuilder text = new StringBuilder();
        fields.fields().forEach((name, value) -> {
            boolean nested = value instanceof Fact.Fields || value instanceof Fact.Items;
            if (!name.equals("class") && !nested && text.length() < LONG) {
                text.append(text.isEmpty() ? "" : ", ").append(name).append(" = ").append(value.line());
            }
        });
        return text.toString();
    }

    private static String text(Fact fact) {
        boolean objects = fact instanceof Fact.Items items
                && items.items().stream().anyMatch(item -> item instanceof Fact.Fields);
        return objects ? "" : fact.line();
    }

    static void row(String name, String value, GridPane grid, int depth) {
        Label key = new Label(name);
        key.getStyleClass().add("text-muted");
        key.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        key.setMinWidth(0);
        key.setPadding(new javafx.geometry.Insets(0, 0, 0, 12.0 * depth));
        Label text = new Label(value.length() > LONG ? value.substring(0, LONG) + "…" : value);
        text.setWrapText(true);
        text.setMinWidth(0);
        if (value.length() > LONG) {
            Tip.on(text, value.length() > 4000 ? value.substring(0, 4000) + "…" : value);
        }
        int row = grid.getRowCount();
        grid.addRow(row, key, text);
        GridPane.setValignment(key, javafx.geometry.VPos.TOP);
    }
}
