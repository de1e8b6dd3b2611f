package cotejo.ui.curves;

import cotejo.ui.Tip;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Slider;
import javafx.util.StringConverter;

/// Small controls that show a value and say when a person chose another.
final class Choices {

    private Choices() {
    }

    /// One of several values.
    ///
    /// @param spoken what is chosen
    static <T> ChoiceBox<T> box(List<T> values, Function<T, String> name, T now, String spoken, Consumer<T> chosen) {
        ChoiceBox<T> box = new ChoiceBox<>();
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen from a list");
            }
        });
        box.setValue(now);
        box.setAccessibleText(spoken);
        Tip.on(box, spoken);
        box.valueProperty().addListener((property, before, value) -> {
            if (value != null && !Objects.equals(before, value)) {
                chosen.accept(value);
            }
        });
        return box;
    }

    /// A slider of 0 to a greatest value.
    static Slider slider(double most, double now, String spoken, Consumer<Double> moved, Runnable rested) {
        Slider slider = new Slider(0, most, now);
        slider.setBlockIncrement(0.01);
        slider.setAccessibleText(spoken);
        slider.valueProperty().addListener((property, before, value) -> {
            moved.accept(value.doubleValue());
            if (!slider.isValueChanging()) {
                rested.run();
            }
        });
        slider.valueChangingProperty().addListener((property, before, changing) -> {
            if (!changing) {
                rested.run();
            }
        });
        return slider;
    }
}
