package cotejo.ui.curves;

import cotejo.chart.plot.ZoomAxes;
import cotejo.text.Texts;
import cotejo.ui.link.Limits;
import java.util.Set;
import java.util.function.Consumer;
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
    private final Consumer<Limits> typed;
    private final TextField[] ends = {end("curves.form.xlow"), end("curves.form.xhigh"), end("curves.form.ylow"),
        end("curves.form.yhigh")};
    private Limits shown = Limits.NONE;

    /// @param axis  what stands along the axes now, as [Limits#axis] names it
    /// @param roles the axes that have ends
    /// @param typed told what was typed
    LimitsForm(ObservableValue<Limits> limits, Supplier<String> axis, Set<ZoomAxes.Role> roles,
            Consumer<Limits> typed) {
        super(8, 8);
        this.axis = axis;
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
        boolean acrossFine = ordered(ends[0], ends[1]);
        boolean uprightFine = ordered(ends[2], ends[3]);
        if (!none && acrossFine && uprightFine && !next.equals(shown)) {
            shown = next;
            typed.accept(next);
        }
    }

    /// Whether the first end is below the other; both are marked where it is not.
    private static boolean ordered(TextField low, TextField high) {
        @Nullable Double from = ValueText.typed(low.getText());
        @Nullable Double to = ValueText.typed(high.getText());
        boolean crossed = from != null && to != null && from >= to;
        if (crossed) {
            low.pseudoClassStateChanged(WRONG, true);
            high.pseudoClassStateChanged(WRONG, true);
        }
        return !crossed;
    }

    private static @Nullable Double number(TextField field) {
        @Nullable Double value = ValueText.typed(field.getText());
        field.pseudoClassStateChanged(WRONG, value == null && !field.getText().isBlank());
        return value;
    }
}
