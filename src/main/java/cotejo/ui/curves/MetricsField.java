package cotejo.ui.curves;

import atlantafx.base.theme.Styles;
import cotejo.query.ColumnRef;
import cotejo.text.Texts;
import cotejo.ui.Tip;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The metrics of one panel: those that were chosen, each with a button that takes it away, and a field that finds one
/// more by a part of its name.
final class MetricsField extends VBox {

    private final List<ColumnField.Named> all;
    private final List<String> chosen;
    private final Consumer<List<String>> changed;

    /// @param all     what can be chosen
    /// @param chosen  the keys that are
    /// @param changed told the keys that are chosen now, in order
    MetricsField(List<ColumnField.Named> all, List<String> chosen, Consumer<List<String>> changed) {
        super(4);
        this.all = all;
        this.chosen = new ArrayList<>(chosen);
        this.changed = changed;
        build();
    }

    private void build() {
        List<Node> rows = new ArrayList<>();
        for (String metric : chosen) {
            rows.add(row(metric));
        }
        List<ColumnField.Named> rest = all.stream().filter(one -> !chosen.contains(one.name())).toList();
        ColumnField add = new ColumnField(rest, "", Texts.get("curves.form.metric.add"), this::add);
        add.setPromptText(Texts.get(chosen.isEmpty() ? "curves.column.prompt" : "curves.form.metric.add"));
        rows.add(add);
        getChildren().setAll(rows);
    }

    private HBox row(String metric) {
        Label name = new Label(metric);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Tip.on(name, metric);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button remove = new Button("", new FontIcon("fth-x"));
        remove.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setAccessibleText(Texts.get("curves.form.metric.remove", metric));
        Tip.on(remove, Texts.get("curves.form.metric.remove", metric));
        remove.setOnAction(press -> {
            chosen.remove(metric);
            told();
        });
        HBox row = new HBox(4, name, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void add(String operand) {
        if (ColumnRef.parse(operand) instanceof ColumnRef.Metric metric && !chosen.contains(metric.key())) {
            chosen.add(metric.key());
            told();
        }
    }

    private void told() {
        build();
        changed.accept(List.copyOf(chosen));
        getChildren().getLast().requestFocus();
    }
}
