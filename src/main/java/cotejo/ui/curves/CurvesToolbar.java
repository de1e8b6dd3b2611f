package cotejo.ui.curves;

import atlantafx.base.theme.Styles;
import cotejo.analysis.Smoothing;
import cotejo.chart.XMode;
import cotejo.chart.YScale;
import cotejo.text.Texts;
import cotejo.ui.Prompt;
import cotejo.ui.Tip;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is chosen most for all panels at once; the rest is behind one button.
final class CurvesToolbar extends FlowPane implements AutoCloseable {

    /// Narrower than this, icons and tooltips say what words say where there is room for all controls on a line.
    private static final double ONE_LINE = 960;
    private static final double NARROW = 620;

    private final CurvesViewModel model;
    private final Label smooth = new Label();
    private final Slider slider;
    private final Label strength = new Label();
    private final ChoiceBox<String> x;
    private final ChoiceBox<YScale> y;
    private final ToggleButton selected;
    private final ToggleButton table;
    private final ToggleButton together = new ToggleButton("", new FontIcon("fth-link"));
    private final InvalidationListener changed = change -> show();
    private Object movement = new Object();
    private boolean showing;

    CurvesToolbar(CurvesViewModel model, PanelSheet sheet) {
        // Beside the details on a small screen there is less room than all controls want: they take a second line.
        super(8, 6);
        this.model = model;
        getStyleClass().add("curve-toolbar");
        setAlignment(Pos.CENTER_LEFT);
        ToggleGroup shown = new ToggleGroup();
        selected = shown("curves.shown.selected", Styles.LEFT_PILL, shown, BoardSetup.Shown.SELECTED);
        table = shown("curves.shown.table", Styles.RIGHT_PILL, shown, BoardSetup.Shown.TABLE);
        TextField search = new TextField();
        Prompt.on(search, Texts.get("curves.search"));
        search.setAccessibleText(Texts.get("curves.search"));
        search.setPrefWidth(136);
        search.setMinWidth(90);
        search.textProperty().bindBidirectional(model.search());
        slider = Choices.slider(CurvesViewModel.MOST_SMOOTH, 0, Texts.get("curves.smoothing"), this::smooth, () -> {
            model.edits().settle();
            movement = new Object();
        });
        slider.setId("curve-smoothing");
        x = Choices.box(axes(), Notes::axis, model.look().axis(), Texts.get("curves.x"), value -> choose(Look.X,
                value.equals(XMode.STEP.name()) ? "" : value));
        y = Choices.box(List.of(YScale.values()), Notes::name, model.look().yScale(), Texts.get("curves.y"),
                value -> choose(Look.Y_SCALE, value == YScale.LINEAR ? "" : value.name()));
        x.setPrefWidth(112);
        y.setPrefWidth(96);
        Button options = button("curves.options", "fth-sliders");
        options.setOnAction(event -> sheet.options());
        Button add = button("curves.add", "fth-plus");
        add.setOnAction(event -> sheet.add());
        together.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        together.setId("curve-together");
        Tip.on(together, Texts.get("curves.look.zoom"));
        together.setAccessibleText(Texts.get("curves.look.zoom"));
        together.setOnAction(event -> model.actions().zoomTogether(together.isSelected()));
        getChildren().addAll(new HBox(selected, table), search, smoothing(), x, y, together, options, add);
        widthProperty().map(width -> width.doubleValue() < ONE_LINE).subscribe(few -> {
            ContentDisplay display = few ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
            options.setContentDisplay(display);
            add.setContentDisplay(display);
        });
        widthProperty().map(width -> width.doubleValue() < NARROW).subscribe(narrow -> {
            smooth.setVisible(!narrow);
            smooth.setManaged(!narrow);
            search.setPrefWidth(narrow ? 120 : 136);
        });
        model.setup().addListener(changed);
        model.shown().addListener(changed);
        model.runs().addListener(changed);
        show();
    }

    private ToggleButton shown(String key, String side, ToggleGroup group, BoardSetup.Shown value) {
        ToggleButton button = new ToggleButton(Texts.get(key));
        button.getStyleClass().addAll(side, Styles.SMALL);
        // texts: curves.shown.*
        Tip.on(button, Texts.get(key + ".hint"));
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            button.setSelected(true);
            model.change(setup -> setup.withShown(value));
        });
        return button;
    }

    private static Button button(String key, String icon) {
        // texts: curves.options.*
        // texts: curves.add.*
        Button button = new Button(Texts.get(key), new FontIcon(icon));
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        Tip.on(button, Texts.get(key + ".hint"));
        button.setAccessibleText(Texts.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private HBox smoothing() {
        smooth.setText(Texts.get("curves.smoothing"));
        smooth.setMinWidth(Region.USE_PREF_SIZE);
        smooth.setLabelFor(slider);
        slider.setPrefWidth(84);
        slider.setMinWidth(60);
        strength.getStyleClass().add("curve-smoothing-value");
        strength.setMinWidth(38);
        HBox together = new HBox(6, smooth, slider, strength);
        together.setAlignment(Pos.CENTER_LEFT);
        return together;
    }

    private List<String> axes() {
        List<String> axes = new ArrayList<>();
        for (XMode mode : List.of(XMode.STEP, XMode.RELATIVE, XMode.WALL)) {
            axes.add(mode.name());
        }
        String now = model.look().axis();
        if (!axes.contains(now)) {
            axes.add(now);
        }
        return axes;
    }

    private void smooth(double to) {
        if (!showing) {
            SmoothingChoice kind = SmoothingChoice.of(model.look().smoothing());
            model.edits().move("curves.did.look", movement, setup -> setup.withLook(setup.look().with(kind.at(to,
                    model.look().axis()))));
        }
    }

    private void choose(String option, String value) {
        if (!showing) {
            model.choose(option, value);
        }
    }

    private void show() {
        showing = true;
        Look look = model.look();
        Smoothing smoothing = look.smoothing();
        if (!slider.isValueChanging()) {
            slider.setValue(SmoothingChoice.strength(smoothing, look.axis()));
        }
        String said = SmoothingChoice.strengthText(smoothing, look.axis());
        strength.setText(smoothing instanceof Smoothing.Exponential(double weight)
                ? String.format(Texts.locale(), "%.2f", weight) : said);
        Tip.on(strength, SmoothingChoice.of(smoothing).text());
        if (!x.getItems().contains(look.axis())) {
            x.getItems().setAll(axes());
        }
        x.setValue(look.axis());
        y.setValue(look.yScale());
        together.setSelected(look.is(Look.ZOOM, Look.SHARED));
        BoardSetup.Shown shown = model.shown().get();
        selected.setSelected(shown == BoardSetup.Shown.SELECTED);
        table.setSelected(shown == BoardSetup.Shown.TABLE);
        showing = false;
    }

    @Override
    public void close() {
        model.setup().removeListener(changed);
        model.shown().removeListener(changed);
        model.runs().removeListener(changed);
    }
}
