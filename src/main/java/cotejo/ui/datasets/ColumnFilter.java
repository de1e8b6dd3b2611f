package cotejo.ui.datasets;

import atlantafx.base.controls.Popover;
import cotejo.dataset.FieldType;
import cotejo.dataset.Leaf;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks for a condition on one column by what its type allows: a range of numbers and times, a part of a text, a set,
/// to be picked from where the column has few values. What is asked for is added to the filter line, where it can be
/// read and changed.
final class ColumnFilter extends VBox {

    private final Leaf leaf;
    private final List<Supplier<String>> parts = new ArrayList<>();

    private ColumnFilter(Leaf leaf, PickList picks) {
        super(6);
        this.leaf = leaf;
        setPrefWidth(240);
        if (leaf.type().numeric() || leaf.type().temporal()) {
            TextField from = field("datasets.filter.from");
            TextField to = field("datasets.filter.to");
            parts.add(() -> WhereText.range(leaf, from.getText(), to.getText()));
        } else if (!(leaf.type() instanceof FieldType.Bool)) {
            TextField text = field("datasets.filter.contains");
            parts.add(() -> text.getText().isEmpty() ? "" : WhereText.contains(leaf, text.getText()));
        }
        TextField set = field("datasets.filter.oneOf");
        parts.add(() -> WhereText.oneOf(leaf, set.getText()));
        parts.add(() -> WhereText.oneOf(leaf, picks.picked()));
        getChildren().add(picks);
        picks.onFilled(() -> {
            boolean typed = !set.getText().isEmpty();
            set.setVisible(typed);
            set.setManaged(typed);
            if (!typed && getChildren().get(getChildren().indexOf(set) - 1) instanceof Label above) {
                above.setText(Texts.get("datasets.filter.pick"));
                above.setLabelFor(picks);
            }
        });
    }

    private TextField field(String key) {
        // texts: datasets.filter.*
        TextField field = new TextField();
        Label label = new Label(Texts.get(key));
        label.setLabelFor(field);
        field.setAccessibleText(label.getText());
        field.setPromptText(switch (leaf.type()) {
            case FieldType.Date _ -> "2024-12-31";
            case FieldType.Timestamp _ -> "2024-12-31T23:59:59";
            case FieldType _ -> "";
        });
        getChildren().addAll(label, field);
        return field;
    }

    private String condition() {
        String all = "";
        for (Supplier<String> part : parts) {
            String one = part.get();
            all = one.isEmpty() ? all : WhereText.both(all, one);
        }
        return all;
    }

    /// @param model  knows the values of columns
    /// @param wanted told the condition when it is asked for
    static Popover of(Leaf leaf, ColumnsViewModel model, Consumer<String> wanted) {
        PickList picks = new PickList(model, leaf);
        ColumnFilter form = new ColumnFilter(leaf, picks);
        Popover popover = new Popover(form);
        popover.setOnHidden(event -> picks.close());
        Button apply = new Button(Texts.get("datasets.filter.add"));
        apply.setDefaultButton(true);
        apply.setMaxWidth(Double.MAX_VALUE);
        apply.setOnAction(event -> {
            popover.hide();
            String condition = form.condition();
            if (!condition.isEmpty()) {
                wanted.accept(condition);
            }
        });
        form.setAlignment(Pos.TOP_LEFT);
        form.getChildren().add(apply);
        popover.setTitle(leaf.path());
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
        return popover;
    }
}
