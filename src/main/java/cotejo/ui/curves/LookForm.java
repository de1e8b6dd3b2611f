package cotejo.ui.curves;

import cotejo.analysis.Band;
import cotejo.analysis.Center;
import cotejo.analysis.Smoothing;
import cotejo.chart.XMode;
import cotejo.chart.YScale;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// How lines are drawn, as a form: of the board, or of one panel, which may leave what the board has.
final class LookForm extends GridPane {

    private final CurvesViewModel model;
    private final Supplier<Look> look;
    private final BiConsumer<String, String> chosen;
    private int row;

    /// @param look   as it is now, with the board's behind a panel's
    /// @param chosen told an option and its value
    LookForm(CurvesViewModel model, Supplier<Look> look, BiConsumer<String, String> chosen) {
        super(12, 8);
        this.model = model;
        this.look = look;
        this.chosen = chosen;
        getStyleClass().add("curve-form");
        ColumnConstraints names = new ColumnConstraints(108);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
        smoothing();
        check(Look.RAW, Look.HIDDEN, "curves.look.raw");
        heading("curves.look.axes");
        row("curves.look.x", axis());
        check(Look.X_SCALE, YScale.LOG.name(), "curves.look.xlog");
        row("curves.look.y", choice(Look.Y_SCALE, Stream.of(YScale.values()).map(Enum::name).toList(), "curves.y."));
        check(Look.OUTLIERS, "IGNORE", "curves.look.outliers");
        check(Look.PIECES, "APART", "curves.look.pieces");
        heading("curves.look.groups");
        groups();
    }

    /// More rows below a heading.
    void foot(String key, List<? extends Node> controls) {
        heading(key);
        controls.forEach(control -> add(control, 1, row++));
    }

    private void row(String key, Node control) {
        // texts: curves.look.*
        Label name = new Label(Texts.get(key));
        name.setLabelFor(control);
        name.getStyleClass().add("curve-form-name");
        add(name, 0, row);
        add(control, 1, row++);
    }

    private void heading(String key) {
        Label heading = new Label(Texts.get(key));
        heading.getStyleClass().add("curve-form-heading");
        add(heading, 0, row++, 2, 1);
    }

    private void check(String option, String on, String key) {
        CheckBox box = new CheckBox(Texts.get(key));
        box.setWrapText(true);
        // Raw lines are drawn faint unless hidden: the box says what is seen.
        boolean inverse = on.equals(Look.HIDDEN);
        box.setSelected(look.get().is(option, on) != inverse);
        box.setOnAction(event -> chosen.accept(option, box.isSelected() != inverse ? on : ""));
        add(box, 1, row++);
    }

    private ChoiceBox<String> choice(String option, List<String> values, String prefix) {
        // texts: curves.center.*
        // texts: curves.band.*
        // texts: curves.mode.*
        String now = look.get().value(option, values.getFirst());
        ChoiceBox<String> box = Choices.box(values, value -> Texts.get(prefix + value),
                values.contains(now) ? now : values.getFirst(), Texts.get("curves.look." + option),
                value -> chosen.accept(option, value.equals(values.getFirst()) ? "" : value));
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private void smoothing() {
        Smoothing now = look.get().smoothing();
        Label strength = new Label(SmoothingChoice.strengthText(now, look.get().axis()));
        strength.getStyleClass().add("curve-smoothing-value");
        strength.setMinWidth(64);
        Slider slider = Choices.slider(CurvesViewModel.MOST_SMOOTH, SmoothingChoice.strength(now, look.get().axis()),
                Texts.get("curves.look.strength"), to -> strength.setText(SmoothingChoice.strengthText(
                        SmoothingChoice.of(look.get().smoothing()).at(to, look.get().axis()),
                        look.get().axis())), () -> { });
        ChoiceBox<SmoothingChoice> kind = Choices.box(List.of(SmoothingChoice.values()), SmoothingChoice::text,
                SmoothingChoice.of(now), Texts.get("curves.smoothing"), value -> {
                    double at = slider.getValue() <= 0 ? 0.3 : slider.getValue();
                    chosen.accept(Look.SMOOTHING, value.at(at, look.get().axis()).text());
                    slider.setValue(at);
                });
        slider.valueProperty().addListener((property, before, to) -> chosen.accept(Look.SMOOTHING,
                SmoothingChoice.of(look.get().smoothing()).at(to.doubleValue(), look.get().axis()).text()));
        kind.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox together = new HBox(8, slider, strength);
        together.setAlignment(Pos.CENTER_LEFT);
        row("curves.smoothing", kind);
        row("curves.look.strength", together);
    }

    private Node axis() {
        List<ColumnField.Named> axes = new ArrayList<>();
        for (XMode mode : List.of(XMode.STEP, XMode.RELATIVE, XMode.WALL)) {
            axes.add(new ColumnField.Named(Notes.name(mode), mode.name()));
        }
        axes.addAll(PanelForm.metrics(model));
        return new ColumnField(axes, look.get().axis(), Texts.get("curves.x"), value -> chosen.accept(Look.X,
                value.equals(XMode.STEP.name()) ? "" : value));
    }

    private void groups() {
        GroupField columns = new GroupField(() -> GroupField.differing(model.runs().get()),
                () -> Texts.get(look.get().grouped() ? "curves.group.all" : "curves.group.none"), look.get().group(),
                wanted -> chosen.accept(Look.GROUP, String.join("\n", wanted)));
        ChoiceBox<String> mode = choice(Look.GROUP_MODE, List.of("BY", "ALL_BUT"), "curves.mode.");
        mode.valueProperty().addListener((property, before, now) -> columns.say());
        row("curves.look.groupMode", mode);
        row("curves.look.group", columns);
        row("curves.look.centre", choice(Look.CENTER, names(Center.values()), "curves.center."));
        row("curves.look.band", choice(Look.BAND, List.of(Band.STD.name(), Band.SE.name(), Band.CI95.name(),
                Band.MINMAX.name(), Band.IQR.name(), Band.NONE.name()), "curves.band."));
        check(Look.MEMBERS, Look.HIDDEN, "curves.look.members");
        check(Look.FILL, "INTERPOLATE", "curves.look.fill");
    }

    private static List<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }
}
