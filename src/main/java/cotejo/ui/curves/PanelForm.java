package cotejo.ui.curves;

import cotejo.chart.LineOptions;
import cotejo.chart.PanelSpec;
import cotejo.chart.plot.PlotKinds;
import cotejo.chart.plot.PlotOption;
import cotejo.query.ColumnRef;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// What one panel shows, as a form; every change is told at once.
final class PanelForm extends GridPane {

    /// A comma that stands outside of quotes.
    private static final Pattern COMMA = Pattern.compile(",\\s*(?=(?:[^`\"]*[`\"][^`\"]*[`\"])*[^`\"]*$)");

    private final CurvesViewModel model;
    private final Consumer<PanelSpec> changed;
    private final Supplier<PanelSpec> spec;
    private int row;

    /// @param spec    the panel as it is now, which others may change too
    /// @param changed told what the panel has become
    PanelForm(CurvesViewModel model, Supplier<PanelSpec> spec, Consumer<PanelSpec> changed) {
        super(12, 8);
        this.model = model;
        this.spec = spec;
        this.changed = changed;
        getStyleClass().add("curve-form");
        ColumnConstraints names = new ColumnConstraints(108);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
        TextField title = new TextField(spec.get().title());
        title.setPromptText(Texts.get("curves.form.title.prompt"));
        title.textProperty().addListener((property, before, now) -> titled(now.strip()));
        row(Texts.get("curves.form.title"), title);
        if (spec.get().kind() == PanelSpec.Kind.LINE) {
            row(Texts.get("curves.form.metric"), new MetricsField(metrics(model), LineOptions.of(spec.get()).metrics(),
                    chosen -> set(spec.get().with(Tile.Y, LineOptions.text(chosen)))));
        }
        PlotKinds.options(spec.get().kind()).forEach(this::option);
    }

    private void option(PlotOption option) {
        String now = spec.get().option(option.name(), "");
        switch (option.type()) {
            case COLUMN -> row(option.label(), new ColumnField(columns(model), now, option.label(),
                    value -> set(spec.get().with(option.name(), value))));
            case COLUMNS -> row(option.label(), new GroupField(() -> columns(model).stream()
                    .map(ColumnField.Named::operand).toList(), () -> Texts.get("curves.column.itself"),
                    List.of(COMMA.split(now)).stream().filter(part -> !part.isEmpty()).toList(),
                    columns -> set(spec.get().with(option.name(), String.join(", ", columns)))));
            case CHOICE -> {
                List<String> choices = option.choices();
                ChoiceBox<String> box = Choices.box(choices, PlotOption::label,
                        choices.contains(now) ? now : choices.getFirst(), option.label(),
                        value -> set(spec.get().with(option.name(), value.equals(choices.getFirst()) ? "" : value)));
                box.setMaxWidth(Double.MAX_VALUE);
                row(option.label(), box);
            }
            case NUMBER -> {
                TextField field = new TextField(now);
                field.setPromptText(option.initial().isEmpty() ? Texts.get("curves.form.auto") : option.initial());
                field.setOnAction(event -> set(spec.get().with(option.name(), field.getText().strip())));
                field.focusedProperty().subscribe(focused -> {
                    if (!focused) {
                        set(spec.get().with(option.name(), field.getText().strip()));
                    }
                });
                row(option.label(), field);
            }
        }
    }

    /// The columns of the runs on the board: params that differ first, then metrics, then all other params.
    private static List<ColumnField.Named> columns(CurvesViewModel model) {
        List<ColumnField.Named> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        GroupField.differing(model.runs().get()).forEach(operand -> {
            seen.add(operand);
            found.add(new ColumnField.Named(GroupField.name(operand), operand));
        });
        found.addAll(metrics(model));
        model.runs().get().frame().paramKeys().stream().sorted(Section::compare)
                .map(key -> new ColumnField.Named(key, new ColumnRef.Param(key).text()))
                .filter(one -> seen.add(one.operand())).forEach(found::add);
        return found;
    }

    /// The metrics of the runs on the board.
    static List<ColumnField.Named> metrics(CurvesViewModel model) {
        TreeSet<String> keys = new TreeSet<>(Section::compare);
        model.runs().get().runs().forEach(run -> keys.addAll(run.metricKeys()));
        return keys.stream().map(key -> new ColumnField.Named(key, ColumnRef.metric(key).text())).toList();
    }

    private void row(String text, Node control) {
        Label name = new Label(text);
        name.setLabelFor(control);
        name.getStyleClass().add("curve-form-name");
        add(name, 0, row);
        add(control, 1, row++);
    }

    private void titled(String title) {
        PanelSpec now = spec.get();
        set(new PanelSpec(now.id(), now.kind(), title, now.options()));
    }

    private void set(PanelSpec next) {
        if (!next.equals(spec.get())) {
            changed.accept(next);
        }
    }
}
