package cotejo.ui.curves;

import cotejo.chart.XMode;
import cotejo.text.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/// What is chosen for all panels at once.
final class CurvesToolbar extends FlowPane {

    CurvesToolbar(CurvesViewModel model) {
        // Beside the details on a small screen there is less room than all controls want: they take a second line.
        super(10, 6);
        getStyleClass().add("curve-toolbar");
        setAlignment(Pos.CENTER_LEFT);
        TextField search = new TextField();
        search.setPromptText(Texts.get("curves.search"));
        search.setAccessibleText(Texts.get("curves.search"));
        search.setPrefWidth(180);
        search.setMinWidth(90);
        search.textProperty().bindBidirectional(model.search());
        ToggleButton log = new ToggleButton(Texts.get("curves.log"));
        log.selectedProperty().bindBidirectional(model.logY());
        log.setTooltip(new Tooltip(Texts.get("curves.log.hint")));
        log.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(search);
        smoothing(model);
        getChildren().addAll(
                choice(List.of(XMode.STEP, XMode.RELATIVE, XMode.WALL), Notes::name, model.xMode(),
                        Texts.get("curves.x")), log,
                choice(List.of(PanelSize.values()), Notes::name, model.panelSize(), Texts.get("curves.size")));
    }

    private void smoothing(CurvesViewModel model) {
        Label name = new Label(Texts.get("curves.smoothing"));
        name.setMinWidth(Region.USE_PREF_SIZE);
        Slider slider = new Slider(0, CurvesViewModel.MOST_SMOOTH, 0);
        slider.setBlockIncrement(0.01);
        slider.setPrefWidth(120);
        slider.setMinWidth(60);
        slider.setAccessibleText(Texts.get("curves.smoothing"));
        slider.setId("curve-smoothing");
        slider.valueProperty().bindBidirectional(model.smoothing());
        name.setLabelFor(slider);
        Label value = new Label();
        value.getStyleClass().add("curve-smoothing-value");
        value.textProperty().bind(model.smoothing().map(s -> String.format(Texts.locale(), "%.2f", s.doubleValue())));
        value.setMinWidth(34);
        HBox together = new HBox(8, name, slider, value);
        together.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(together);
    }

    private static <T> ChoiceBox<T> choice(List<T> values, Function<T, String> name, ObjectProperty<T> chosen,
            String spoken) {
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
        box.valueProperty().bindBidirectional(chosen);
        box.setAccessibleText(spoken);
        box.setTooltip(new Tooltip(spoken));
        box.setPrefWidth(140);
        box.setMinWidth(90);
        return box;
    }
}
