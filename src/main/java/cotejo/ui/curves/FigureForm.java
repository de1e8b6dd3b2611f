package cotejo.ui.curves;

import atlantafx.base.theme.Styles;
import cotejo.chart.ChartTheme;
import cotejo.chart.FigureFile;
import cotejo.chart.FigureSize;
import cotejo.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// How a figure of a panel shall look, and the button that saves it.
final class FigureForm extends GridPane {

    /// The colours figures can have.
    enum Dress {
        LIGHT(ChartTheme.LIGHT),
        DARK(ChartTheme.DARK),
        PRINT(ChartTheme.PRINT);

        private final ChartTheme theme;

        Dress(ChartTheme theme) {
            this.theme = theme;
        }

        private String text() {
            // texts: curves.dress.*
            return Texts.get("curves.dress." + name().toLowerCase(Locale.ROOT));
        }
    }

    private int row;

    FigureForm(Figures figures, PanelView panel, Runnable done) {
        super(12, 8);
        getStyleClass().add("curve-form");
        ColumnConstraints names = new ColumnConstraints(108);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
        ChoiceBox<FigureFile.Format> format = Choices.box(List.of(FigureFile.Format.values()),
                FigureFile.Format::name, FigureFile.Format.SVG, Texts.get("curves.figure.format"), any -> { });
        TextField width = new TextField("120mm");
        TextField height = new TextField();
        height.setPromptText(Texts.get("curves.figure.own"));
        Spinner<Integer> type = new Spinner<>(5, 40, 9);
        type.setEditable(true);
        ChoiceBox<Dress> dress = Choices.box(List.of(Dress.values()), Dress::text, Dress.PRINT,
                Texts.get("curves.figure.colours"), any -> { });
        Button save = new Button(Texts.get("curves.figure.save"));
        save.getStyleClass().add(Styles.ACCENT);
        save.disableProperty().bind(Bindings.createBooleanBinding(() -> FigureSize.parse(width.getText(),
                height.getText()).isEmpty(), width.textProperty(), height.textProperty()));
        save.setOnAction(event -> {
            figures.save(panel, new Figures.Wish(format.getValue(), width.getText(),
                    height.getText(), type.getValue(),
                    dress.getValue().theme));
            done.run();
        });
        row("curves.figure.format", format);
        row("curves.figure.width", width);
        row("curves.figure.height", height);
        row("curves.figure.type", type);
        row("curves.figure.colours", dress);
        add(save, 1, row);
    }

    private void row(String key, Node control) {
        // texts: curves.figure.*
        Label name = new Label(Texts.get(key));
        name.setLabelFor(control);
        name.setWrapText(true);
        name.getStyleClass().add("curve-form-name");
        add(name, 0, row);
        add(control, 1, row++);
    }
}
