package cotejo.ui.curves;

import cotejo.chart.plot.ZoomAxes;
import cotejo.text.Texts;
import cotejo.ui.link.Limits;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Fields for the ends of a panel's axes; empty ones follow the data. They follow what is zoomed by hand.
final class LimitsForm extends GridPane {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final Supplier<String> axis;
    private final Predicate<ZoomAxes.Role> log;
    private final Label trouble = new Label();
    private final Consumer<Limits> typed;
    private final TextField[] ends = {end("curves.form.xlow"), end("curves.form.xhigh"), end("curves.form.ylow"),
        end("curves.form.yhigh")};
    private Limits shown = Limits.NONE;

    /// @param axis  what stands along the axes now, as [Limits#axis] names it
    /// @param log   whether an axis has no place for 0 and below
    /// @param roles the axes that have ends
    /// @param typed told what was typed
    LimitsForm(ObservableValue<Limits> limits, Supplier<String> axis, Predicate<ZoomAxes.Role> log,
            Set<ZoomAxes.Role> roles, Consumer<Limits> typed) {
        super(8, 8);
        this.axis = axis;
        this.log = log;
        this.typed = typed;
        for (TextField field : ends) {
            field.setOnAction(event -> take());
            field.focusedProperty().subscribe(focused -> {
                if (!focused) {
                    take();
                }
            });
        }
        if (roles.contains(ZoomAxes.Role.X)) {
            addRow(0, new Label("x"), ends[0], new Label("–"), ends[1]);
        }
        if (roles.contains(ZoomAxes.Role.Y)) {
            addRow(1, new Label("y"), ends[2], new Label("–"), ends[3]);
        }
        trouble.getStyleClass().add("curve-notes");
        trouble.setWrapText(true);
        trouble.managedProperty().bind(trouble.visibleProperty());
        trouble.visibleProperty().bind(trouble.textProperty().isNotEmpty());
        add(trouble, 0, 2, 4, 1);
        Subscription[] following = {Subscription.EMPTY};
        // A form that was closed must not keep listening to the board.
        sceneProperty().subscribe(scene -> {
            following[0].unsubscribe();
            following[0] = scene == null ? Subscription.EMPTY : limits.subscribe(this::show);
        });
        show(limits.getValue());
    }

    private static TextField end(String key) {
        // texts: curves.form.*
        TextField field = new TextField();
        field.setPromptText(Texts.get("curves.form.auto"));
        field.setAccessibleText(Texts.get(key));
        field.setPrefColumnCount(8);
        return field;
    }

    private void show(Limits limits) {
        shown = limits;
        boolean same = limits.axis().equals(axis.get());
        show(ends[0], same ? limits.xLow() : null);
        show(ends[1], same ? limits.xHigh() : null);
        show(ends[2], limits.yLow());
        show(ends[3], limits.yHigh());
        fine();
    }

    private static void show(TextField field, @Nullable Double end) {
        if (!field.isFocused()) {
            field.pseudoClassStateChanged(WRONG, false);
            field.setText(end == null ? "" : ValueText.plain(end));
        }
    }

    private void take() {
        Limits next = new Limits(axis.get(), number(ends[0]), number(ends[1]), number(ends[2]), number(ends[3]));
        boolean none = next.isEmpty() && shown.isEmpty();
        if (fine() && !none && !next.equals(shown)) {
            shown = next;
            typed.accept(next);
        }
    }

    /// Whether the axes can have these ends; where not, they are marked, and it is said why.
    private boolean fine() {
        // Every field is marked, also where the first already says no.
        boolean crossedX = crossed(ends[0], ends[1]);
        boolean crossed = crossed(ends[2], ends[3]) || crossedX;
        boolean hiddenX = hidden(ZoomAxes.Role.X, ends[0], ends[1]);
        boolean hidden = hidden(ZoomAxes.Role.Y, ends[2], ends[3]) || hiddenX;
        trouble.setText(hidden ? Texts.get("curves.form.limits.log")
                : crossed ? Texts.get("curves.form.limits.crossed") : "");
        return !crossed && !hidden;
    }

    private boolean hidden(ZoomAxes.Role role, TextField... fields) {
        boolean hidden = false;
        for (TextField field : fields) {
            @Nullable Double value = ValueText.typed(field.getText());
            if (value != null && value <= 0 && log.test(role)) {
                field.pseudoClassStateChanged(WRONG, true);
                hidden = true;
            }
        }
        return hidden;
    }

    private static boolean crossed(TextField low, TextField high) {
        @Nullable Double from = ValueText.typed(low.getText());
        @Nullable Double to = ValueText.typed(high.getText());
        boolean crossed = from != null && to != null && from >= to;
        if (crossed) {
            low.pseudoClassStateChanged(WRONG, true);
            high.pseudoClassStateChanged(WRONG, true);
        }
        return crossed;
    }

    private static @Nullable Double number(TextField field) {
        @Nullable Double value = ValueText.typed(field.getText());
        field.pseudoClassStateChanged(WRONG, value == null && !field.getText().isBlank());
        return value;
    }
}
